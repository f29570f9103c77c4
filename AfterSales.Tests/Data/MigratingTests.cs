using System.Collections.Concurrent;
using AfterSales.Core.Data;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.Tests.Data;

public sealed class MigratingTests
{
    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_holds_nobody_up()
    {
        await using var house = await TestHouse.OpenEmpty(StorageProvider.Sqlite);
        await using var db = house.Db();
        await db.Database.ExecuteSqlRawAsync($"CREATE TABLE \"{Migrating.SqliteLockTable}\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{Migrating.SqliteLockTable}\" VALUES (1, '2026-01-01')");

        await Migrating.ToModel(db).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, BothDatabases]
    public async Task The_first_start_on_an_empty_database_logs_no_failure(StorageProvider provider)
    {
        using var log = new Failures();
        await using var house = new TestHouse(await TestStore.Empty(provider), more: services => services.AddLogging(b => b.AddProvider(log)));
        await using var db = house.Db();

        await Migrating.ToModel(db);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Empty(log.Told);
    }

    [Theory, BothDatabases]
    public async Task Two_that_start_at_once_migrate_once(StorageProvider provider)
    {
        await using var house = await TestHouse.OpenEmpty(provider);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var db = house.Db();
            await Migrating.ToModel(db);
        })));

        await using var done = house.Db();
        Assert.Empty(await done.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await done.Cases.CountAsync());
    }

    private sealed class Failures : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Told { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Told.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
