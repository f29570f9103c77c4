using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class ApprovalRowTests
{
    [Fact]
    public async Task A_back_entered_arrival_is_not_set_right_to_no_time_at_all()
    {
        await using var scene = await Scene.Open(Role.Supervisor, house => house.Dispatched());
        var (house, pages, number) = scene;
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(3));
        var arrived = house.Clock.Now.AddHours(-2);
        await house.Mine((MyWork w) => w.Arrive(number, arrived, house.Request));
        var asked = Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
        var book = await house.Book();
        var row = pages.Open<ApprovalRow>("dispatch", set => set.Add(p => p.Of, asked).Add(p => p.Book, book));

        row.Find("[data-test=set-right]").Click();
        row.Find("[data-test=right-time]").Change("");
        await row.Find("[data-test=set-right]").ClickAsync(new());

        row.WaitForAssertion(() => Assert.Contains(pages.Texts["Shared.Required"], row.Markup, StringComparison.Ordinal));
        Assert.True((await Visit(house)).AwaitsConfirmation);
    }

    [Fact]
    public async Task A_refusal_asks_for_its_reason_which_the_engineer_reads_on_his_job()
    {
        await using var scene = await Scene.Open(Role.Supervisor, Asked);
        var (house, pages, number) = scene;
        var asked = Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
        var book = await house.Book();
        var row = pages.Open<ApprovalRow>("dispatch", set => set.Add(p => p.Of, asked).Add(p => p.Book, book));

        row.Find("[data-test=refuse]").Click();
        await row.Find("[data-test=save-refusal]").ClickAsync(new());
        row.WaitForElement("[data-test=wrong-Reason]");
        row.Find("[data-test=refusal-reason]").Change("可改乘汽车");
        await row.Find("[data-test=save-refusal]").ClickAsync(new());

        await using var phone = new PageHouse(house, Role.Engineer);
        var job = phone.Open<JobPage>("work/" + number, set => set.Add(p => p.Number, number));
        Assert.Contains("可改乘汽车", job.WaitForElement("[data-test=refused-Exemption]").TextContent, StringComparison.Ordinal);
        Assert.Contains("赵军", job.Find("[data-test=refused-Exemption]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_it_is_decided()
    {
        await using var scene = await Scene.Open(Role.Supervisor, Asked);
        var (house, pages, number) = scene;
        var asked = Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
        var decided = 0;
        var book = await house.Book();
        var row = pages.Open<ApprovalRow>("dispatch", set => set.Add(p => p.Of, asked).Add(p => p.Book, book).Add(p => p.Decided, () => decided++));
        await house.As(Role.Supervisor).Ask((Approvals a) => a.ApproveExemption(number, house.Request));

        await row.Find("[data-test=approve]").ClickAsync(new());

        Assert.Equal(pages.Texts["WorkOrders.NothingToDecide"], Assert.Single(pages.Said()));
        Assert.Equal(1, decided);
    }

    [Fact]
    public async Task The_cursor_comes_to_the_next_card_when_one_is_decided()
    {
        await using var scene = await Scene.Open(Role.Supervisor, async house => await Asked(house) is var first && await Asked(house) is var second ? first : second);
        var (house, pages, number) = scene;
        var page = pages.Open<DispatchPage>("dispatch?shelf=Approvals");
        page.WaitForElement("[data-test=approve]");
        var next = page.FindAll("[data-test=approval-heading]")[1].GetAttribute("blazor:elementReference");

        await page.Find("[data-test=approve]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-test=approval-heading]")));

        await page.InvokeAsync(() => { });
        Assert.Equal(next, pages.CursorAt);
    }

    /// <summary>An exemption asked for; answers the order's number.</summary>
    private static async Task<string> Asked(TestHouse house)
    {
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        await house.Mine((MyWork w) => w.AskExemption(number, "ticket", null, house.Request));
        return number;
    }

    private static Task<Visit> Visit(TestHouse house) => house.Read(db => db.Visits.SingleAsync());
}
