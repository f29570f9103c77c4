using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Cases;

public sealed class OpenCasesTests
{
    [Theory, BothDatabases]
    public async Task List_board_and_next_step_agree_on_what_waits_for_dispatch(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var modes = new Dictionary<ServiceMode, string>();
        foreach (var mode in Enum.GetValues<ServiceMode>())
        {
            modes[mode] = await Replied(house, mode);
        }

        var (dispatched, cancelled, imported) = (await Replied(house), await Replied(house), await Replied(house));
        await house.Dispatched(dispatched);
        var order = await house.Dispatched(cancelled);
        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Cancel(order, "客户改期", house.Request))).Ok);
        await house.AsSystem().Write(async write => (await write.Db.Cases.SingleAsync(c => c.Number == imported)).Dispatch(People.Engineer));
        string[] waiting = [modes[ServiceMode.OnSite], modes[ServiceMode.Workshop], modes[ServiceMode.SentIn], cancelled, imported];

        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var list = await house.As(Role.Supervisor).Ask((CaseList l) => l.Find(new() { Undispatched = true }));
        var next = new List<string>();
        foreach (var number in modes.Values.Concat([dispatched, cancelled, imported]))
        {
            if ((await house.Page(number, Role.Supervisor)).Standing.Next == NextStep.Dispatch)
            {
                next.Add(number);
            }
        }

        Assert.Equal(waiting.Order(), board.Undispatched.Select(c => c.Number).Order());
        Assert.Equal(waiting.Order(), list.Rows.Select(c => c.Number).Order());
        Assert.Equal(waiting.Order(), next.Order());
    }

    private static async Task<string> Replied(TestHouse house, ServiceMode mode = ServiceMode.OnSite)
    {
        var number = await house.Case(mode: mode);
        Assert.True((await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "已联系。" }, house.Request))).Ok);
        return number;
    }
}
