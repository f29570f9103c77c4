using AfterSales.Core.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using System.Data.Common;

namespace AfterSales.Core.Data;

/// <summary>Which database, and where.</summary>
public sealed record StorageSettings(StorageProvider Provider, string ConnectionString);

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
            services.AddDbContextFactory<PostgresDb>(o => o.UseNpgsql(settings.ConnectionString).AddInterceptors(PostgresText.Instance), ServiceLifetime.Singleton);
            services.AddSingleton<IDbContextFactory<AfterSalesDb>, Factory<PostgresDb>>();
            return services;
        }

        services.AddDbContextFactory<SqliteDb>(o => o.UseSqlite(settings.ConnectionString).AddInterceptors(SqliteSetup.Instance), ServiceLifetime.Singleton);
        services.AddSingleton<IDbContextFactory<AfterSalesDb>, Factory<SqliteDb>>();
        return services;
    }

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<AfterSalesDb> where T : AfterSalesDb
    {
        public AfterSalesDb CreateDbContext() => inner.CreateDbContext();
    }
}

/// <summary>Every SQLite connection: WAL, synchronous=FULL, foreign keys.</summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    public static readonly SqliteSetup Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
