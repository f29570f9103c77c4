using AfterSales.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AfterSales.Tests.Support;

/// <summary>
/// Databases for tests: one is migrated and given its <see cref="Baseline"/> per run and kind, every test gets a copy.
/// </summary>
internal static class TestStore
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("aftersales-tests-").FullName;
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);

    static TestStore() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, true);

    /// <summary>A database of its own, migrated, with the baseline rows.</summary>
    public static async Task<StorageSettings> Copy(StorageProvider provider)
    {
        if (provider == StorageProvider.Sqlite)
        {
            var file = NewFile();
            File.Copy(await SqliteTemplate.Value, file);
            return Sqlite(file);
        }

        var database = NewName();
        await PostgresServer.Create(database, await PostgresTemplate.Value);
        return Postgres(database);
    }

    /// <summary>A database with nothing in it, not even tables.</summary>
    public static async Task<StorageSettings> Empty(StorageProvider provider)
    {
        if (provider == StorageProvider.Sqlite)
        {
            return Sqlite(NewFile());
        }

        var database = NewName();
        await PostgresServer.Create(database);
        return Postgres(database);
    }

    /// <summary>Away with it.</summary>
    public static async Task Drop(StorageSettings settings)
    {
        if (Directory.Exists(settings.Files))
        {
            Directory.Delete(settings.Files, true);
        }

        if (settings.Provider == StorageProvider.Postgres)
        {
            using (var pool = new NpgsqlConnection(settings.ConnectionString))
            {
                NpgsqlConnection.ClearPool(pool);
            }

            await PostgresServer.Drop(new NpgsqlConnectionStringBuilder(settings.ConnectionString).Database!);
            return;
        }

        using (var pool = new SqliteConnection(settings.ConnectionString))
        {
            SqliteConnection.ClearPool(pool);
        }

        var file = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    private static string NewFile() => Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".db");

    private static string NewName() => "t" + Guid.NewGuid().ToString("N");

    private static StorageSettings Sqlite(string file) => new(StorageProvider.Sqlite, "Data Source=" + file);

    private static StorageSettings Postgres(string database) => new(StorageProvider.Postgres, PostgresServer.ConnectionString(database)) { Files = Path.Combine(Folder, database + "-files") };

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = NewFile();
        await Prepare(Sqlite(file));
        using var pool = new SqliteConnection(Sqlite(file).ConnectionString);
        SqliteConnection.ClearPool(pool);
        return file;
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var database = NewName();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => PostgresServer.Drop(database).Wait();
        await PostgresServer.Create(database);
        await Prepare(Postgres(database));
        using var pool = new NpgsqlConnection(Postgres(database).ConnectionString);
        NpgsqlConnection.ClearPool(pool);
        return database;
    }

    private static async Task Prepare(StorageSettings settings)
    {
        await using var house = new TestHouse(settings, keep: true);
        await using var db = house.Db();
        await db.Database.MigrateAsync();
        await Baseline.Fill(db);
    }
}
