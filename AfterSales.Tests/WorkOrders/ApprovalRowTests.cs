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

    private static Task<Visit> Visit(TestHouse house) => house.Read(db => db.Visits.SingleAsync());
}
