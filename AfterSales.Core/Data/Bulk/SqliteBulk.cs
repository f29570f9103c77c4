using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace AfterSales.Core.Data.Bulk;

/// <summary>
/// One prepared INSERT per table, bound without parameter objects, in one transaction; into an empty database the indexes
/// come last. A great amount uses a rollback journal where nobody else has the database open: new pages go straight to
/// their place, while the journal only keeps the few old ones, so that breaking off still leaves nothing.
/// </summary>
internal sealed class SqliteBulk(AfterSalesDb db, bool great) : BulkWriter(db)
{
    private readonly SqliteConnection connection = (SqliteConnection)db.Database.GetDbConnection();
    private readonly Dictionary<BulkTable, Statement> statements = [];
    private readonly List<string> indexes = [];
    private const string Usual = "PRAGMA cache_size=-2000; " + SqliteSetup.Mapped;

    public override void Write(IReadOnlyList<object> rows)
    {
        foreach (var root in rows)
        {
            foreach (var (table, row, parent) in Flat(root))
            {
                if (!statements.TryGetValue(table, out var statement))
                {
                    statements[table] = statement = new Statement(connection.Handle!, table);
                }

                table.Emit(statement, row, parent);
                statement.Insert();
                Rows++;
            }
        }
    }

    public override async Task Finish(CancellationToken stop)
    {
        foreach (var sql in indexes)
        {
            await Run(sql, stop);
        }

        await Run("COMMIT", stop);
        await Run("PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE)", stop);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        if (Joined)
        {
            await Run(Usual, CancellationToken.None);
            return;
        }

        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            await Run("ROLLBACK", CancellationToken.None);
        }

        await Run("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; " + Usual, CancellationToken.None);
    }

    protected override async Task Begin(CancellationToken stop)
    {
        await Run("PRAGMA foreign_keys=OFF; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-200000; " + SqliteSetup.Unmapped, stop);
        if (great)
        {
            await TakeForItself(stop);
        }

        await Run("BEGIN IMMEDIATE", stop);
        if (await Db.Cases.AnyAsync(stop))
        {
            return;
        }

        var dropped = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                dropped.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in dropped)
        {
            await Run($"DROP INDEX \"{name}\"", stop);
        }
    }

    protected override string LastIdOf(string table) =>
        $"SELECT MAX((SELECT COALESCE(MAX(\"Id\"), 0) FROM \"{table}\"), COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0))";

    /// <summary>The indexes' pages stay at hand: they are written to in no order.</summary>
    protected override Task Join(CancellationToken stop) => Run("PRAGMA cache_size=-64000; " + SqliteSetup.Unmapped, stop);

    /// <summary>Somebody else's open connection keeps the write-ahead log, which only costs time.</summary>
    private async Task TakeForItself(CancellationToken stop)
    {
        SqliteConnection.ClearPool(connection);
        try
        {
            await Run("PRAGMA journal_mode=DELETE", stop);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return;
        }
    }

    private async Task Run(string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and statements come from the schema itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    private sealed class Statement : BulkSink, IDisposable
    {
        private readonly sqlite3 database;
        private readonly sqlite3_stmt statement;
        private int at;

        public Statement(sqlite3 database, BulkTable table)
        {
            this.database = database;
            var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";
            Must(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
        }

        public override void Null() => raw.sqlite3_bind_null(statement, ++at);

        public override void Put(long value) => raw.sqlite3_bind_int64(statement, ++at, value);

        public override void Put(int value) => raw.sqlite3_bind_int64(statement, ++at, value);

        public override void Put(bool value) => raw.sqlite3_bind_int64(statement, ++at, value ? 1 : 0);

        public override void Put(double value) => raw.sqlite3_bind_double(statement, ++at, value);

        public override void Put(string value) => raw.sqlite3_bind_text(statement, ++at, value);

        public override void Put(byte[] value) => raw.sqlite3_bind_blob(statement, ++at, value);

        public override void Put(DateOnly value) => Put(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        public override void Put(TimeOnly value) => Put(value.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));

        public void Insert()
        {
            Must(raw.sqlite3_step(statement), raw.SQLITE_DONE);
            raw.sqlite3_reset(statement);
            at = 0;
        }

        public void Dispose() => statement.Dispose();

        private void Must(int code, int expected)
        {
            if (code != expected)
            {
                throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code);
            }
        }
    }
}
