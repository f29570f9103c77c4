using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Search;

/// <summary>Both databases find the same, in the same order, whatever is asked.</summary>
public sealed class SameSearchTests
{
    private const int Queries = 200;

    [Fact]
    public async Task Two_hundred_queries_find_the_same_in_the_same_order_on_both()
    {
        Assert.SkipWhen(PostgresServer.MissingBecause is not null, PostgresServer.MissingBecause ?? "");
        await using var sqlite = await Sample(StorageProvider.Sqlite);
        await using var postgres = await Sample(StorageProvider.Postgres);
        var queries = await sqlite.Read(Asked);
        Assert.Equal(Queries, queries.Count);
        var empty = 0;
        foreach (var query in queries)
        {
            var (one, other) = (await Find(sqlite, query), await Find(postgres, query));
            Assert.True(one.SequenceEqual(other), $"{query}: {string.Join("; ", one)} but {string.Join("; ", other)}");
            empty += one.Count == 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"{Queries} queries, {empty} without a hit");
        Assert.InRange(empty, 0, Queries / 10);
    }

    private static Task<IReadOnlyList<SearchHit>> Find(TestHouse house, string text) => house.As(Role.Supervisor).Ask((SearchService s) => s.Find(text));

    private static async Task<TestHouse> Sample(StorageProvider provider)
    {
        var house = await TestHouse.Open(provider);
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, new SamplePlan(600), house.Clock));
        foreach (var asset in await db.Assets.OrderBy(a => a.Id).Take(30).ToListAsync())
        {
            (asset.Plate, asset.Vin) = ($"鲁{(char)('A' + (asset.Id % 20))}·{12345 + asset.Id}", $"LSVAA2180E2{asset.Id:000000}");
        }

        await db.SaveChangesAsync();
        return house;
    }

    /// <summary>Twenty of each way to ask.</summary>
    private static async Task<IReadOnlyList<string>> Asked(AfterSalesDb db)
    {
        var names = await db.Customers.OrderBy(c => c.Id).Select(c => c.Name).Take(20).ToListAsync();
        var phones = await db.ContactPhones.OrderBy(p => p.Id).Select(p => p.Number).Take(20).ToListAsync();
        var machines = await db.Assets.Where(a => a.Plate != null).OrderBy(a => a.Id).Take(20).ToListAsync();
        var numbers = await db.Cases.OrderByDescending(c => c.Id).Select(c => c.Number).Take(20).ToListAsync();
        var orders = await db.WorkOrders.OrderByDescending(o => o.Id).Select(o => o.Number).Take(20).ToListAsync();
        var words = await db.Cases.OrderBy(c => c.Id).Select(c => c.Description).Take(20).ToListAsync();
        return
        [
            .. names.Select((n, i) => n[(i % 4)..Math.Min(n.Length, i % 4 + 3)]),
            .. names.Select(n => Pinyin.Tails(n, 24).First(t => t.Length < 14)),
            .. names.Select(n => Pinyin.Tails(n, 24).First()[..5]),
            .. phones.Select((p, i) => i % 2 == 0 ? "+86 " + p : p[^4..]),
            .. machines.Select((a, i) => (i % 3) switch { 0 => a.Plate!, 1 => a.Plate!.Replace("·", " ", StringComparison.Ordinal)[1..], _ => a.Plate![3..] }),
            .. machines.Select((a, i) => i % 2 == 0 ? a.Vin! : a.Vin![^6..]),
            .. machines.Select(a => a.SerialNo[^4..]),
            .. numbers.Select((n, i) => i % 2 == 0 ? n : n[^4..]),
            .. orders,
            .. words.Select((w, i) => i % 2 == 0 ? w[(i % 5)..(i % 5 + 2)] : w[..2] + " " + w[3..5]),
        ];
    }
}
