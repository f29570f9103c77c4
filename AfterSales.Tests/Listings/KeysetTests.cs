using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Listings;

public sealed class KeysetTests
{
    [Theory, BothDatabases]
    public async Task Every_order_shows_each_row_once_and_turned_around_the_same_rows_the_other_way(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 7; i++)
        {
            var known = await house.KnownCustomer($"厂{i % 3}");
            await house.Read(db => db.Customers.Where(c => c.Id == known.Customer.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.FiledOn, (DateOnly?)null).SetProperty(c => c.FirstContactOn, new DateOnly(2026, 11, 20).AddDays(-(int)known.Customer.Id % 3))));
        }

        foreach (var (order, unfiled) in new[] { ("name", false), ("name", true), ("contact", true), ("contact", false) })
        {
            var forth = await Walk(house, new() { Order = order, Unfiled = unfiled, Size = 2 });
            Assert.Equal(7, forth.Distinct().Count());
            Assert.Equal(forth, await Walk(house, new() { Order = order, Unfiled = unfiled, Size = 100 }));
            Assert.Equal(Enumerable.Reverse(forth), await Walk(house, new() { Order = "-" + order, Unfiled = unfiled, Size = 2 }));
        }
    }

    [Theory, BothDatabases]
    public async Task An_order_that_is_none_is_the_first_and_so_is_a_senseless_row(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        foreach (var filter in new CustomerFilter[] { new() { Order = "-vip" }, new() { Order = "asked" }, new() { After = new(null, 99) }, new() { After = new("", 0) } })
        {
            Assert.Equal(known.Customer.Id, Assert.Single((await Find(house, filter)).Rows).Id);
        }
    }

    private static async Task<List<long>> Walk(TestHouse house, CustomerFilter filter)
    {
        var seen = new List<long>();
        for (var page = await Find(house, filter); ; page = await Find(house, filter with { After = RowKey.Parse(page.Next.ToString()) }))
        {
            seen.AddRange(page.Rows.Select(r => r.Id));
            if (page.Next is null)
            {
                return seen;
            }
        }
    }

    private static Task<Page<CustomerRow>> Find(TestHouse house, CustomerFilter filter) => house.As(Role.Agent).Ask((CustomerList l) => l.Find(filter));
}
