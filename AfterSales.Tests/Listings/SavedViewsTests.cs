using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;

namespace AfterSales.Tests.Listings;

public sealed class SavedViewsTests
{
    [Theory, BothDatabases]
    public async Task Own_views_are_ones_own_and_shared_ones_everybodys(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Done(await Save(house, Role.Agent, "customers?kind=dealer&after=9~x&nonsense=1", "经销商"));
        Done(await Save(house, Role.Supervisor, "customers?unfiled=true", "未建档", shared: true));
        Done(await Save(house, Role.Supervisor, "customers", "都"));

        Assert.Equal([("未建档", "customers?unfiled=true", false, false), ("经销商", "customers?kind=dealer", true, true)],
            (await Of(house, Role.Agent)).Select(v => (v.Name, v.Href, v.Own, v.MayChange)));
        Assert.Equal(["未建档"], (await Of(house, Role.Manager)).Where(v => v.MayChange).Select(v => v.Name));
        Assert.Empty(await Of(house, Role.Agent, "assets"));
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_the_same_view_do_not_undo_each_other(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Save(house, Role.Supervisor, "customers?unfiled=true", "未建档", shared: true);
        var (mine, theirs) = ((await Of(house, Role.Supervisor))[0], (await Of(house, Role.Manager))[0]);
        Done(await house.As(Role.Manager).Ask((SavedViews v) => v.Change(theirs.Id, new() { Name = "待建档", Shared = true, Version = theirs.Version }, house.Request)));

        Refused("Shared.ChangedMeanwhile", await house.As(Role.Supervisor).Ask((SavedViews v) => v.Change(mine.Id, new() { Name = "x", Version = mine.Version }, house.Request)));
        Refused("Shared.ChangedMeanwhile", await house.As(Role.Supervisor).Ask((SavedViews v) => v.Drop(mine.Id, mine.Version, house.Request)));
        Assert.Equal("待建档", Assert.Single(await Of(house, Role.Agent)).Name);
        Done(await house.As(Role.Supervisor).Ask((SavedViews v) => v.Drop(mine.Id, mine.Version + 1, house.Request)));
        Assert.Empty(await Of(house, Role.Agent));
    }

    [Theory, BothDatabases]
    public async Task A_name_is_taken_once_and_any_text_is_one(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        foreach (var name in new[] { "<b>&\"'</b>", "'; DROP TABLE--", "名\U0001F69C", " 边 " })
        {
            Done(await Save(house, Role.Agent, "customers?area=north", name));
            Refused("Listings.NameTaken", await Save(house, Role.Agent, "customers", name));
        }

        Done(await Save(house, Role.Supervisor, "customers", "边"));
        Refused("Shared.Required", await Save(house, Role.Agent, "customers", " \t"));
        Refused("Shared.TooLong", await Save(house, Role.Agent, "customers", new string('长', SavedView.MostName + 1)));
        Assert.NotEmpty((await Save(house, Role.Agent, "customers", "\0")).Problems);
        Assert.Equal(4, (await Of(house, Role.Agent)).Count);
    }

    [Fact]
    public async Task Anothers_own_view_is_not_there_and_sharing_is_for_those_who_may()
    {
        await using var house = await TestHouse.Open();
        await Save(house, Role.Agent, "customers?area=north", "我的");
        var view = Assert.Single(await Of(house, Role.Agent));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Supervisor).Ask((SavedViews v) => v.Drop(view.Id, view.Version, house.Request)));
        await Assert.ThrowsAsync<ForbiddenException>(() => Save(house, Role.Agent, "customers", "大家的", shared: true));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Agent).Ask((SavedViews v) => v.Save("nonsense", "", new() { Name = "x" }, house.Request)));
    }

    [Fact]
    public async Task The_menu_keeps_what_is_shown_leads_there_renames_and_drops()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(kind: CustomerKind.Dealer);
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<CustomersPage>("customers?kind=dealer&order=-name");
        await page.WaitForElement("[data-test=save-view] [data-test=view-name]").InputAsync("经销商");
        await page.Find("[data-test=view-shared]").ChangeAsync(true);
        await page.Find("[data-test=save-view]").SubmitAsync();

        var link = page.WaitForElement("[data-test=view]");
        Assert.Equal(("customers?kind=dealer&order=-name", "page"), (link.GetAttribute("href"), link.GetAttribute("aria-current")));
        await page.Find("[data-test=save-view] [data-test=view-name]").InputAsync("经销商");
        await page.Find("[data-test=save-view]").SubmitAsync();
        page.WaitForElement("[data-test=view-wrong]");

        await page.Find("[data-test=change-view]").ClickAsync();
        await page.WaitForElement("[data-test=rename] [data-test=view-name]").InputAsync("我的经销商");
        await page.Find("[data-test=rename]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("我的经销商", page.Find("[data-test=view]").TextContent, StringComparison.Ordinal));
        await page.Find("[data-test=change-view]").ClickAsync();
        await page.WaitForElement("[data-test=drop]").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=view]")));
    }

    private static Task<Result> Save(TestHouse house, Role role, string address, string name, bool shared = false) =>
        house.As(role).Ask((SavedViews v) => v.Save("customers", address, new() { Name = name, Shared = shared }, house.Request));

    private static Task<IReadOnlyList<SavedViewRow>> Of(TestHouse house, Role role, string list = "customers") => house.As(role).Ask((SavedViews v) => v.Of(list));

    private static void Done(Result result) => Assert.True(result.Ok, string.Join("; ", result.Problems));

    private static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Problems).Code);
}
