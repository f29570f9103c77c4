using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class MyWorkTests
{
    [Theory]
    [BothDatabases(48, PromiseState.Kept)]
    [BothDatabases(49, PromiseState.Late)]
    public async Task An_arrival_is_kept_within_the_time_of_its_distance_and_late_after_it_R3(StorageProvider provider, int hours, PromiseState state)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(hours));

        await house.Mine((MyWork w) => w.Depart(number, null, house.Request));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));

        var promise = await house.Read(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.Arrival));
        Assert.Equal((state, house.Now), (promise.State, promise.MetAt!.Value));
        var facts = await house.Read(db => db.CaseFacts.SingleAsync());
        Assert.Equal((house.Now, 1, People.Engineer), (facts.ArrivedAt!.Value, facts.Visits, facts.EngineerId!.Value));
        Assert.Equal(CaseStatus.InProgress, (await house.Read(db => db.Cases.SingleAsync())).Status);
    }

    [Theory, BothDatabases]
    public async Task A_back_entered_arrival_waits_for_the_supervisor_who_may_set_it_right(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(50));
        await house.Mine((MyWork w) => w.Arrive(number, house.Now.AddHours(-4), house.Request));
        var waiting = Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);

        var corrected = house.Now.AddHours(-1);
        var done = await house.As(Role.Supervisor).Ask((Approvals a) => a.ConfirmArrival(number, 1, corrected, house.Request));

        Assert.True(done.Ok);
        Assert.Equal((ApprovalKind.Arrival, number), (waiting.Kind, waiting.OrderNumber));
        Assert.Equal((PromiseState.Late, corrected), ((await Arrival(house)).State, (await Arrival(house)).MetAt!.Value));
        Assert.Empty((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
        Assert.Equal(["WorkOrders.NothingToDecide"], (await house.As(Role.Supervisor).Ask((Approvals a) => a.ConfirmArrival(number, 1, null, house.Request))).Codes());
    }

    /// <summary>Who taps 出发 late had set out before.</summary>
    [Fact]
    public async Task An_arrival_before_the_entry_of_the_departure_takes_the_departure_with_it()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(3));
        await house.Mine((MyWork w) => w.Depart(number, null, house.Request));
        var there = house.Now.AddHours(-1);

        await house.Mine((MyWork w) => w.Arrive(number, there, house.Request));

        var visit = await house.Read(db => db.Visits.SingleAsync());
        Assert.Equal((there, there), (visit.DepartedAt!.Value, visit.ArrivedAt!.Value));
    }

    [Fact]
    public async Task A_tap_within_five_minutes_is_no_back_entry_and_the_future_no_time()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(2));

        var future = await house.As(Role.Engineer).Ask((MyWork w) => w.Arrive(number, house.Now.AddMinutes(1), house.Request));
        var early = await house.As(Role.Engineer).Ask((MyWork w) => w.Arrive(number, house.Now.AddHours(-3), house.Request));
        await house.Mine((MyWork w) => w.Arrive(number, house.Now.AddMinutes(-5), house.Request));

        Assert.Equal(["WorkOrders.TimeInFuture", "WorkOrders.TimeTooEarly"], [.. future.Codes(), .. early.Codes()]);
        Assert.Equal(house.Clock.Local(TestHouse.Start), Assert.Single(early.Problems).Args[0]);
        Assert.Null((await house.Read(db => db.Visits.SingleAsync())).ArrivalEnteredAt);
    }

    [Theory, BothDatabases]
    public async Task An_arrival_kept_in_time_leaves_nothing_to_exempt_R3(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        await house.Mine((MyWork w) => w.AskExemption(number, "ticket", null, house.Request));
        Assert.Equal("ticket", (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).ExemptionReason);
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));

        var approved = await house.As(Role.Supervisor).Ask((Approvals a) => a.ApproveExemption(number, house.Request));
        var again = await house.As(Role.Engineer).Ask((MyWork w) => w.AskExemption(number, "ticket", null, house.Request));

        Assert.Equal(["WorkOrders.NothingToExempt", "WorkOrders.NothingToExempt"], [.. approved.Codes(), .. again.Codes()]);
        Assert.Equal(PromiseState.Kept, (await Arrival(house)).State);
        Assert.Empty((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
        Assert.Null((await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).ExemptionReason);
    }

    [Theory]
    [BothDatabases(true, PromiseState.Exempt)]
    [BothDatabases(false, PromiseState.Late)]
    public async Task An_exemption_needs_a_reason_and_the_supervisor_R3(StorageProvider provider, bool approved, PromiseState state)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(60));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));

        var without = await house.As(Role.Engineer).Ask((MyWork w) => w.AskExemption(number, null, null, house.Request));
        await house.Mine((MyWork w) => w.AskExemption(number, "ticket", "春运", house.Request));
        Assert.Equal(PromiseState.Late, (await Arrival(house)).State);
        Assert.True((await house.As(Role.Supervisor).Ask((Approvals a) => approved ? a.ApproveExemption(number, house.Request) : a.Refuse(ApprovalKind.Exemption, number, 0, "可改乘汽车", house.Request))).Ok);

        Assert.Equal("Reason", Assert.Single(without.Problems).Field);
        Assert.Equal(state, (await Arrival(house)).State);
        Assert.Equal(approved, (await house.Read(db => db.CaseFacts.SingleAsync())).ArrivalExempt);
    }

    [Fact]
    public async Task An_engineer_neither_sees_nor_touches_anothers_job()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        var other = house.As(People.Actor(People.OtherEngineer));

        await Assert.ThrowsAsync<MissingException>(() => other.Ask((JobReader r) => r.Job(number)));
        await Assert.ThrowsAsync<MissingException>(() => other.Ask((MyWork w) => w.Accept(number, house.Request)));
        await Assert.ThrowsAsync<MissingException>(() => other.Ask((Reporting r) => r.Save(number, Jobs.Findings(), house.Request)));
        await Assert.ThrowsAsync<MissingException>(() => other.Ask((JobEnding e) => e.Complete(number, null, house.Request)));
        Assert.Empty(await other.Ask((JobReader r) => r.Mine()));
        Assert.False((await house.As(Role.Supervisor).Ask((JobReader r) => r.Job(number))).Mine);
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused_and_a_repeated_one_has_one_effect()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();
        var tooEarly = await house.As(Role.Engineer).Ask((MyWork w) => w.Arrive(number, null, house.Request));
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        var twice = await house.As(Role.Engineer).Ask((MyWork w) => w.Accept(number, house.Request));
        var request = house.Request;
        await house.Mine((MyWork w) => w.Arrive(number, null, request));
        await house.Mine((MyWork w) => w.Arrive(number, null, request));
        var departed = await house.As(Role.Engineer).Ask((MyWork w) => w.Depart(number, null, house.Request));

        Assert.Equal(["WorkOrders.AcceptFirst"], tooEarly.Codes());
        Assert.Equal(["WorkOrders.NotAwaitingAnswer"], twice.Codes());
        Assert.Equal(["WorkOrders.AlreadyArrived"], departed.Codes());
        Assert.Equal(1, await house.Read(db => db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.Arrived)));
    }

    private static Task<Promise> Arrival(TestHouse house) => house.Read(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.Arrival));
}
