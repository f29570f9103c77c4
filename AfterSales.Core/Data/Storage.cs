using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using System.Data.Common;

namespace AfterSales.Core.Data;

/// <summary>Which database, and where.</summary>
public sealed record StorageSettings(StorageProvider Provider, string ConnectionString)
{
    private const string Ending = "-files";

    /// <summary>The folder of attached files: unless set, "aftersales-files" beside "aftersales.db".</summary>
    public string Files { get; init; } = Beside(Provider, ConnectionString);

    private static string Beside(StorageProvider provider, string connection) =>
        provider == StorageProvider.Sqlite && new SqliteConnectionStringBuilder(connection).DataSource is { Length: > 0 } file && file[0] != ':' && !file.StartsWith("file:", StringComparison.Ordinal)
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileNameWithoutExtension(file) + Ending)
            : Path.Combine(AppContext.BaseDirectory, "aftersales" + Ending);
}

/// <summary>The two databases.</summary>
public enum StorageProvider
{
    /// <summary>Embedded; the default.</summary>
    Sqlite = 1,

    /// <summary>PostgreSQL.</summary>
    Postgres = 2,
}

/// <summary>Registers the database of the settings.</summary>
public static class Storage
{
    /// <summary>A list of keys goes over as one parameter: the statement stays the same however many there are, so EF keeps it.</summary>
    private const ParameterTranslationMode Whole = ParameterTranslationMode.Parameter;

    /// <summary>The context factory, the write gate and what writing needs.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new WriteGate(settings.Provider == StorageProvider.Sqlite));
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<ActionAlarm>();
        services.AddScoped<Writer>();
        if (settings.Provider == StorageProvider.Postgres)
        {
            void Postgres(DbContextOptionsBuilder o) => o.UseNpgsql(settings.ConnectionString, p => p.UseParameterizedCollectionMode(Whole)).ConfigureWarnings(Quiet).AddInterceptors(PostgresText.Instance);
            return services.AddTables<PostgresDb, MaskedPostgresDb>(Postgres);
        }

        void Sqlite(DbContextOptionsBuilder o) => o.UseSqlite(settings.ConnectionString, s => s.UseParameterizedCollectionMode(Whole)).ConfigureWarnings(Quiet).AddInterceptors(SqliteSetup.Instance);
        return services.AddTables<SqliteDb, MaskedSqliteDb>(Sqlite);
    }

    /// <summary>The tables as they are, and as they are seen by who sees numbers masked.</summary>
    private static IServiceCollection AddTables<TDb, TMasked>(this IServiceCollection services, Action<DbContextOptionsBuilder> options) where TDb : AfterSalesDb where TMasked : AfterSalesDb => services
        .AddPooledDbContextFactory<TDb>(options).AddSingleton<IDbContextFactory<AfterSalesDb>, Factory<TDb>>()
        .AddPooledDbContextFactory<TMasked>(options).AddKeyedSingleton<IDbContextFactory<AfterSalesDb>, Factory<TMasked>>(Sight.Masked)
        .AddScoped<Sight>();

    /// <summary>
    /// A great amount of writing that a kill broke off leaves a rollback journal, which only a connection that may write
    /// plays back; EF's first one may not. Leaves the context's connection open where the file is there.
    /// </summary>
    public static async Task RollBackBrokenOff(this AfterSalesDb db, CancellationToken stop)
    {
        if (db.Database.IsSqlite() && File.Exists(db.Database.GetDbConnection().DataSource))
        {
            await db.Database.OpenConnectionAsync(stop);
        }
    }

    /// <summary>A count that stops at a cap takes rows in no order, on purpose.</summary>
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<AfterSalesDb> where T : AfterSalesDb
    {
        /// <summary>A context comes from a pool; what its last user set is taken from it.</summary>
        public AfterSalesDb CreateDbContext()
        {
            var db = inner.CreateDbContext();
            (db.Actor, db.Now) = (Actor.System, default);
            return db;
        }

        /// <summary>
        /// One connection from the first statement to the end: EF would take SQLite's from the pool anew for every
        /// statement, and set it up anew. A file that is not there yet is left to the migration.
        /// </summary>
        public async Task<AfterSalesDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            var db = CreateDbContext();
            await db.RollBackBrokenOff(cancellationToken);
            return db;
        }
    }
}

/// <summary>
/// Every SQLite connection: WAL, synchronous=FULL, foreign keys. An intake is about 40 pages of the log, and the save that
/// fills it copies it into the database while the others wait: after 8,000 pages (32 MB), not after SQLite's 1,000, so that
/// it meets one save in 200. What is deleted or written over is zeroed in its page, which is written anyway: who was made
/// anonymous does not stand on between the rows. What is read is mapped and not copied, as far as SQLite maps (2 GB): of a large database a
/// page's hundreds of rows lie on hundreds of leaves.
/// </summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    public static readonly SqliteSetup Instance = new();

    /// <summary>As much of the database as SQLite ever maps.</summary>
    internal const string Mapped = "PRAGMA mmap_size=2147418112;";

    /// <summary>None of it: what writes much measures its own memory.</summary>
    internal const string Unmapped = "PRAGMA mmap_size=0;";

    private const string Wal = "PRAGMA journal_mode=WAL; ";
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=8000; PRAGMA secure_delete=FAST; " + Mapped;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    /// <summary>EF asks whether the database is there by a connection that may not write, so not change the journal either.</summary>
    private static void Set(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        using var command = sqlite.CreateCommand();
        command.CommandText = SQLitePCL.raw.sqlite3_db_readonly(sqlite.Handle, "main") == 1 ? Pragmas : Wal + Pragmas;
        command.ExecuteNonQuery();
    }
}
