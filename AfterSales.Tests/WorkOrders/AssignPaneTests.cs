using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
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

    [Fact]
    public async Task R3_the_last_part_of_a_day_before_the_promise_is_offered_and_whether_it_is_kept_is_told_as_it_changes()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = await house.Case();

        var pane = await Open(house, pages, number, null);

        Assert.Equal("Kept", Keeping(pane));
        // R3: 48 h from the 24th, 09:00.
        Assert.Equal("2026-11-25", pane.Find("[data-test=day]").GetAttribute("value"));
        pane.Find("[data-test=day]").Change(house.Clock.Today.AddDays(9).ToString("yyyy-MM-dd", null));
        Assert.Equal("Late", Keeping(pane));
        pane.Find("[data-test=day-0]").Click();
        pane.Find("[data-test=kind-Days]").Click();
        Assert.Equal("Kept", Keeping(pane));
    }

    [Fact]
    public async Task What_a_field_was_refused_for_is_past_once_it_is_chosen()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var pane = await Open(house, pages, await house.Case(), null);
        pane.Find("[data-test=day]").Change("");
        pane.Find("[data-test=assign]").Submit();
        pane.WaitForElement("[data-test=wrong-EngineerId]");
        Assert.NotEmpty(pane.FindAll("[data-test=wrong-Day]"));

        pane.Find("[data-test=engineer]").Focus();
        pane.FindAll("[data-test=engineer-hit]")[0].MouseDown();
        pane.Find("[data-test=day-1]").Click();

        pane.WaitForAssertion(() => Assert.Equal([], pane.FindAll("[data-test^=wrong-]").Select(w => w.GetAttribute("data-test"))));
        Assert.Null(pane.Find("[data-test=engineer]").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_engineers_of_the_cases_area_are_offered_first_and_typing_narrows_them_by_name_or_area()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        await house.Dispatched();
        var pane = await Open(house, pages, await house.Case(), null);
        string[] Offered() => [.. pane.FindAll("[data-test=engineer-hit]").Select(h => h.TextContent.Split(' ')[0])];

        pane.Find("[data-test=engineer]").Focus();
        Assert.Equal(["王强", "刘洋"], Offered());

        pane.Find("[data-test=engineer]").Input("刘");
        pane.WaitForAssertion(() => Assert.Equal(["刘洋"], Offered()));
        pane.Find("[data-test=engineer]").Input((await house.Book()).Area("north", "zh-CN"));
        pane.WaitForAssertion(() => Assert.Equal(["王强"], Offered()));

        pane.Find("[data-test=engineer]").KeyDown("Tab");
        Assert.StartsWith("王强 · ", pane.Find("[data-test=engineer]").GetAttribute("value"), StringComparison.Ordinal);
        pane.Find("[data-test=engineer]").Input("刘");
        pane.Find("[data-test=engineer]").Blur();
        Assert.StartsWith("王强 · ", pane.Find("[data-test=engineer]").GetAttribute("value"), StringComparison.Ordinal);
        pane.Find("[data-test=engineer-clear]").Click();
        Assert.Empty(pane.Find("[data-test=engineer]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_symptom_in_words_stands_in_the_line_and_what_is_missing_leaves_no_mark()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var number = await house.Case();
        await using (var db = house.Db())
        {
            await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Symptom, (string?)null).SetProperty(c => c.SymptomText, "主轴异响"));
        }

        Assert.EndsWith("· 主轴异响", (await Open(house, pages, number, null)).Find("[data-test=what]").TextContent, StringComparison.Ordinal);
        await using (var db = house.Db())
        {
            await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.SymptomText, (string?)null));
        }

        Assert.DoesNotContain("·", (await Open(house, pages, number, null)).Find("[data-test=what]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_an_engineer_declined_is_no_load_of_his()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var order = await house.Dispatched();
        var number = await house.Case();
        Assert.Contains(pages.Texts["WorkOrders.Load", 1], await Tomorrow(), StringComparison.Ordinal);

        await house.Mine((MyWork w) => w.Decline(order, "病假", house.Request));

        Assert.Contains(pages.Texts["WorkOrders.Load", 0], await Tomorrow(), StringComparison.Ordinal);

        async Task<string> Tomorrow() =>
            (await Open(house, pages, number, (People.Engineer, house.Clock.Today.AddDays(1)))).Find("[data-test=engineer]").GetAttribute("value")!;
    }

    private static string? Keeping(IRenderedComponent<AssignPane> pane) => pane.Find("[data-test=keeps]").GetAttribute("data-keeping");

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
