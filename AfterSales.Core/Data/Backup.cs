using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;

namespace AfterSales.Core.Data;

/// <summary>
/// 备份 of the embedded database: a whole, consistent copy while the system runs, and back. PostgreSQL has its own tools.
/// Problems: <c>Commands.NoDatabase</c>, <c>Commands.NotEmbedded</c>, <c>Commands.FileExists</c>, <c>Commands.NoSuchFile</c>, <c>Commands.NotADatabase</c>,
/// <c>Commands.InUse</c>.
/// </summary>
public sealed class Backup(StorageSettings settings)
{
    /// <summary>Copies the database to a new file; an existing file is never overwritten, half a copy never left.</summary>
    public Result Save(string file)
    {
        if (settings.Provider != StorageProvider.Sqlite)
        {
            return new Problem("Commands.NotEmbedded");
        }

        if (File.Exists(file))
        {
            return new Problem("Commands.FileExists", null, file);
        }

        var place = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        if (!File.Exists(place))
        {
            return new Problem("Commands.NoDatabase", null, place);
        }

        var half = file + ".part";
        File.Delete(half);
        using (var from = Open(settings.ConnectionString))
        using (var to = Open($"Data Source={half};Pooling=False"))
        {
            from.BackupDatabase(to);
            Run(to, "PRAGMA journal_mode=DELETE");
        }

        File.Move(half, file);
        return Result.Done;
    }

    /// <summary>
    /// Puts a saved copy in the place of the database, whose content before is kept beside it as ".before-restore".
    /// Refused while another process has the database open for writing.
    /// </summary>
    public Result Restore(string file)
    {
        if (settings.Provider != StorageProvider.Sqlite)
        {
            return new Problem("Commands.NotEmbedded");
        }

        if (!File.Exists(file))
        {
            return new Problem("Commands.NoSuchFile", null, file);
        }

        if (!IsOurs(file))
        {
            return new Problem("Commands.NotADatabase", null, file);
        }

        try
        {
            Replace(file);
            return Result.Done;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return new Problem("Commands.InUse");
        }
    }

    private void Replace(string file)
    {
        var place = new SqliteConnectionStringBuilder(settings.ConnectionString);
        using var to = Open(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ToString());
        var keep = place.DataSource + ".before-restore";
        File.Delete(keep);
        using (var kept = Open($"Data Source={keep};Pooling=False"))
        {
            to.BackupDatabase(kept);
        }

        using var from = Open($"Data Source={file};Mode=ReadOnly;Pooling=False");
        from.BackupDatabase(to);
        Run(to, "PRAGMA journal_mode=WAL");
    }

    /// <summary>A sound database of this program: its pages are whole and it has the table of migrations.</summary>
    private static bool IsOurs(string file)
    {
        try
        {
            using var db = Open($"Data Source={file};Mode=ReadOnly;Pooling=False");
            return Run(db, "PRAGMA quick_check(1)") is "ok"
                && Run(db, "SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Cases')") is 2L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static SqliteConnection Open(string connection)
    {
        var opened = new SqliteConnection(connection) { DefaultTimeout = 5 };
        opened.Open();
        return opened;
    }

    private static object? Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
