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

    [Theory]
    [InlineData("zh-CN", 1440, "/dispatch", "undispatched")]
    [InlineData("en", 390, "/dispatch", "undispatched")]
    [InlineData("en", 1440, "/dispatch?shelf=Unaccepted", "orders")]
    [InlineData("zh-CN", 1440, "/callbacks", "callbacks")]
    public async Task What_is_picked_with_Enter_opens_under_the_cursor_and_Escape_leads_back_to_it(string culture, int width, string address, string list)
    {
        await using var visitor = await house.Visit(Role.Supervisor, new Screen(culture, width, false));
        await visitor.Go(address);
        var link = visitor.Page.Locator($"[data-test={list}] td:first-child a, [data-test={list}] td:nth-child(2) a").Last;
        var test = await link.GetAttributeAsync("data-test");

        await link.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Test("pane-head")).ToBeFocusedAsync();
        await visitor.Settled();
        if (!visitor.OnPhone)
        {
            await Expect(visitor.Test(test!)).ToBeInViewportAsync();
        }

        await visitor.Sound($"{address}, picked");
        if (list == "undispatched")
        {
            await visitor.Page.Keyboard.PressAsync("e");
            await Expect(visitor.Test("engineer")).ToBeFocusedAsync();
            await visitor.Page.Keyboard.PressAsync("Escape");
            await Expect(visitor.Test("engineer")).ToHaveAttributeAsync("aria-expanded", "false");
        }

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Test(test!)).ToBeFocusedAsync();
        await Expect(visitor.Test(test!)).ToBeInViewportAsync();
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
