using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Complaints;

/// <summary>R4: not met on the spot, it is reported within two days, and the customer told on the day a solution is known.</summary>
public sealed class ComplaintDeskTests
{
    [Theory, BothDatabases]
    public async Task R4_a_complaint_goes_from_the_call_to_its_closing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await Open(house, new() { Words = "来得太晚", Severity = Severity.Major });
        Assert.Equal(house.Now.AddHours(48), (await Promise(house, number, PromiseKind.ComplaintReport))!.DueAt);

        Done(await Desk(house, Role.Agent, d => d.Report(number, new(), house.Request)));
        Assert.Equal(PromiseState.Kept, (await Promise(house, number, PromiseKind.ComplaintReport))!.State);
        Done(await Desk(house, Role.Supervisor, d => d.Know(number, new() { Solution = "免费更换", Severity = Severity.Grave }, house.Request)));
        Assert.Equal(TestHouse.Zone.StartOf(new(2026, 11, 25)).AddMilliseconds(-1), (await Promise(house, number, PromiseKind.SolutionTold))!.DueAt);
        Done(await Desk(house, Role.Agent, d => d.Tell(number, new() { Words = "明天来换" }, house.Request)));
        Done(await Desk(house, Role.Supervisor, d => d.Handle(number, new() { Handling = "已更换" }, house.Request)));
        Done(await Desk(house, Role.Agent, d => d.Judge(number, new() { Verdict = Verdict.Satisfied }, house.Request)));
        Done(await Desk(house, Role.Supervisor, d => d.Close(number, house.Request)));

        var facts = await house.Read(db => db.CaseFacts.SingleAsync(f => db.Cases.Any(c => c.Id == f.CaseId && c.Number == number)));
        Assert.Equal((Verdict.Satisfied, house.Now, house.Now), (facts.Verdict, facts.RepliedAt, facts.ClosedAt));
        Assert.Equal([NoticeKind.ComplaintReported, NoticeKind.ComplaintOpened, NoticeKind.SolutionKnown], await house.Read(db => db.Notifications.Select(n => n.Kind).OrderBy(k => k).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task R4_the_next_step_of_a_complaint_is_its_own_way_to_the_verdict(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await Open(house, new() { Words = "来得太晚", Severity = Severity.Major });
        async Task Next(NextStep step) => Assert.Equal(step, (await house.Page(number)).Standing.Next);

        await Next(NextStep.Reply);
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "已记下" }, house.Request));
        await Next(NextStep.Report);
        Done(await Desk(house, Role.Agent, d => d.Report(number, new(), house.Request)));
        await Next(NextStep.Decide);
        Done(await Desk(house, Role.Supervisor, d => d.Know(number, new() { Solution = "换", Severity = Severity.Minor }, house.Request)));
        await Next(NextStep.Tell);
        Done(await Desk(house, Role.Agent, d => d.Tell(number, new() { Words = "明天来换" }, house.Request)));
        await Next(NextStep.CarryOut);
        Done(await Desk(house, Role.Supervisor, d => d.Handle(number, new() { Handling = "已更换" }, house.Request)));
        await Next(NextStep.Judge);
        Done(await Desk(house, Role.Agent, d => d.Judge(number, new() { Verdict = Verdict.Satisfied }, house.Request)));
        await Next(NextStep.Close);
        Done(await Desk(house, Role.Supervisor, d => d.Close(number, house.Request)));
        await Next(NextStep.None);
    }

    [Fact]
    public async Task R4_told_on_the_next_day_is_late()
    {
        await using var house = await TestHouse.Open();
        var number = await Open(house, new() { Words = "漏" });
        Done(await Desk(house, Role.Supervisor, d => d.Know(number, new() { Solution = "换", Severity = Severity.Minor }, house.Request)));
        house.Time.SetUtcNow(TestHouse.Zone.StartOf(new(2026, 11, 25)));
        Done(await Desk(house, Role.Agent, d => d.Tell(number, new() { Words = "换" }, house.Request)));

        Assert.Equal(PromiseState.Late, (await Promise(house, number, PromiseKind.SolutionTold))!.State);
    }

    [Fact]
    public async Task R4_met_on_the_spot_there_is_nothing_to_report()
    {
        await using var house = await TestHouse.Open();
        var number = await Open(house, new() { Words = "没接电话", AnsweredOnSpot = true, Answer = "已致歉" });

        Assert.Null(await Promise(house, number, PromiseKind.ComplaintReport));
        Assert.Equal(CaseStatus.Resolved, await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Status).SingleAsync()));
        Assert.Equal([ComplaintStep.Judge, ComplaintStep.Close], (await View(house, Role.Supervisor, number)).Steps);
    }

    [Fact]
    public async Task A_complaint_heard_by_the_supervisor_is_reported_already()
    {
        await using var house = await TestHouse.Open();
        var number = await Open(house, new() { Words = "态度" }, Role.Supervisor);
        Assert.Equal(PromiseState.Kept, (await Promise(house, number, PromiseKind.ComplaintReport))!.State);
    }

    [Fact]
    public async Task Agents_tell_and_supervisors_decide()
    {
        await using var house = await TestHouse.Open();
        var number = await Open(house, new() { Words = "漏" });

        Assert.Equal([ComplaintStep.Report], (await View(house, Role.Agent, number)).Steps);
        Assert.Equal([ComplaintStep.Report, ComplaintStep.Know], (await View(house, Role.Manager, number)).Steps);
        await Assert.ThrowsAsync<ForbiddenException>(() => Desk(house, Role.Agent, d => d.Know(number, new() { Solution = "x", Severity = Severity.Minor }, house.Request)));
        await Assert.ThrowsAsync<ForbiddenException>(() => Desk(house, Role.Engineer, d => d.Report(number, new(), house.Request)));
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused_with_their_reason()
    {
        await using var house = await TestHouse.Open();
        var number = await Open(house, new() { Words = "漏" });

        Refused("Complaints.NoSolutionYet", await Desk(house, Role.Agent, d => d.Tell(number, new() { Words = "x" }, house.Request)));
        Refused("Complaints.NoSolutionYet", await Desk(house, Role.Supervisor, d => d.Handle(number, new() { Handling = "x" }, house.Request)));
        Refused("Complaints.NotHandledYet", await Desk(house, Role.Agent, d => d.Judge(number, new() { Verdict = Verdict.Satisfied }, house.Request)));
        Done(await Desk(house, Role.Agent, d => d.Report(number, new(), house.Request)));
        Refused("Complaints.AlreadyReported", await Desk(house, Role.Agent, d => d.Report(number, new(), house.Request)));
        Assert.Equal(["Cases.NotResolved", "Cases.PromiseOpen"], (await Desk(house, Role.Supervisor, d => d.Close(number, house.Request))).Problems.Select(p => p.Code));
    }

    [Theory, BothDatabases]
    public async Task The_list_shows_open_complaints_by_their_most_urgent_clock(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var earlier = await Open(house, new() { Words = "一" });
        house.Time.Advance(TimeSpan.FromHours(1));
        var later = await Open(house, new() { Words = "二" });

        var page = await house.As(Role.Manager).Ask((ComplaintList list) => list.Find(new ComplaintFilter()));

        Assert.Equal([earlier, later], page.Rows.Select(r => r.Number));
        Assert.Equal(PromiseKind.FirstReply, page.Rows[0].Clock?.Kind);
        Assert.Equal(2, page.Count);
    }

    private static async Task<string> Open(TestHouse house, ComplaintForm form, Role role = Role.Agent)
    {
        var parent = await house.OpenCase(await house.KnownCustomer());
        form.ParentNumber = await house.Read(db => db.Cases.Where(c => c.Id == parent).Select(c => c.Number).SingleAsync());
        return (await house.As(role).Ask((ComplaintDesk desk) => desk.Open(form, house.Request))).Value;
    }

    private static Task<Result> Desk(TestHouse house, Role role, Func<ComplaintDesk, Task<Result>> step) => house.As(role).Ask(step);

    private static async Task<ComplaintView> View(TestHouse house, Role role, string number) =>
        (await house.As(role).Ask((ComplaintList list) => list.Find(number)))!;

    private static async Task<Promise?> Promise(TestHouse house, string number, PromiseKind kind) =>
        (await house.Read(db => db.Cases.AsNoTracking().Include(c => c.Promises).SingleAsync(c => c.Number == number))).PromiseOf(kind);

    private static void Done(Result result) => Assert.True(result.Ok, string.Join("; ", result.Problems));

    private static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Problems).Code);
}
