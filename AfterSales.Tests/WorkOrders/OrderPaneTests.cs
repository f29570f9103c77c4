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
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = await house.Dispatched();
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
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = await house.Dispatched();
        var pane = await Open(house, pages, number);

        await Move(house, number, 3);

        var day = house.Clock.Today.AddDays(3).ToString("yyyy-MM-dd", null);
        pane.WaitForAssertion(() => Assert.Equal(day, pane.Find("[data-test=day]").GetAttribute("value")));
    }

    private static async Task Move(TestHouse house, string number, int days)
    {
        var plan = await house.Plan(number);
        plan.When.Day = house.Clock.Today.AddDays(days);
        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, plan, house.Request))).Ok);
    }

    private static async Task<IRenderedComponent<OrderPane>> Open(TestHouse house, PageHouse pages, string number)
    {
        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var book = await house.As(Role.Supervisor).Ask((Lists l) => l.Book());
        return pages.Open<OrderPane>("dispatch", set => set.Add(p => p.Number, number).Add(p => p.Lanes, board.Lanes).Add(p => p.Book, book).Add(p => p.Back, "dispatch"));
    }
}
