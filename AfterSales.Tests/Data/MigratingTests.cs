using AfterSales.Core.Data;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

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
}
