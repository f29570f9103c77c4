using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AfterSales.Core.Data;

/// <summary>
/// Brings a database to the program's model. On SQLite Entity Framework's own lock is a row, which a killed process leaves
/// behind and every later start would wait for, for ever; so a file beside the database is the lock, which dies with its
/// process, and a row left behind is removed.
/// </summary>
public static class Migrating
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Applies what is missing; nothing when nothing is. Throws <see cref="IOException"/> when another process is at it for too long.</summary>
    public static async Task ToModel(AfterSalesDb db, CancellationToken stop = default)
    {
        if (!db.Database.IsSqlite())
        {
            await using var queue = await Queue(db, stop);
            await KeepHistory(db, stop);
            await db.Database.MigrateAsync(stop);
            return;
        }

        if (!(await db.Database.GetPendingMigrationsAsync(stop)).Any())
        {
            return;
        }

        await using var only = await Alone(db, stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
        {
            await db.Database.ExecuteSqlRawAsync($"DROP TABLE IF EXISTS \"{SqliteLockTable}\"", stop);
            await db.Database.MigrateAsync(stop);
        }
    }

    /// <summary>The table of Entity Framework's lock; its name is fixed by the provider.</summary>
    public const string SqliteLockTable = "__EFMigrationsLock";

    /// <summary>
    /// Entity Framework lets its lock go between two migrations, where another process would carry out the second one too; so on
    /// PostgreSQL they queue at a lock that lasts as long as its own connection. Null where there is no database yet.
    /// </summary>
    private static async Task<NpgsqlConnection?> Queue(AfterSalesDb db, CancellationToken stop)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop))
        {
            return null;
        }

        var alone = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await alone.OpenAsync(stop);
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock(20261124)", alone);
        await wait.ExecuteNonQueryAsync(stop);
        return alone;
    }

    /// <summary>Entity Framework finds out that an empty PostgreSQL has no table of migrations by a failing look, which it logs as a fault; so it is there before.</summary>
    private static async Task KeepHistory(AfterSalesDb db, CancellationToken stop)
    {
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop)
            && !await db.Database.SqlQuery<bool>($"""SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL AS "Value" """).SingleAsync(stop))
        {
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(stop);
        }
    }

    private static async Task<FileStream?> Alone(AfterSalesDb db, CancellationToken stop)
    {
        var place = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (place.Length == 0 || place == ":memory:" || place.StartsWith("file:", StringComparison.Ordinal))
        {
            return null;
        }

        for (var left = Patience; ; left -= Pause)
        {
            try
            {
                return new FileStream(place + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (left > TimeSpan.Zero && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(place))))
            {
                await Task.Delay(Pause, stop);
            }
        }
    }
}
