using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseDeskTests
{
    [Theory, BothDatabases]
    public async Task A_first_reply_in_time_keeps_its_promise_and_is_logged(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        house.Time.Advance(Hours(24));
        Assert.True((await Reply(house, number)).Ok);
        var page = await house.Page(number);
        Assert.Equal((CaseStatus.Replied, PromiseState.Kept), (page.Head.Status, page.Promises[0].State));
        Assert.Equal("Cases.AlreadyReplied", Assert.Single((await Reply(house, number)).Problems).Code);
        Assert.Equal(1, await house.Read(db => db.ContactLogs.CountAsync(l => !l.Incoming)));
    }

    [Fact]
    public async Task A_reply_a_millisecond_late_is_late()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        house.Time.Advance(Hours(24) + TimeSpan.FromMilliseconds(1));
        await Reply(house, number);
        Assert.Equal(PromiseState.Late, (await house.Page(number)).Promises[0].State);
        Assert.Contains((await house.As(Role.Agent).Ask((CaseEditing e) => e.LateReason(number, PromiseKind.Handling, "road", Guid.NewGuid()))).Problems, p => p.Code == "Cases.PromiseNotBroken");
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.LateReason(number, PromiseKind.FirstReply, "road", Guid.NewGuid()))).Ok);
        Assert.Equal("road", (await house.Page(number)).Promises[0].LateReason);
    }

    [Theory, BothDatabases]
    public async Task A_chase_tells_the_owner_and_the_third_time_the_supervisor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        for (var time = 1; time <= 3; time++)
        {
            var answer = await house.As(People.Actor(People.OtherAgent)).Ask((CaseDesk d) => d.Chase(number, null, Guid.NewGuid()));
            Assert.Equal((time, NextStep.Reply, PromiseKind.FirstReply), (answer.Value.Times, answer.Value.Standing.Next, answer.Value.Standing.Promise!.Value));
            Assert.Equal((true, time == 3), (answer.Value.ToOwner, answer.Value.ToSupervisor));
            Assert.Equal(time, await Told(house, People.Agent));
            Assert.Equal(time < 3 ? 0 : 1, await Told(house, People.Supervisor));
        }

        Assert.Equal(3, (await house.Page(number)).Head.Chases);
    }

    [Fact]
    public async Task Who_chases_an_own_case_gets_no_notice_of_it()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var answer = await house.As(Role.Agent).Ask((CaseDesk d) => d.Chase(number, null, Guid.NewGuid()));
        Assert.Equal((false, false), (answer.Value.ToOwner, answer.Value.ToSupervisor));
        Assert.Equal(0, await Told(house, People.Agent));
        Assert.Equal(1, (await house.Page(number)).Head.Chases);
    }

    [Theory, BothDatabases]
    public async Task A_hold_that_the_policy_lets_pause_moves_the_due_time_by_its_length(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        house.Time.Advance(Hours(10));
        Assert.True((await Hold(house, number, "customer")).Ok);
        Assert.True((await house.Page(number)).Promises.All(p => p.Paused));
        house.Time.Advance(Hours(30));
        Assert.True((await house.As(Role.Agent).Ask((CaseHolds h) => h.Resume(number, null, Guid.NewGuid()))).Ok);
        var page = await house.Page(number);
        Assert.Equal(TestHouse.Start + Hours(54), page.Promises[0].DueAt);
        Assert.Equal(CaseStatus.Registered, page.Head.Status);
        Assert.Equal((Hours(24), Hours(30)), (page.Promises[0].Counted, page.Promises[0].Uncounted));
        Assert.Equal(ActionState.Cancelled, await house.Read(db => db.ScheduledActions.Where(a => a.Kind == ActionKind.HoldEnds).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task A_hold_for_a_reason_of_our_own_lets_the_clocks_run()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await Hold(house, number, "internal");
        Assert.Equal(TestHouse.Start + Hours(24), (await house.Page(number)).Promises[0].DueAt);
    }

    [Fact]
    public async Task A_hold_names_its_reason_and_an_end_that_lies_ahead()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var problems = (await house.As(Role.Agent).Ask((CaseHolds h) => h.Hold(number, new HoldForm { Until = new DateTime(2026, 11, 24, 10, 0, 0) }, Guid.NewGuid()))).Problems;
        Assert.Equal(["Reason:Shared.Required", "Until:Cases.TimePast"], problems.Select(p => $"{p.Field}:{p.Code}"));
    }

    [Theory, BothDatabases]
    public async Task An_engineer_sees_cases_of_own_jobs_and_no_others(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await Assert.ThrowsAsync<MissingException>(() => house.Page(number, Role.Engineer));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Engineer).Ask((CaseDesk d) => d.Note(number, "x", Guid.NewGuid())));
        await Order(house, number);
        Assert.Equal(number, (await house.Page(number, Role.Engineer)).Head.Number);
        await Assert.ThrowsAsync<MissingException>(() => house.As(People.Actor(People.OtherEngineer)).Ask((CaseReader r) => r.Read(number)));
        Assert.Empty(await house.As(People.Actor(People.OtherEngineer)).Ask((Core.Search.SearchService s) => s.Find(number)));
    }

    [Fact]
    public async Task Numbers_are_masked_for_those_who_need_not_see_them()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer(phone: "13800138000")).Repair());
        Assert.Equal("13800138000", Assert.Single((await house.Page(number)).Contact!.Phones));
        Assert.Equal("138****8000", Assert.Single((await house.Page(number, Role.Manager)).Contact!.Phones));
    }

    [Theory, BothDatabases]
    public async Task Two_who_edit_the_same_case_the_second_sees_the_firsts_change_and_keeps_own_typing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var (mine, theirs) = (await Form(house, number), await Form(house, number));
        theirs.Description = "他改的";
        Assert.True((await Edit(house, People.OtherAgent, number, theirs)).Ok);
        (mine.Description, mine.Priority) = ("我改的", Priority.Low);
        var refused = await Edit(house, People.Agent, number, mine);
        var conflict = Assert.Single(refused.Problems);
        Assert.Equal(("Shared.ChangedByOther", "Description", "他改的", "孙丽"), (conflict.Code, conflict.Field, conflict.Args[0], conflict.Args[1]));
        mine.Rebase(await Form(house, number));
        Assert.True((await Edit(house, People.Agent, number, mine)).Ok);
        var page = await house.Page(number);
        Assert.Equal(("我改的", Priority.Low), (page.Head.Description, page.Head.Priority));
    }

    [Fact]
    public async Task Another_place_moves_the_promise_and_the_timeline_says_so()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(distanceKm: 640);
        var far = new Core.Customers.Site { CustomerId = known.Customer.Id, Address = "喀什", Area = "south", DistanceKm = 3000 };
        await house.Add(far);
        var number = await house.Registered(known.Repair());
        var form = await Form(house, number);
        form.SiteId = far.Id;
        house.Time.Advance(Hours(1));
        await house.Add(WorkOrder.Assign("WO-20261124-0001", await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync()), "north", People.Engineer, new(AppointmentKind.Time, house.Now, house.Now + Hours(2)), null, house.Now));
        Assert.True((await Edit(house, People.Agent, number, form)).Ok);
        Assert.Equal("south", await house.Read(db => db.WorkOrders.Select(o => o.Area).SingleAsync()));
        var page = await house.Page(number);
        Assert.Equal(TestHouse.Start + Hours(72), page.Promises.Single(p => p.Kind == PromiseKind.Arrival).DueAt);
        Assert.Equal(["Arrival", "Handling"], page.Timeline.Where(e => e.Kind == CaseEventKind.PromiseMoved).Select(e => e.Facts["promise"]));
        Assert.Equal("south", page.Head.Area);
    }

    private static Task<CaseEditForm> Form(TestHouse house, string number) => house.As(Role.Agent).Ask((CaseEditing e) => e.FormOf(number));

    private static Task<Result> Edit(TestHouse house, long who, string number, CaseEditForm form) =>
        house.As(People.Actor(who)).Ask((CaseEditing e) => e.Edit(number, form, Guid.NewGuid()));

    private static Task<Result> Reply(TestHouse house, string number) =>
        house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "已联系，明天上门。" }, Guid.NewGuid()));

    private static Task<Result> Hold(TestHouse house, string number, string reason) =>
        house.As(Role.Agent).Ask((CaseHolds h) => h.Hold(number, new HoldForm { Reason = reason, Until = new DateTime(2026, 12, 1, 9, 0, 0) }, Guid.NewGuid()));

    private static Task<int> Told(TestHouse house, long person) =>
        house.Read(db => db.Notifications.CountAsync(n => n.PersonId == person && n.Kind == NoticeKind.Chased));

    private static async Task Order(TestHouse house, string number)
    {
        var id = await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await house.Add(WorkOrder.Assign("WO-20261124-0001", id, "north", People.Engineer, new Appointment(AppointmentKind.Time, house.Now, house.Now + Hours(2)), null, house.Now));
    }
}
