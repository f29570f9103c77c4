using System.Security.Cryptography;
using AfterSales.Core.Attachments;
using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;

namespace AfterSales.Core.Data;

/// <summary>
/// 备份 of the embedded database: a whole, consistent copy while the system runs, and back; attached files go with it in a
/// folder of the copy's name and ".files". PostgreSQL has its own tools.
/// Problems: <c>Commands.NoDatabase</c>, <c>Commands.NotEmbedded</c>, <c>Commands.FileExists</c>, <c>Commands.NoSuchFile</c>, <c>Commands.NotADatabase</c>,
/// <c>Commands.InUse</c>, <c>Commands.CannotWrite</c>.
/// </summary>
public sealed class Backup(StorageSettings settings)
{
    private const string FilesEnding = ".files";
    private const int Busy = 5, Locked = 6, ReadOnly = 8, DiskError = 10, Full = 13, CannotOpen = 14;

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

        if (!IsOurs(place, whole: false))
        {
            return new Problem("Commands.NotADatabase", null, place);
        }

        try
        {
            Copy(file);
            return Result.Done;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: CannotOpen or ReadOnly or Full or DiskError })
        {
            return new Problem("Commands.CannotWrite", null, file);
        }
    }

    /// <summary>
    /// Puts a saved copy in the place of the database, whose content before is kept beside it as ".before-restore".
    /// Refused while another process has the database open.
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

        if (!IsOurs(file, whole: true))
        {
            return new Problem("Commands.NotADatabase", null, file);
        }

        try
        {
            Replace(file);
            return Result.Done;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            return new Problem("Commands.InUse");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: CannotOpen or ReadOnly or Full or DiskError })
        {
            return new Problem("Commands.CannotWrite", null, new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
        }
    }

    private void Copy(string file)
    {
        var half = file + ".part";
        File.Delete(half);
        using (var from = Open(settings.ConnectionString))
        using (var to = Open($"Data Source={half};Pooling=False"))
        {
            from.BackupDatabase(to);
            Run(to, "PRAGMA journal_mode=DELETE");
        }

        // A file is there before its row, so what the copy names is there by now.
        CopyFiles(settings.Files, file + FilesEnding, whole: false);
        File.Move(half, file);
    }

    /// <summary>
    /// Contents only, not what is still arriving. One never changes under its name: what is there, and of the same length, is
    /// not copied again, nor, asked for <paramref name="whole"/>, what still has the hash that it is named by.
    /// </summary>
    private static void CopyFiles(string from, string to, bool whole)
    {
        foreach (var file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => FileStore.IsHash(Path.GetFileName(f))) : [])
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            try
            {
                if (!File.Exists(copy) || new FileInfo(copy).Length != new FileInfo(file).Length || (whole && HashOf(copy) != Path.GetFileName(copy)))
                {
                    CopyOne(file, copy);
                }
            }
            catch (FileNotFoundException) when (!File.Exists(file))
            {
                // Swept away meanwhile: no row names it any more.
            }
        }
    }

    private static void CopyOne(string file, string copy)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        using (var to = new FileStream(copy + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(copy + ".part", copy, overwrite: true);
    }

    private static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private void Replace(string file)
    {
        CopyFiles(file + FilesEnding, settings.Files, whole: true);
        var place = new SqliteConnectionStringBuilder(settings.ConnectionString);
        using var to = Open(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ToString());

        // Leaving WAL takes every other connection gone: a running system must not have its database changed under it.
        if (Run(to, "PRAGMA journal_mode=DELETE") is not "delete")
        {
            throw new SqliteException("in use", Busy);
        }

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

    /// <summary>A database of this program: it has the table of migrations, and, where asked, its pages are whole.</summary>
    private static bool IsOurs(string file, bool whole)
    {
        try
        {
            using var db = Open($"Data Source={file};Mode=ReadOnly;Pooling=False");
            return (!whole || Run(db, "PRAGMA quick_check(1)") is "ok")
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
