using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

/// <summary>Dispatch and a case on hold: a hold ends only where somebody says so.</summary>
public sealed class HeldOrderTests
{
    [Theory, BothDatabases]
    public async Task An_order_given_to_somebody_else_leaves_the_case_on_hold(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        var order = await house.Dispatched(number);
        await Hold(house, number);
        var form = await house.Plan(order);
        form.EngineerId = People.OtherEngineer;

        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(order, form, house.Request))).Problems);

        Assert.Equal((CaseStatus.OnHold, People.OtherEngineer), await house.Read(db => db.Cases.Select(c => new ValueTuple<CaseStatus, long?>(c.Status, c.EngineerId)).SingleAsync()));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
        Assert.Empty((await house.As(Role.Agent).Ask((CaseHolds h) => h.Resume(number, null, house.Request))).Problems);
        Assert.Equal(CaseStatus.Dispatched, await Status(house));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory, BothDatabases]
    public async Task A_held_case_whose_order_is_cancelled_awaits_dispatch_after_the_hold(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        var order = await house.Dispatched(number);
        await Hold(house, number);

        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Cancel(order, "客户改期", house.Request))).Problems);

        Assert.Equal(CaseStatus.OnHold, await Status(house));
        Assert.Empty((await house.As(Role.Agent).Ask((CaseHolds h) => h.Resume(number, null, house.Request))).Problems);
        Assert.Equal(CaseStatus.Registered, await Status(house));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory, BothDatabases]
    public async Task A_hold_that_the_dispatcher_has_not_seen_is_not_ended(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        await Hold(house, number);

        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), house.Request));

        Assert.Equal("WorkOrders.HeldMeanwhile", Assert.Single(refused.Problems).Code);
        Assert.Equal(CaseStatus.OnHold, await Status(house));
        var seen = (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Find(number)))!.Hold!;
        Assert.Equal("festival", seen.Reason);
        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), house.Request, seen.Id))).Problems);
        Assert.Equal(CaseStatus.Dispatched, await Status(house));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory, BothDatabases]
    public async Task R2_a_hold_after_a_promise_was_met_does_not_move_when_it_was_due(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        await house.Change(await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync()), (write, file) => Task.FromResult(file.Case.Reply(ReplyHow.Phone, "已回电", write.Actor, write.Now, write.Now)));
        var due = await Due(house);

        await Hold(house, number);
        house.Time.Advance(TimeSpan.FromHours(3));
        await house.As(Role.Agent).Ask((CaseHolds h) => h.Resume(number, null, house.Request));

        Assert.Equal(due, await Due(house));
    }

    private static Task<CaseStatus> Status(TestHouse house) => house.Read(db => db.Cases.Select(c => c.Status).SingleAsync());

    private static Task<DateTimeOffset> Due(TestHouse house) => house.Read(db => db.Promises.Where(p => p.Kind == PromiseKind.FirstReply).Select(p => p.DueAt).SingleAsync());

    private static async Task Hold(TestHouse house, string number) => Assert.Empty(
        (await house.As(Role.Agent).Ask((CaseHolds h) => h.Hold(number, new HoldForm { Reason = "festival", Until = house.Clock.Local(house.Now.AddDays(2)) }, house.Request))).Problems);
}
