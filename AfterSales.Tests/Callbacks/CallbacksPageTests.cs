using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Complaints;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Callbacks;

public sealed class CallbacksPageTests
{
    [Theory]
    [InlineData("3", CallbackShelf.Due)]
    [InlineData("nonsense", CallbackShelf.Due)]
    [InlineData("later", CallbackShelf.Later)]
    public Task A_shelf_is_asked_for_by_its_name_alone(string asked, CallbackShelf shown) => Shows<CallbacksPage>(
        $"callbacks?shelf={asked}&mine=true", shown, page => Assert.Equal("callbacks?shelf=overdue&mine=true", page.Find("[data-test=shelf-overdue]").GetAttribute("href")));

    [Fact]
    public async Task R48_the_page_says_whether_it_is_call_hours_now_though_the_clock_runs_on()
    {
        await using var house = await TestHouse.Open();
        var callback = await Due(house, await house.KnownCustomer(), People.Agent);
        await using var pages = new PageHouse(house, Role.Agent);
        house.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var page = pages.Open<CallbacksPage>($"callbacks?id={callback}");
        Assert.Contains("现在是回访时段", page.WaitForElement("[data-test=call-hours]").TextContent, StringComparison.Ordinal);

        house.Time.SetUtcNow(TestHouse.Zone.StartOf(house.Clock.Today).AddHours(11));
        house.Get<ChangeFeed>().Publish(["minute"]);
        page.WaitForAssertion(() => Assert.Contains("现在不在回访时段", page.Find("[data-test=call-hours]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(1, true)]
    public async Task R47_a_noted_call_stays_with_what_came_of_it_and_offers_ones_own_next(int score, bool complaint)
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await Due(house, known, People.OtherAgent);
        var (noted, own) = (await Due(house, known, People.Agent), await Due(house, known, People.Agent));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CallbacksPage>($"callbacks?id={noted}");
        await page.WaitForElement("[data-test=outcome-Answered]").ClickAsync();
        await page.WaitForElement($"[data-test=score-{score}]").ClickAsync();
        await page.Find("[data-test=attempt]").SubmitAsync();

        Assert.Equal($"callbacks?id={own}", page.WaitForElement("[data-test=noted] [data-test=next]").GetAttribute("href"));
        Assert.Equal($"callbacks?id={noted}", pages.Address);
        Assert.NotEmpty(page.FindAll("[data-test=answers]"));
        var opened = await house.Read(db => db.Cases.Where(c => c.Type == CaseType.Complaint).Select(c => "cases/" + c.Number).FirstOrDefaultAsync());
        Assert.Equal(complaint ? opened : null, (page.FindAll("[data-test=noted] [data-test=complaint]") is [var link] ? link : null)?.GetAttribute("href"));
        Assert.Equal(complaint, opened is not null);
    }

    [Theory]
    [InlineData(true, "工程师到得准时吗")]
    [InlineData(false, "电话里讲得清楚吗")]
    public async Task The_caller_asks_of_a_visit_only_where_somebody_came(bool visited, string asked)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        if (visited)
        {
            await house.OnSite(number);
        }

        var callback = await Due(house, await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync()), People.Agent, null);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CallbacksPage>($"callbacks?id={callback}");

        Assert.Contains(asked, page.WaitForElement("[data-test=script]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A callback that is to be made now by a person.</summary>
    private static async Task<long> Due(TestHouse house, Known known, long assignee) => await Due(house, await house.OpenCase(known), assignee, People.Engineer);

    private static async Task<long> Due(TestHouse house, long id, long assignee, long? engineer)
    {
        await house.Resolve(id, engineer);
        await house.Read(db => db.Callbacks.Where(k => k.CaseId == id).ExecuteUpdateAsync(set => set
            .SetProperty(k => k.State, CallbackState.Due).SetProperty(k => k.NextCallAt, house.Now).SetProperty(k => k.AssigneeId, assignee)));
        return (await house.CallbacksOf(id)).Single().Id;
    }

    [Theory]
    [InlineData("3", ComplaintShelf.Open)]
    [InlineData("closed", ComplaintShelf.Closed)]
    public Task So_it_is_with_complaints(string asked, ComplaintShelf shown) => Shows<ComplaintsPage>($"complaints?shelf={asked}&page=0", shown);

    private static async Task Shows<TPage>(string address, Enum shelf, Action<IRenderedComponent<TPage>>? and = null) where TPage : IComponent
    {
        await using var scene = await Scene.Open(Role.Agent);
        var page = scene.Pages.Open<TPage>(address);
        page.WaitForElement("[data-test=empty]");
        Assert.Equal($"shelf-{shelf}".ToLowerInvariant(), page.Find("[data-test=tabs-shelf] [aria-current=page]").GetAttribute("data-test"));
        and?.Invoke(page);
    }
}
