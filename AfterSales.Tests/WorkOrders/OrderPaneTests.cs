using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class OrderPaneTests
{
    [Fact]
    public async Task Moved_by_another_while_somebody_types_it_is_told_under_the_field_and_the_typing_stays()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Dispatched());
        var (house, pages, number) = scene;
        var pane = await Open(house, pages, number);

        pane.Find("[data-test=kind-Afternoon]").Click();
        await Move(house, number, 3);
        pane.Find("[data-test=change]").Submit();

        var told = pane.WaitForElement("[data-test=wrong-Day]").TextContent;
        Assert.Contains(house.Clock.Today.AddDays(3).ToString("yyyy-MM-dd", null), told, StringComparison.Ordinal);
        Assert.Equal("true", pane.Find("[data-test=kind-Afternoon]").GetAttribute("aria-checked"));

        pane.Find("[data-test=change]").Submit();
        pane.WaitForAssertion(() => Assert.Empty(pane.FindAll("[data-test^=wrong-]")));
        var visit = await house.Read(db => db.Visits.SingleAsync());
        Assert.Equal(AppointmentKind.Afternoon, visit.Appointment.Kind);
    }

    [Fact]
    public async Task While_nobody_types_the_form_follows_what_another_changes()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Dispatched());
        var (house, pages, number) = scene;
        var pane = await Open(house, pages, number);

        await Move(house, number, 3);

        var day = house.Clock.Today.AddDays(3).ToString("yyyy-MM-dd", null);
        pane.WaitForAssertion(() => Assert.Equal(day, pane.Find("[data-test=day]").GetAttribute("value")));
    }

    [Fact]
    public async Task Sent_again_unchanged_after_another_moved_it_the_refusal_stands_until_it_is_meant()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Dispatched());
        var (house, pages, number) = scene;
        var pane = await Open(house, pages, number);
        await Move(house, number, 3);
        pane.WaitForAssertion(() => Assert.Equal(Day(house, 3), pane.Find("[data-test=day]").GetAttribute("value")));

        await Move(house, number, 4);
        pane.Find("[data-test=change]").Submit();

        Assert.Contains(Day(house, 4), pane.WaitForElement("[data-test=wrong-Day]").TextContent, StringComparison.Ordinal);
        house.Time.Advance(TimeSpan.FromSeconds(2));
        await Task.Delay(TimeSpan.FromMilliseconds(300), Xunit.TestContext.Current.CancellationToken);
        Assert.NotEmpty(pane.FindAll("[data-test=wrong-Day]"));
    }

    [Fact]
    public async Task R31_a_finished_order_shows_what_was_done_and_leads_to_its_report()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = await house.OnSite();
        await house.Filled(number);
        await house.Mine((JobEnding e) => e.Complete(number, null, house.Request));

        var done = (await Open(house, pages, number)).WaitForElement("[data-test=done]");

        var report = await house.Read(db => db.ServiceReports.SingleAsync());
        Assert.Contains(report.Remedy!, done.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("—", done.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/report.pdf", done.QuerySelector("[data-test=report-pdf]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "chip ok")]
    [InlineData(false, "chip")]
    public async Task Only_a_completed_order_looks_as_if_all_were_well(bool completed, string look)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = completed ? await house.OnSite() : await house.Dispatched();
        if (completed)
        {
            await house.Filled(number);
            await house.Mine((JobEnding e) => e.Complete(number, null, house.Request));
        }
        else
        {
            await house.As(Role.Supervisor).Ask((Dispatching d) => d.Cancel(number, "客户自行修好", house.Request));
        }

        var status = (await Open(house, pages, number)).WaitForElement("[data-test=done-status]");

        Assert.Equal(look, status.ClassName?.Trim());
    }

    [Fact]
    public async Task What_was_read_before_the_own_save_and_comes_after_it_is_not_shown()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Dispatched());
        var (house, pages, number) = scene;
        var pane = await Open(house, pages, number);
        var answer = pages.Late(() => Move(house, number, 3).GetAwaiter().GetResult());
        pane.Find("[data-test=day]").Change(Day(house, 5));
        pane.Find("[data-test=change]").Submit();
        pane.WaitForElement("[data-test=wrong-Day]");
        pane.Find("[data-test=change]").Submit();
        pane.WaitForAssertion(() => Assert.Empty(pane.FindAll("[data-test=wrong-Day]")));

        await answer();

        Assert.Equal(Day(house, 5), pane.Find("[data-test=day]").GetAttribute("value"));
    }

    private static string Day(TestHouse house, int ahead) => house.Clock.Today.AddDays(ahead).ToString("yyyy-MM-dd", null);

    private static async Task Move(TestHouse house, string number, int days)
    {
        var plan = await house.Plan(number);
        plan.When.Day = house.Clock.Today.AddDays(days);
        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, plan, house.Request))).Ok);
    }

    private static async Task<IRenderedComponent<OrderPane>> Open(TestHouse house, PageHouse pages, string number)
    {
        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var book = await house.Book();
        return pages.Open<OrderPane>("dispatch", set => set.Add(p => p.Number, number).Add(p => p.Lanes, board.Lanes).Add(p => p.Book, book).Add(p => p.Back, "dispatch"));
    }
}
