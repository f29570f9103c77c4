using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Notices;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class ApprovalsTests
{
    /// <summary>Decision 0011: nobody makes a late arrival one in time by typing another hour.</summary>
    [Theory, BothDatabases]
    public async Task K6_a_back_entered_arrival_counts_as_of_its_entry_until_it_is_confirmed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, there) = await BackEntered(house);
        Assert.Equal((PromiseState.Late, house.Now, 0.0), await Standing(house));
        Assert.Equal(house.Now, (await house.Read(db => db.CaseFacts.SingleAsync())).ArrivedAt);
        Assert.True((await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).ArrivalAwaited);
        Assert.Empty(await Findings(house));

        house.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await house.As(Role.Supervisor).Ask((Approvals a) => a.ConfirmArrival(number, 1, null, house.Request))).Ok);

        Assert.Equal((PromiseState.Kept, there, 1.0), await Standing(house));
        Assert.False((await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).ArrivalAwaited);
        Assert.Empty(await Findings(house));
    }

    [Theory, BothDatabases]
    public async Task An_exemption_asked_for_waits_while_the_arrival_is_not_confirmed_in_time(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, _) = await BackEntered(house, exempt: true);

        var both = (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals;
        await house.As(Role.Supervisor).Ask((Approvals a) => a.ConfirmArrival(number, 1, null, house.Request));

        Assert.Equal([ApprovalKind.Exemption, ApprovalKind.Arrival], both.Select(a => a.Kind));
        Assert.Equal(TestHouse.Start.AddHours(48), both[1].DueAt);
        Assert.Empty((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals);
    }

    [Theory, BothDatabases]
    public async Task A_refused_arrival_counts_as_of_its_entry_for_good_and_the_engineer_reads_why(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, _) = await BackEntered(house);
        var entered = house.Now;
        house.Time.Advance(TimeSpan.FromHours(1));

        var bare = await house.As(Role.Supervisor).Ask((Approvals a) => a.Refuse(ApprovalKind.Arrival, number, 1, " ", house.Request));
        Assert.True((await house.As(Role.Supervisor).Ask((Approvals a) => a.Refuse(ApprovalKind.Arrival, number, 1, "门卫登记不符", house.Request))).Ok);

        Assert.Equal(("Shared.Required", "Reason"), (Assert.Single(bare.Problems).Code, bare.Problems[0].Field));
        Assert.Equal((PromiseState.Late, entered, 0.0), await Standing(house));
        var job = await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number));
        Assert.Equal((entered, false), (Assert.Single(job.Visits).ArrivedAt, job.ArrivalAwaited));
        Assert.Equal(new Refusal(ApprovalKind.Arrival, "赵军", house.Now, "门卫登记不符"), Assert.Single(job.Refusals));
        var notice = await house.Read(db => db.Notifications.SingleAsync(n => n.Kind == NoticeKind.ApprovalDecided));
        Assert.Equal((People.Engineer, "门卫登记不符"), (notice.PersonId, CaseEvent.Unpack(notice.Facts)["reason"]));
        Assert.Equal("门卫登记不符", (await house.Read(db => db.CaseEvents.SingleAsync(e => e.Kind == CaseEventKind.TimeConfirmed))).Text);
        Assert.Empty(await Findings(house));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_decide_at_once_the_second_is_told_that_it_is_decided(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, _) = await BackEntered(house, exempt: true);

        var decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => house.As(Role.Supervisor).Ask((Approvals a) => i % 2 == 0
            ? a.ApproveExemption(number, Guid.NewGuid())
            : a.Refuse(ApprovalKind.Exemption, number, 0, "可改乘汽车", Guid.NewGuid())))));

        Assert.Single(decided, d => d.Ok);
        Assert.All(decided.Where(d => !d.Ok), d => Assert.Equal(["WorkOrders.NothingToDecide"], d.Codes()));
        Assert.Equal(1, await house.Read(db => db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.ExemptionDecided)));
        Assert.Equal(1, await house.Read(db => db.Notifications.CountAsync(n => n.Kind == NoticeKind.ApprovalDecided)));
    }

    [Fact]
    public async Task What_was_refused_and_is_asked_for_again_stands_refused_no_more()
    {
        await using var house = await TestHouse.Open();
        var (number, _) = await BackEntered(house, exempt: true);
        await house.As(Role.Supervisor).Ask((Approvals a) => a.Refuse(ApprovalKind.Exemption, number, 0, "可改乘汽车", house.Request));
        Assert.Equal("可改乘汽车", Assert.Single(await Refusals()).Reason);

        await house.Mine((MyWork w) => w.AskExemption(number, "weather", null, house.Request));

        Assert.Empty(await Refusals());

        async Task<IReadOnlyList<Refusal>> Refusals() => (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Refusals;
    }

    /// <summary>Arrived an hour before the promise ended (R3: 48 h), entered an hour after it.</summary>
    private static async Task<(string Number, DateTimeOffset There)> BackEntered(TestHouse house, bool exempt = false)
    {
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        if (exempt)
        {
            await house.Mine((MyWork w) => w.AskExemption(number, "ticket", null, house.Request));
        }

        house.Time.Advance(TimeSpan.FromHours(49));
        var there = house.Now.AddHours(-2);
        await house.Mine((MyWork w) => w.Arrive(number, there, house.Request));
        return (number, there);
    }

    private static async Task<(PromiseState, DateTimeOffset?, double)> Standing(TestHouse house)
    {
        var promise = await house.Read(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.Arrival));
        var view = await house.As(Role.Manager).Ask((PerformanceService s) => s.View(Period.Parse("2026-11")!, Dimension.Area));
        return (promise.State, promise.MetAt, view[FigureKey.K6].Figure.Numerator);
    }

    private static Task<IReadOnlyList<Finding>> Findings(TestHouse house) => house.AsSystem().Ask((IntegrityCheck check) => check.Run());
}
