using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseClosingTests
{
    [Theory, BothDatabases]
    public async Task R40_resolving_a_repair_plans_its_follow_up_in_the_same_transaction(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await Resolved(house);
        var callback = Assert.Single((await house.Page(number)).Callbacks);
        Assert.Equal((At("2026-11-27"), At("2026-12-02")), (callback.OpensAt, callback.EndsAt));
    }

    [Fact]
    public async Task R31_a_repair_resolved_by_phone_needs_its_cause()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        Assert.Equal("Cause", Assert.Single((await Resolve(house, number, null)).Problems).Field);
    }

    [Theory, BothDatabases]
    public async Task Closing_tells_everything_that_stands_against_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await Order(house, number);
        var problems = (await Close(house, number)).Problems;
        Assert.Equal(3, problems.Count(p => p.Code == "Cases.PromiseOpen"));
        Assert.Equal(["Cases.OrderOpen", "Cases.ReportMissing"], problems.Where(p => p.Code != "Cases.PromiseOpen").Select(p => p.Code));
    }

    [Fact]
    public async Task A_case_with_somebody_on_the_way_is_neither_resolved_by_phone_nor_cancelled()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await Order(house, number);
        Assert.Equal("Cases.OrderOpen", Assert.Single((await Resolve(house, number, "wear")).Problems).Code);
        Assert.Equal("Cases.OrderOpen", Assert.Single((await Cancel(house, number)).Problems).Code);
    }

    [Theory, BothDatabases]
    public async Task Reopening_makes_it_unresolved_keeps_the_first_due_times_and_drops_the_follow_up(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await Resolved(house);
        Assert.True((await Close(house, number)).Ok);
        house.Time.Advance(Hours(200));
        Assert.True((await house.As(Role.Agent).Ask((CaseClosing c) => c.Reopen(number, "又漏了", Guid.NewGuid()))).Ok);
        var page = await house.Page(number);
        Assert.Equal((CaseStatus.Reopened, 1), (page.Head.Status, page.Head.Reopenings));
        Assert.Null(page.Head.ResolvedAt);
        Assert.Equal(TestHouse.Start + Hours(96), page.Promises.Single(p => p.Kind == PromiseKind.Handling).DueAt);
        Assert.Equal(PromiseState.Open, page.Promises.Single(p => p.Kind == PromiseKind.Handling).State);
        Assert.Equal(CallbackState.Void, Assert.Single(page.Callbacks).State);
    }

    [Fact]
    public async Task A_closed_case_is_not_resolved_again_and_says_which_step_is_not_allowed()
    {
        await using var house = await TestHouse.Open();
        var number = await Resolved(house);
        await Close(house, number);
        Assert.Equal("Cases.StepNotAllowed", Assert.Single((await Resolve(house, number, "wear")).Problems).Code);
        Assert.Equal("Cases.StepNotAllowed", Assert.Single((await Cancel(house, number)).Problems).Code);
    }

    [Fact]
    public async Task A_cancelled_case_owes_nothing_and_is_on_hold_no_more()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await house.As(Role.Agent).Ask((CaseHolds h) => h.Hold(number, new HoldForm { Reason = "customer", Until = new DateTime(2026, 12, 1, 9, 0, 0) }, Guid.NewGuid()));
        Assert.Contains((await house.As(Role.Agent).Ask((CaseClosing c) => c.Cancel(number, " ", Guid.NewGuid()))).Problems, p => p.Code == "Shared.Required");
        Assert.True((await Cancel(house, number)).Ok);
        var page = await house.Page(number);
        Assert.Equal(CaseStatus.Cancelled, page.Head.Status);
        Assert.Empty(page.Promises);
        Assert.Empty(await house.AsSystem().Ask(async (Core.Integrity.IntegrityCheck c) => await c.Run()));
    }

    private static async Task<string> Resolved(TestHouse house)
    {
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var done = await Resolve(house, number, "wear");
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        return number;
    }

    private static Task<Result> Resolve(TestHouse house, string number, string? cause) =>
        house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(number, new ResolveForm { Resolution = "换油封", Cause = cause }, Guid.NewGuid()));

    private static Task<Result> Close(TestHouse house, string number) => house.As(Role.Agent).Ask((CaseClosing c) => c.Close(number, null, Guid.NewGuid()));

    private static Task<Result> Cancel(TestHouse house, string number) => house.As(Role.Agent).Ask((CaseClosing c) => c.Cancel(number, "客户撤回", Guid.NewGuid()));

    private static async Task Order(TestHouse house, string number)
    {
        var id = await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await house.Add(WorkOrder.Assign("WO-20261124-0001", id, "north", People.Engineer, new Appointment(AppointmentKind.Time, house.Now, house.Now + Hours(2)), null, house.Now));
    }
}
