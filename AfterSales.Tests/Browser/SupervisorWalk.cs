using AfterSales.Core.Identity;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>The supervisor's day: dispatching what is most urgent, deciding what is asked, and the month.</summary>
[Collection("Browser")]
public sealed class SupervisorWalk(SampleSite house)
{
    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task The_most_urgent_case_is_assigned_and_stands_on_the_board(string culture, int width)
    {
        await using var visitor = await house.Visit(Role.Supervisor, new Screen(culture, width, false));
        await visitor.Go("/dispatch");
        await visitor.Picture("dispatch");
        var first = visitor.Test("undispatched").Locator("[data-test^=pick-]").First;
        var number = await first.InnerTextAsync();
        await first.ClickAsync();
        await visitor.Test("assign").WaitForAsync();

        await visitor.Page.FocusAsync("[data-test=engineer]");
        await visitor.Test("engineer-hit").First.ClickAsync();
        await visitor.Page.ClickAsync("[data-test=day-1]");
        await visitor.Page.ClickAsync("[data-test=kind-Morning]");
        await visitor.Page.FillAsync("[data-test=instructions]", "带备用密封圈和万用表。");
        await visitor.Picture("assign");
        await visitor.Sound("/dispatch, assigning");
        await visitor.Page.ClickAsync("[data-test=assign] [data-test=save]");

        await Expect(visitor.Test("pick-" + number)).ToHaveCountAsync(0);
        await visitor.Go("/cases/" + number);
        await Expect(visitor.Test("event-Dispatched")).Not.ToHaveCountAsync(0);
        visitor.NoFault();
    }

    [Fact]
    public async Task A_number_of_the_month_opens_the_cases_it_counted_and_the_workbook_comes()
    {
        await using var visitor = await house.Visit(Role.Supervisor, Screen.Desk);
        await visitor.Go("/performance");
        await visitor.Picture("performance-month");

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Test("xlsx").ClickAsync());
        await visitor.Test("figure-K5").Locator("[data-test=numerator]").ClickAsync();
        await visitor.Settled();
        await visitor.Picture("counted");
        await visitor.Sound("the counted cases");

        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 5_000);
        visitor.NoFault();
    }
}
