using AfterSales.Core.Callbacks;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;

namespace AfterSales.Tests.Customers;

public sealed class CustomerReaderTests
{
    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_without_gap_in_both_orders(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 7; i++)
        {
            var known = await house.KnownCustomer($"厂{i % 2}");
            await using var db = house.Db();
            db.Attach(known.Customer);
            (known.Customer.FiledOn, known.Customer.FirstContactOn) = (null, new DateOnly(2026, 11, 20).AddDays(-i / 3));
            await db.SaveChangesAsync();
        }

        foreach (var unfiled in new[] { false, true })
        {
            var seen = new List<CustomerRow>();
            for (RowKey? after = null; seen.Count == 0 || after is not null;)
            {
                var page = await Find(house, new() { Size = 2, After = after, Unfiled = unfiled });
                seen.AddRange(page.Rows);
                after = page.Next;
            }

            Assert.Equal(7, seen.Select(r => r.Id).Distinct().Count());
            Assert.Equal(7, seen.Count);
            Assert.Equal(unfiled ? seen.OrderBy(r => r.FileDueOn).Select(r => r.FileDueOn) : [], unfiled ? seen.Select(r => r.FileDueOn) : []);
        }
    }

    /// <summary>The search field offers the first hits; a list that is narrowed by a text pages and counts all of them.</summary>
    [Theory, BothDatabases]
    public async Task A_text_finds_all_there_are(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 70; i++)
        {
            await house.KnownCustomer($"同名电缆厂{i}");
        }

        var page = await Find(house, new() { Text = "同名电缆", Size = 50 });
        Assert.Equal((70, 50), (page.Count, page.Rows.Count));
        Assert.Equal(20, (await Find(house, new() { Text = "同名电缆", Size = 50, After = page.Next })).Rows.Count);
    }

    [Theory, BothDatabases]
    public async Task Filters_narrow_and_a_senseless_cursor_is_the_first_page(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer(kind: CustomerKind.Dealer);
        await house.KnownCustomer();

        Assert.Equal(CustomerKind.Dealer, Assert.Single((await Find(house, new() { Kind = CustomerKind.Dealer })).Rows).Kind);
        Assert.Equal(2, (await Find(house, new() { Tier = CustomerTier.B, Area = "north", After = new("", 3) })).Count);
        Assert.Empty((await Find(house, new() { Tier = CustomerTier.A })).Rows);
        Assert.Empty((await Find(house, new() { Unfiled = true, After = new("99999999", 3) })).Rows);
    }

    [Theory, BothDatabases]
    public async Task The_page_shows_open_cases_with_their_clock_and_followups_to_come(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var done = await house.OpenCase(known);
        await house.OpenCase(known);
        await house.Resolve(done);

        var view = await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(known.Customer.Code));

        Assert.NotNull(Assert.Single(view.OpenCases).Clock);
        Assert.Equal((1, CallbackState.Waiting), Assert.Single(view.Callbacks) is { } k ? (k.Round, k.State) : default);
    }

    private static Task<Page<CustomerRow>> Find(TestHouse house, CustomerFilter filter) => house.As(Role.Agent).Ask((CustomerList l) => l.Find(filter));

    /// <summary>Nobody is put on file twice unknowingly, on the customers' own page as at intake.</summary>
    [Fact]
    public async Task A_customer_typed_anew_names_who_is_on_file_already()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer("沧州瑞华电缆集团有限公司");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomersPage>("customers");
        page.WaitForElement("[data-test=new-customer]").Click();
        page.WaitForElement("[data-test=name]").Change("沧州瑞华电缆有限公司");

        page.WaitForAssertion(() => Assert.Equal("customers/" + known.Customer.Code, page.Find("[data-test=like-customer] a").GetAttribute("href")!.TrimStart('/')));

        page.Find("[data-test=area]").Change("south");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=like-customer] a")));
        page.Find("[data-test=area]").Change("north");
        page.Find("[data-test=name]").Change("沧州别家电缆厂");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=like-customer] a")));
    }
}
