using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

public sealed class StorageTests
{
    [Theory, BothDatabases]
    public async Task Numbers_are_unique_and_without_gaps_under_eight_writers(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (var i = 0; i < 5; i++)
            {
                var number = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(Guid.NewGuid(), async write =>
                    await NumberSeries.Next(write.Db, "SC", house.Clock.Today, write.Stop)));
                mine.Add(number.Value);
            }

            return mine;
        })));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"SC-20261124-{n:0000}"), given.SelectMany(g => g).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_number_belongs_to_the_day_in_the_companys_zone(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        house.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero));

        var number = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(Guid.NewGuid(), async write =>
            await NumberSeries.Next(write.Db, "SC", house.Clock.DayOf(write.Now), write.Stop)));

        Assert.Equal("SC-20270101-0001", number.Value);
    }

    [Fact]
    public async Task Every_pooled_connection_writes_through_to_the_disk()
    {
        await using var house = await TestHouse.Open();
        for (var round = 0; round < 3; round++)
        {
            var open = Enumerable.Range(0, 6).Select(_ => house.Db()).ToList();
            foreach (var db in open)
            {
                await db.Database.OpenConnectionAsync();
                Assert.Equal(2, await Number(db, "SELECT synchronous AS \"Value\" FROM pragma_synchronous"));
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "PRAGMA wal_autocheckpoint";
                Assert.Equal(8000L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
                Assert.Equal(1, await Number(db, "SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys"));
                Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync())[0]);
            }

            foreach (var db in open)
            {
                await db.DisposeAsync();
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_context_from_the_pool_knows_nothing_of_its_last_user(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var used = new HashSet<AfterSalesDb>();
        for (var round = 0; round < 3; round++)
        {
            await using var db = await house.Get<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            Assert.Equal((Actor.System, default(DateTimeOffset)), (db.Actor, db.Now));
            Assert.Empty(db.ChangeTracker.Entries());
            Assert.Null(db.Database.CurrentTransaction);
            (db.Actor, db.Now) = (new Actor(7, "somebody", Role.Agent), house.Clock.Now);
            db.Add(new ContactLog { At = house.Clock.Now });
            await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            used.Add(db);
        }

        Assert.Single(used);
    }

    [Theory, BothDatabases]
    public async Task Instants_are_stored_whole_and_sorted_by_the_database(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        DateTimeOffset[] instants =
        [
            new(2026, 11, 24, 2, 0, 0, 1, TimeSpan.Zero), new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8)),
            new(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), new(2026, 11, 23, 23, 30, 0, TimeSpan.FromHours(-5)),
        ];
        await house.Add([.. instants.Select(at => new ContactLog { At = at })]);

        var sorted = await house.Read(db => db.ContactLogs.OrderBy(l => l.At).Select(l => l.At).ToListAsync());
        var recent = await house.Read(db => db.ContactLogs.CountAsync(l => l.At >= TestHouse.Start));

        Assert.Equal(instants.Order(), sorted);
        Assert.All(sorted, at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal(2, recent);
    }

    [Theory, BothDatabases]
    public async Task Text_is_sorted_by_code_point_on_both(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        string[] names = ["b", "B", "a", "Z", "é", "中", "_"];
        await house.Add([.. names.Select((name, i) => new Customer { Code = "C" + i, Name = name, NameKey = name, Kind = CustomerKind.Direct, Tier = CustomerTier.C })]);

        var sorted = await house.Read(db => db.Customers.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync());

        Assert.Equal(names.Order(StringComparer.Ordinal), sorted);
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_comes_back_as_it_was(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        const string Typed = "😀 \u200f<script>alert(1)</script>\t=1+1 _x0041_\n“引号” '; DROP TABLE \"Cases\" --";
        await house.Add(new Customer { Code = "C1", Name = Typed, NameKey = TextRule.Key(Typed), Kind = CustomerKind.Direct, Tier = CustomerTier.C });

        Assert.Equal(Typed, await house.Read(db => db.Customers.Select(c => c.Name).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_row_that_others_refer_to_cannot_be_removed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();

        await Assert.ThrowsAnyAsync<Exception>(() => house.Read(db => db.Sites.Where(s => s.Id == known.Site.Id).ExecuteDeleteAsync()));

        Assert.Equal(1, await house.Read(db => db.Sites.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task An_empty_database_is_migrated_to_the_present_model(StorageProvider provider)
    {
        await using var house = await TestHouse.OpenEmpty(provider);
        await using var db = house.Db();

        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(0, await db.Cases.CountAsync());
    }

    private static async Task<int> Number(AfterSalesDb db, string sql) => (await db.Database.SqlQueryRaw<int>(sql).ToListAsync())[0];
}
