using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using Bunit;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CasesPageTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_list_shows_open_cases_with_their_clocks_and_no_text_is_missing(string culture)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer(name: "青岛海缆")).Repair());
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<CasesPage>("cases");
        var row = page.WaitForElement("[data-test=cases] tbody tr");
        Assert.Contains(number, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("青岛海缆", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("why", row.QuerySelector("[data-test=clock]")!.GetAttribute("popovertarget"));
        Assert.Empty(MissingTexts.In(page.Markup));
        await row.QuerySelector("[data-test=clock]")!.ClickAsync();
        page.WaitForElement("[data-test=explained]");
    }

    [Fact]
    public async Task A_filter_leads_to_an_address_and_the_address_to_its_rows()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await house.Registered(known.Repair());
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CasesPage>("cases");
        await page.WaitForElement("[data-test=filter-type]").ChangeAsync("installation");
        page.WaitForElement("[data-test=empty]");
        Assert.Equal("cases?type=installation", pages.Address);
        await page.Find("[data-test=filter-type]").ChangeAsync("repair");
        page.WaitForElement("[data-test=cases]");
        pages.Go("cases?status=nonsense&after=x");
        page.WaitForElement("[data-test=cases]");

        // What is searched goes along into every view.
        pages.Go("cases?q=nowhere");
        page.WaitForElement("[data-test=empty]");
        Assert.Equal(("page", "cases?span=all&q=nowhere"), (page.Find("[data-test=view-Open]").GetAttribute("aria-current"), page.Find("[data-test=view-All]").GetAttribute("href")));
    }

    [Fact]
    public async Task A_person_is_found_by_name_stands_by_name_and_is_cleared_and_oneself_is_offered_first()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CasesPage>("cases");
        string? Name(string filter) => page.Find($"[data-test=filter-{filter}]").GetAttribute("value");

        await page.WaitForElement("[data-test=filter-engineer]").InputAsync("刘");
        await page.WaitForElement("[data-test=filter-engineer-hit]").MouseDownAsync();
        page.WaitForAssertion(() => Assert.Equal("刘洋", Name("engineer")));
        Assert.Equal($"cases?engineer={People.OtherEngineer}", pages.Address);

        await page.Find("[data-test=filter-owner]").FocusAsync();
        await page.WaitForElement("[data-test=filter-owner-hit]").MouseDownAsync();
        page.WaitForAssertion(() => Assert.Equal("我", Name("owner")));
        Assert.Equal($"cases?engineer={People.OtherEngineer}&owner=me", pages.Address);

        await page.Find("[data-test=filter-engineer-clear]").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(Name("engineer") ?? ""));
        Assert.Equal("cases?owner=me", pages.Address);

        pages.Go($"cases?owner={People.Supervisor}&engineer=777");
        page.WaitForAssertion(() => Assert.Equal("赵军", Name("owner")));
        page.WaitForAssertion(() => Assert.Empty(Name("engineer") ?? ""));
    }

    [Fact]
    public async Task On_a_phone_the_filters_stand_behind_a_button_that_says_how_many_are_set()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CasesPage>("cases?type=repair&priority=high&q=x");

        var button = page.WaitForElement("[data-test=open-filters]");
        Assert.Equal(("false", "2"), (button.GetAttribute("aria-expanded"), page.Find("[data-test=filters-set]").TextContent));
        await button.ClickAsync();

        Assert.Equal("true", page.Find("[data-test=open-filters]").GetAttribute("aria-expanded"));
        Assert.Contains("open", page.Find("[data-test=filters]").ClassList);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_lead_back_to_the_first()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        for (var i = 0; i < 51; i++)
        {
            await house.Registered(known.Repair());
        }

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CasesPage>("cases");
        pages.Go(page.WaitForElement("[data-test=next]").GetAttribute("href")!);
        page.WaitForState(() => page.FindAll("[data-test=cases] tbody tr").Count == 1);
        Assert.Empty(page.FindAll("[data-test=next]"));
        Assert.Equal("51", page.Find("[data-test=count]").TextContent);
        pages.Go(page.Find("[data-test=first]").GetAttribute("href")!);
        page.WaitForState(() => page.FindAll("[data-test=cases] tbody tr").Count == 50);
        Assert.Equal("cases", pages.Address);
    }

    [Fact]
    public async Task A_change_elsewhere_shows_in_its_row_but_rows_stay_in_place_until_asked()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var number = await house.Registered(known.Repair());
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CasesPage>("cases");
        page.WaitForElement("[data-test=cases]");
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Chase(number, null, Guid.NewGuid()));
        house.Time.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Contains("催 1 次", page.Find("[data-test=cases]").TextContent, StringComparison.Ordinal));
        await house.Registered(known.Repair());
        house.Time.Advance(TimeSpan.FromSeconds(2));
        page.WaitForElement("[data-test=news]");
        Assert.Single(page.FindAll("[data-test=cases] tbody tr"));
        await page.Find("[data-test=news]").ClickAsync();
        Assert.Equal(2, page.FindAll("[data-test=cases] tbody tr").Count);
    }

    [Fact]
    public async Task An_engineer_is_shown_own_cases_alone_and_no_list_of_colleagues()
    {
        await using var house = await TestHouse.Open();
        await house.Registered((await house.KnownCustomer()).Repair());
        await using var pages = new PageHouse(house, Role.Engineer);
        var page = pages.Open<CasesPage>("cases?span=all");
        page.WaitForElement("[data-test=empty]");
        Assert.Empty(page.FindAll("[data-test=filter-owner], [data-test=intake]"));
    }
}
