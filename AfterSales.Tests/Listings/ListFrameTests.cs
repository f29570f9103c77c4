using AfterSales.Core.Identity;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Assets;
using AfterSales.Web.Audit;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Cases;
using AfterSales.Web.Complaints;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Listings;

public sealed class ListFrameTests
{
    [Fact]
    public async Task Every_row_has_a_cell_under_each_head()
    {
        await HeadsFit<CustomersPage>("customers");
        await HeadsFit<AssetsPage>("assets");
        await HeadsFit<CasesPage>("cases");
        await HeadsFit<CallbacksPage>("callbacks?shelf=later");
        await HeadsFit<ComplaintsPage>("complaints");
        await HeadsFit<AuditPage>("audit", Role.Administrator);
    }

    [Fact]
    public async Task A_head_turns_the_order_around_and_back_and_the_address_says_it()
    {
        await using var house = await TestHouse.Open();
        foreach (var name in new[] { "乙厂", "甲厂" })
        {
            await house.KnownCustomer(name);
        }

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomersPage>("customers?area=north");
        string First() => page.Find("[data-test=customers] tbody a").TextContent;
        Assert.Equal("乙厂", page.WaitForElement("[data-test=customers] tbody a").TextContent);
        Assert.Equal("ascending", page.Find("th").GetAttribute("aria-sort"));

        pages.Go(page.Find("[data-test=sort-name]").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal("甲厂", First()));
        Assert.Equal(("customers?area=north&order=-name", "descending"), (pages.Address, page.Find("th").GetAttribute("aria-sort")));
        Assert.Equal("customers?area=north", page.Find("[data-test=sort-name]").GetAttribute("href"));
    }

    [Fact]
    public async Task An_arrow_says_which_way_an_order_runs_whichever_comes_first()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await house.OpenCase(known);
        await using var pages = new PageHouse(house, Role.Supervisor);
        async Task Runs(string address, string order, string sorted, string arrow, string next)
        {
            await Task.Yield();
            var page = pages.Open<CasesPage>(address);
            var head = page.WaitForElement($"[data-test=sort-{order}]");
            Assert.Equal((sorted, arrow, next), (head.ParentElement!.GetAttribute("aria-sort"), head.QuerySelector("span")!.TextContent, head.GetAttribute("href")));
        }

        await Runs("cases", "due", "ascending", "↑", "cases?order=-due");
        await Runs("cases?order=-due", "due", "descending", "↓", "cases");
        await Runs("cases?order=opened", "opened", "descending", "↓", "cases?order=-opened");
        await Runs("cases?order=-opened", "opened", "ascending", "↑", "cases?order=opened");
    }

    [Fact]
    public async Task Where_no_heads_are_shown_the_orders_are_chosen_from_a_list()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomersPage>("customers?order=-name");
        var sort = page.WaitForElement("[data-test=sort]");
        Assert.Equal(["name", "-name", "contact", "-contact"], sort.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        await sort.ChangeAsync("contact");
        Assert.Equal("customers?order=contact", pages.Address);
        await page.Find("[data-test=sort]").ChangeAsync("name");
        Assert.Equal("customers", pages.Address);
    }

    [Fact]
    public async Task A_list_in_an_order_that_no_head_names_is_shown()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await house.Read(db => db.Customers.Where(c => c.Id == known.Customer.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.AnonymityAskedAt, house.Now)));
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomersPage>("customers?anonymity=true");
        Assert.Contains(known.Customer.Name, page.WaitForElement("[data-test=customers] tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-test=sort]"));
    }

    [Fact]
    public async Task Where_nothing_fits_the_way_to_everything_is_offered_and_where_nothing_is_it_is_not()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomersPage>("customers?order=-name");
        page.WaitForElement("[data-test=empty]");
        Assert.Empty(page.FindAll("[data-test=clear]"));
        await page.Find("[data-test=filter-kind]").ChangeAsync("dealer");
        Assert.Equal("customers", page.WaitForElement("[data-test=clear]").GetAttribute("href"));
        Assert.Equal("customers?kind=dealer&order=-name", pages.Address);
        await page.Find("[data-test=filter-unfiled]").ClickAsync();
        Assert.Equal("customers?kind=dealer&unfiled=true&order=-name", pages.Address);
        await page.Find("[data-test=filter-kind]").ChangeAsync("");
        Assert.Equal("customers?unfiled=true&order=-name", pages.Address);
    }

    [Fact]
    public async Task Days_the_wrong_way_round_are_told_and_turned()
    {
        await using var house = await TestHouse.Open();
        await house.OpenCase(await house.KnownCustomer());
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<CasesPage>("cases?span=opened&from=2026-11-30&to=2026-11-01");
        Assert.Contains("晚于", page.WaitForElement("[data-test=reversed]").TextContent, StringComparison.Ordinal);
        Assert.Contains("from=2026-11-01&to=2026-11-30", page.Find("[data-test=reversed] a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_stand_at_the_address_that_was_gone_back_to()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomersPage>("customers");
        page.WaitForElement("[data-test=customers] tbody tr");

        var answer = pages.Late(() => pages.Go("customers?area=south"));
        pages.Go("customers");
        await answer();

        Assert.Single(page.FindAll("[data-test=customers] tbody tr"));
        Assert.Empty(page.FindAll("[data-test=filters-set]"));
        pages.Go("customers?area=south");
        page.WaitForElement("[data-test=empty]");
    }

    private static async Task HeadsFit<TPage>(string address, Role role = Role.Supervisor) where TPage : IComponent
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        await house.Complaint(id);
        await house.Resolve(id);
        await house.OpenCase(known);
        await using var pages = new PageHouse(house, role);
        var page = pages.Open<TPage>(address);
        var cells = page.WaitForElement("tbody tr").Children.Length;
        Assert.Equal(page.FindAll("thead th").Count, cells);
        Assert.Empty(MissingTexts.In(page.Markup));
    }
}
