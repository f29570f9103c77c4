using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class DispatchingTests
{
    [Theory, BothDatabases]
    public async Task An_assigned_case_has_an_order_and_its_engineer_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        var heard = new List<string>();
        using var listening = house.Get<ChangeFeed>().Listen(heard.Add);

        var order = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), house.Request));

        Assert.StartsWith("WO-20261124-", order.Value, StringComparison.Ordinal);
        var row = Assert.Single(await house.As(Role.Engineer).Ask((JobReader r) => r.Mine()));
        Assert.Equal((order.Value, WorkOrderStatus.Assigned), (row.Number, row.Status));
        Assert.Equal(Times.At("2026-11-25 08:00"), row.Appointment!.From);
        Assert.Contains($"person/{People.Engineer}", heard);
        Assert.Single(await house.Read(db => db.Notifications.Where(n => n.PersonId == People.Engineer && n.Kind == NoticeKind.Assigned).ToListAsync()));
        Assert.Equal(CaseStatus.Dispatched, (await house.Read(db => db.Cases.SingleAsync())).Status);
    }

    [Theory, BothDatabases]
    public async Task The_board_shows_the_most_urgent_first_and_what_is_dispatched_no_more(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var first = await house.Case();
        house.Time.Advance(TimeSpan.FromHours(1));
        var second = await house.Case();

        var before = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var order = await house.Dispatched(first);
        var after = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());

        Assert.Equal([first, second], before.Undispatched.Select(c => c.Number));
        Assert.Equal([second], after.Undispatched.Select(c => c.Number));
        Assert.Equal(order, Assert.Single(after.Lanes.Single(l => l.EngineerId == People.Engineer).Visits).OrderNumber);
        Assert.Equal(order, Assert.Single(after.Unaccepted).Number);
        Assert.Equal((1, 1, 0, 0), (after.Counts[DispatchShelf.Undispatched], after.Counts[DispatchShelf.Unaccepted], after.Counts[DispatchShelf.Unplanned], after.Counts[DispatchShelf.Approvals]));
    }

    [Fact]
    public async Task A_case_has_one_open_order_at_a_time_however_often_it_is_sent()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        var request = house.Request;

        var once = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), request));
        var again = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), request));
        var other = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), house.Request));

        Assert.Equal(once.Value, again.Value);
        Assert.Equal(["WorkOrders.AlreadyDispatched"], other.Codes());
        Assert.Equal(1, await house.Read(db => db.WorkOrders.CountAsync()));
    }

    [Theory]
    [InlineData(AppointmentKind.Time, "2026-11-26 09:30", "2026-11-26 11:30")]
    [InlineData(AppointmentKind.Morning, "2026-11-26 08:00", "2026-11-26 12:00")]
    [InlineData(AppointmentKind.Afternoon, "2026-11-26 13:00", "2026-11-26 18:00")]
    [InlineData(AppointmentKind.Days, "2026-11-26 00:00", "2026-11-29 00:00")]
    public void An_appointment_is_a_time_a_part_of_a_day_or_several_days_R37(AppointmentKind kind, string from, string to)
    {
        var form = new AppointmentForm { Kind = kind, Day = Times.Day("2026-11-26"), Time = new(9, 30), Days = 3 };

        Assert.Equal(new Appointment(kind, Times.At(from), Times.At(to)), form.Appointment(TestHouse.Zone));
        Assert.Equal(form.Appointment(TestHouse.Zone), AppointmentForm.Of(form.Appointment(TestHouse.Zone), TestHouse.Zone).Appointment(TestHouse.Zone));
    }

    [Fact]
    public async Task A_workshop_booking_takes_a_quarter_of_an_hour_R37()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case(mode: ServiceMode.Workshop);
        var form = Jobs.Tomorrow(house);
        form.When = new AppointmentForm { Kind = AppointmentKind.Time, Day = house.Clock.Today.AddDays(1), Time = new(9, 20) };

        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, form, house.Request));

        Assert.Equal(["WorkOrders.SlotOnly"], refused.Codes());
    }

    [Fact]
    public async Task Every_fault_of_an_assignment_is_told_at_once()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        var form = new AssignForm { Instructions = "a\0b", When = new AppointmentForm { Kind = AppointmentKind.Time, Day = house.Clock.Today.AddDays(-1) } };

        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, form, house.Request));

        Assert.Equal(["EngineerId", "Instructions", "Day", "Time"], refused.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Who_reassigns_while_the_engineer_declines_meets_no_change_that_nobody_made()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var plan = await house.Plan(number);
        await house.Mine((MyWork w) => w.Decline(number, "当天有培训", house.Request));

        plan.EngineerId = People.OtherEngineer;

        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(number, plan, house.Request))).Problems);
    }

    [Theory, BothDatabases]
    public async Task A_declined_order_goes_to_another_engineer_with_its_history(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        house.Time.Advance(TimeSpan.FromHours(5));

        await house.Mine((MyWork w) => w.Decline(number, "当天有培训", house.Request));
        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());
        var plan = await house.Plan(number);
        Assert.Equal((house.Now, null), (Assert.Single(board.Unaccepted).Since, plan.EngineerId));
        plan.EngineerId = People.OtherEngineer;
        var moved = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(number, plan, house.Request));

        Assert.Equal("当天有培训", Assert.Single(board.Unaccepted).Reason);
        Assert.True(moved.Ok);
        Assert.Empty(await house.As(Role.Engineer).Ask((JobReader r) => r.Mine()));
        Assert.Equal(number, Assert.Single(await house.As(People.Actor(People.OtherEngineer)).Ask((JobReader r) => r.Mine())).Number);
        var kinds = await house.Read(db => db.CaseEvents.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        Assert.Equal([CaseEventKind.Registered, CaseEventKind.Dispatched, CaseEventKind.Declined, CaseEventKind.Reassigned], kinds);
        var last = CaseEvent.Unpack((await house.Read(db => db.CaseEvents.OrderBy(e => e.Id).LastAsync())).Facts);
        Assert.Equal(("王强", "刘洋"), (last["before"], last["engineer"]));
    }

    [Fact]
    public async Task A_moved_and_a_cancelled_order_leave_their_history_and_the_case_undispatched()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var moved = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, new AssignForm { When = new() { Kind = AppointmentKind.Days, Day = house.Clock.Today.AddDays(2), Days = 2 } }, house.Request));
        var cancelled = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Cancel(number, "客户自行修好", house.Request));

        Assert.True(moved.Ok && cancelled.Ok);
        Assert.Equal(CaseStatus.Registered, (await house.Read(db => db.Cases.SingleAsync())).Status);
        Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Undispatched);
        var lines = await house.Read(db => db.CaseEvents.OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([CaseEventKind.Moved, CaseEventKind.OrderCancelled], lines[^2..].Select(e => e.Kind));
        Assert.Equal("客户自行修好", lines[^1].Text);
    }

    [Theory, BothDatabases]
    public async Task Of_two_supervisors_the_second_is_told_what_the_first_changed_and_by_whom(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        var (first, second) = (await house.Plan(number), await house.Plan(number));
        var day = house.Clock.Today.AddDays(3);

        first.When.Day = day;
        var moved = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, first, house.Request));
        (second.When.Kind, second.EngineerId) = (AppointmentKind.Afternoon, People.OtherEngineer);
        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(number, second, house.Request));
        second.Rebase(await house.Plan(number));
        var meant = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(number, second, house.Request));

        Assert.True(moved.Ok && meant.Ok);
        var told = Assert.Single(refused.Problems);
        Assert.Equal(("Shared.ChangedByOther", "Day", day, People.Actor(Role.Supervisor).Name), (told.Code, told.Field, told.Args[0], told.Args[1]));
        Assert.Equal((day, AppointmentKind.Afternoon), (second.When.Day, second.When.Kind));
    }

    /// <summary>A time is told as a time; the day, which the first left alone, is no change of theirs.</summary>
    [Fact]
    public async Task A_time_beside_another_part_of_the_day_is_told_as_it_is()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var (first, second) = (await house.Plan(number), await house.Plan(number));
        (first.When.Kind, first.When.Time, first.When.Minutes) = (AppointmentKind.Time, new(10, 30), 90);
        (second.When.Kind, second.When.Day) = (AppointmentKind.Afternoon, house.Clock.Today.AddDays(4));

        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, first, house.Request))).Ok);
        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, second, house.Request));
        second.Rebase(await house.Plan(number));

        var told = Assert.Single(refused.Problems);
        Assert.Equal("Kind", told.Field);
        Assert.Contains("10:30，留 90 分钟", new ResourceTexts(new("zh-CN")).Say(told), StringComparison.Ordinal);
        Assert.Equal((AppointmentKind.Afternoon, house.Clock.Today.AddDays(4)), (second.When.Kind, second.When.Day));
        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, second, house.Request))).Ok);
    }

    [Fact]
    public async Task An_order_that_only_went_on_meanwhile_is_moved_without_a_word()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var plan = await house.Plan(number);

        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        plan.When.Day = house.Clock.Today.AddDays(4);

        Assert.True((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, plan, house.Request))).Ok);
    }

    /// <summary>R1, R3: where no visit is ahead, the rule proposes one; as time goes on it proposes another, which nobody changed.</summary>
    [Fact]
    public async Task A_visit_of_a_day_gone_by_is_offered_by_the_rule_and_moved_without_a_word()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var ahead = await house.Plan(number);
        house.Time.Advance(TimeSpan.FromHours(40));
        var plan = await house.Plan(number);
        var job = await house.As(Role.Supervisor).Ask((JobReader r) => r.Job(number));

        Assert.Equal(Jobs.Tomorrow(house).When with { Day = new(2026, 11, 25) }, ahead.When);
        Assert.Equal(AppointmentRule.Proposed(house.Now, job.ToKeep, TestHouse.Zone), plan.When);
        Assert.Equal((new DateOnly(2026, 11, 26), AppointmentKind.Time), (plan.When.Day, plan.When.Kind));

        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(9));
        plan.When.Day = house.Clock.Today.AddDays(1);
        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Move(number, plan, house.Request))).Problems);
    }

    [Fact]
    public async Task Nobody_who_is_no_active_engineer_gets_an_order_and_only_a_supervisor_gives_one()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();

        var refused = await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house, People.Agent), house.Request));

        Assert.Equal(["WorkOrders.NoSuchEngineer"], refused.Codes());
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Agent).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house), house.Request)));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((DispatchBoard b) => b.Read()));
    }
}
