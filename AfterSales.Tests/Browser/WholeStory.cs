using AfterSales.Core.Callbacks;
using AfterSales.Core.Identity;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>From the phone call to the closed case: every role in turn, on a site of its own whose clock is moved.</summary>
[Collection("Browser")]
public sealed class WholeStory
{
    [Fact]
    public async Task A_call_is_dispatched_visited_signed_called_back_and_closed()
    {
        var house = new SampleSite();
        await using var _ = house;
        var number = await Called(house);
        var order = await Dispatched(house, number);
        await Visited(house, order);
        await Reported(house, number);
        await house.Site.Start(await InCallHoursFourDaysOn(house));
        await CalledBack(house, number);

        Assert.Equal("6", await house.One($"SELECT Status FROM Cases WHERE Number = '{number}'"));
        await house.Site.Stop();
        Assert.Equal(0, (await house.Site.Verb("check")).Code);
    }

    private static async Task<string> Called(SampleSite house)
    {
        await using var agent = await house.Visit(Role.Agent, Screen.Desk);
        var number = await agent.TakeCall(await house.PhoneOfAMachine());
        agent.NoFault();
        return number;
    }

    /// <summary>The engineer's page is open meanwhile and shows the new order without being loaded again.</summary>
    private static async Task<string> Dispatched(SampleSite house, string number)
    {
        await using var engineer = await house.Visit(Role.Engineer, Screen.Phone);
        await engineer.Go("/work");
        var name = await house.One("SELECT Name FROM People WHERE UserName = 'engineer'");
        await using var supervisor = await house.Visit(Role.Supervisor, Screen.Desk);
        await supervisor.Go("/dispatch?case=" + number);
        await supervisor.Test("assign").WaitForAsync();
        await supervisor.Page.FillAsync("[data-test=engineer]", name);
        await Expect(supervisor.Test("engineer-hit")).ToHaveCountAsync(1);
        await supervisor.Page.PressAsync("[data-test=engineer]", "Enter");
        await supervisor.Page.ClickAsync("[data-test=day-0]");
        await supervisor.Page.ClickAsync("[data-test=kind-Days]");
        await supervisor.Page.ClickAsync("[data-test=assign] [data-test=save]");
        await Expect(supervisor.Test("pick-" + number)).ToHaveCountAsync(0);
        var order = await house.One($"SELECT o.Number FROM WorkOrders o JOIN Cases c ON c.Id = o.CaseId WHERE c.Number = '{number}'");
        await Expect(engineer.Test("job-" + order)).ToBeVisibleAsync();
        supervisor.NoFault();
        engineer.NoFault();
        return order;
    }

    private static async Task Visited(SampleSite house, string order)
    {
        await using var engineer = await house.Visit(Role.Engineer, Screen.Phone);
        await engineer.Go("/work/" + order);
        await engineer.FinishJob();
        engineer.NoFault();
    }

    private static async Task Reported(SampleSite house, string number)
    {
        await using var agent = await house.Visit(Role.Agent, Screen.Desk);
        var pdf = await agent.Page.Context.APIRequest.GetAsync($"/cases/{number}/report.pdf");
        await agent.Go($"/cases/{number}/report");
        await agent.Picture("report");
        await agent.Sound("the service report's print view");

        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.InRange((await pdf.BodyAsync()).Length, 5_000, 300_000);
        agent.NoFault();
    }

    /// <summary>R48: callbacks come in call hours, so the clock goes to ten in the morning, company time, of the fourth day.</summary>
    private static async Task<TimeSpan> InCallHoursFourDaysOn(SampleSite house)
    {
        var second = int.Parse(await house.One("SELECT (CAST(strftime('%s', 'now') AS INTEGER) + 8 * 3600) % 86400"), System.Globalization.CultureInfo.InvariantCulture);
        return TimeSpan.FromDays(4) + TimeSpan.FromHours(10) - TimeSpan.FromSeconds(second);
    }

    private static async Task CalledBack(SampleSite house, string number)
    {
        await using var agent = await house.Visit(Role.Agent, Screen.Desk);
        var due = $"SELECT k.Id FROM Callbacks k JOIN Cases c ON c.Id = k.CaseId WHERE c.Number = '{number}' AND k.State = {(int)CallbackState.Due}";
        for (var tries = 0; (await house.One(due)).Length == 0 && tries < 40; tries++)
        {
            await Task.Delay(500);
        }

        await agent.Go("/callbacks?id=" + await house.One(due));
        await agent.Test("attempt").WaitForAsync();
        await agent.Page.ClickAsync("[data-test=outcome-Answered]");
        await agent.Page.ClickAsync("[data-test=score-5]");
        await agent.Page.FillAsync("[data-test=comment]", "师傅很专业，当天就修好了。");
        await agent.Picture("callback");
        await agent.Sound("/callbacks, an answer");
        await agent.Page.ClickAsync("[data-test=attempt] [data-test=save]");
        await agent.Test("noted").WaitForAsync();
        await agent.Go("/cases/" + number);
        await Expect(agent.Test("event-Closed")).ToBeVisibleAsync();
        agent.NoFault();
    }
}
