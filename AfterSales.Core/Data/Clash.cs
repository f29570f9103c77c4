using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Core.Data;

/// <summary>What two writers at once do to each other, told from real faults.</summary>
internal static class Clash
{
    private const int Unique = 2067, PrimaryKey = 1555;

    /// <summary>True when somebody else took a unique value between the look and the write.</summary>
    public static bool IsTaken(Exception e) => Chain(e).Any(x =>
        x is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey });

    /// <summary>
    /// True when the same write, done again, may well succeed or say more: a deadlock, a serialization failure, a number that
    /// another writer took meanwhile. SQLite has one writer; what clashes there clashes again.
    /// </summary>
    public static bool IsPassing(Exception e) => Chain(e).Any(x =>
        x is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation });

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
