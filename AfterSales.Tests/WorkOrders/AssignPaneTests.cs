using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class AssignPaneTests
{
    [Fact]
    public async Task A_case_that_awaits_no_dispatch_says_so_and_leads_to_the_case()
    {
        await using var scene = await Scene.Open(Role.Supervisor);
        var (house, pages, _) = scene;

        var pane = await Open(house, pages, "SC-1", null);

        Assert.Equal("cases/SC-1", pane.Find("[data-test=not-waiting] a").GetAttribute("href"));
        Assert.Empty(pane.FindAll("[data-test=assign]"));
    }

    [Fact]
    public async Task Without_an_engineer_it_is_refused_beside_the_field()
    {
        await using var scene = await Scene.Open(Role.Supervisor);
        var (house, pages, _) = scene;
        var pane = await Open(house, pages, await house.Case(), null);

        pane.Find("[data-test=assign]").Submit();

        Assert.Equal("true", pane.WaitForElement("[data-test=engineer][aria-invalid]").GetAttribute("aria-invalid"));
        Assert.Empty(await house.Read(db => db.WorkOrders.ToListAsync()));
    }

    [Fact]
    public async Task The_day_picked_on_the_lanes_is_what_is_sent()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Case());
        var (house, pages, number) = scene;
        var day = house.Clock.Today.AddDays(2);
        var told = "";
        var pane = await Open(house, pages, number, (People.Engineer, day), order => told = order);

        pane.Find("[data-test=assign]").Submit();

        pane.WaitForAssertion(() => Assert.NotEmpty(told));
        var order = await house.Read(db => db.WorkOrders.Include(o => o.Visits).SingleAsync());
        Assert.Equal((told, People.Engineer, day), (order.Number, order.EngineerId, house.Clock.DayOf(order.Current!.Appointment.From)));
    }

    private static async Task<IRenderedComponent<AssignPane>> Open(
        TestHouse house, PageHouse pages, string number, (long Engineer, DateOnly Day)? slot, Action<string>? saved = null)
    {
        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var book = await house.Book();
        return pages.Open<AssignPane>("dispatch", set => set
            .Add(p => p.Number, number).Add(p => p.Found, board.Undispatched.SingleOrDefault(c => c.Number == number)).Add(p => p.Lanes, board.Lanes)
            .Add(p => p.Book, book).Add(p => p.Slot, slot).Add(p => p.Back, "dispatch").Add(p => p.Saved, saved ?? (_ => { })));
    }
}
