using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class JobEndingTests
{
    [Theory, BothDatabases]
    public async Task A_completed_job_resolves_its_case_seals_the_score_and_plans_the_follow_up_once_R40(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Filled(number, score: 4);
        var request = house.Request;

        await house.Mine((JobEnding e) => e.Complete(number, null, request));
        await house.Mine((JobEnding e) => e.Complete(number, null, request));
        var again = await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Equal(["WorkOrders.NotOnSite"], again.Codes());
        var c = await house.Read(db => db.Cases.SingleAsync());
        Assert.Equal((CaseStatus.Resolved, "更换密封圈", house.Now), (c.Status, c.Resolution, c.ResolvedAt!.Value));
        var answer = Assert.Single(await house.Read(db => db.SatisfactionAnswers.ToListAsync()));
        Assert.Equal((AnswerSource.Form, 4, "很满意"), (answer.Source, answer.Score, answer.Comment));
        Assert.Equal(Times.At("2026-11-27 00:00"), Assert.Single(await house.Read(db => db.Callbacks.ToListAsync())).OpensAt);
        Assert.Equal(WorkOrderStatus.Completed, (await house.Read(db => db.WorkOrders.SingleAsync())).Status);
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory, BothDatabases(1), BothDatabases(2), BothDatabases(3)]
    public async Task R47_a_low_score_on_the_signed_form_opens_one_complaint_with_an_owner_and_its_promise(StorageProvider provider, int score)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Filled(number, score, "修了还在漏");
        var request = house.Request;

        await house.Mine((JobEnding e) => e.Complete(number, null, request));
        await house.Mine((JobEnding e) => e.Complete(number, null, request));

        var opened = await house.Read(db => db.Cases.AsNoTracking().Include(c => c.Promises).Where(c => c.Type == CaseType.Complaint).ToListAsync());
        var job = await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number));
        Assert.Equal(opened.Select(c => c.Number), job.Complaints);
        Assert.False(job.Linked);
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
        if (score > SatisfactionAnswer.ComplaintUpTo)
        {
            Assert.Empty(opened);
            return;
        }

        var complaint = Assert.Single(opened);
        var parent = await house.Read(db => db.Cases.SingleAsync(c => c.Type == CaseType.Repair));
        Assert.Equal((parent.Id, People.Agent, People.Agent, Channel.Visitor, "修了还在漏"), (complaint.ParentId!.Value, complaint.OwnerId!.Value, complaint.AgentId!.Value, complaint.Channel, complaint.Description));
        Assert.Equal(house.Now.AddHours(48), complaint.PromiseOf(PromiseKind.ComplaintReport)!.DueAt);
        Assert.Equal([People.Agent, People.Supervisor], await house.Read(db => db.Notifications.Where(n => n.CaseId == complaint.Id).Select(n => n.PersonId).Order().ToListAsync()));
        Assert.Contains(CaseEventKind.FollowOnOpened, await house.TimelineOf(parent.Id));
    }

    [Fact]
    public async Task Everything_missing_is_told_at_once_R31_R36()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();

        var refused = await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Equal(
            ["GapChecklist", "GapSymptom", "GapCause", "GapRemedy", "GapHours", "GapUser", "GapScore", "GapSignature"],
            refused.Codes().Select(c => c["WorkOrders.".Length..]));
        Assert.Equal(CaseStatus.InProgress, (await house.Read(db => db.Cases.SingleAsync())).Status);
    }

    [Theory, BothDatabases]
    public async Task R11_no_job_is_completed_while_the_customer_has_not_accepted_the_quote(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var waiting = await house.Registered((await house.KnownCustomer(acceptedOn: new(2025, 11, 24))).Repair());
        var declined = await house.Dispatched(await house.Registered((await house.KnownCustomer(acceptedOn: new(2025, 11, 24))).Repair()));
        await house.Mine((MyWork w) => w.Decline(declined, "病假", house.Request));
        Assert.Equal(["WorkOrders.AcceptFirst"], (await house.As(Role.Engineer).Ask((MyWork w) => w.AcceptQuote(declined, house.Request))).Codes());
        var number = await house.OnSite(waiting);
        await house.Filled(number);

        Assert.Equal(["WorkOrders.GapQuote"], (await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, null, house.Request))).Codes());
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await house.Mine((MyWork w) => w.AcceptQuote(number, house.Request));
        Assert.Equal(["WorkOrders.TimeTooEarly"], (await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, house.Now.AddMinutes(-5), house.Request))).Codes());
        Assert.Equal(["Cases.NoQuoteAwaited"], (await house.As(Role.Engineer).Ask((MyWork w) => w.AcceptQuote(number, house.Request))).Codes());
        await house.Mine((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory]
    [InlineData("power-off", CheckResult.Failed, false)]
    [InlineData("power-off", CheckResult.NotApplicable, true)]
    [InlineData("site-clean", CheckResult.Failed, true)]
    public async Task A_failed_safety_point_blocks_completion_R36(string item, CheckResult result, bool completes)
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        await house.Filled(number);
        await house.Mine((Reporting r) => r.SaveChecks(number, [new CheckForm { Item = item, Result = result }], house.Request));

        var done = await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Equal(completes ? [] : ["WorkOrders.GapSafety"], done.Codes());
    }

    [Theory, BothDatabases]
    public async Task An_unfinished_visit_is_followed_by_the_next_on_the_same_order(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        house.Time.Advance(TimeSpan.FromHours(2));
        await house.Mine((JobEnding e) => e.EndUnfinished(number, "part", "缺密封圈", null, house.Request));
        var unplanned = (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Unplanned;

        await house.Mine((JobEnding e) => e.PlanNext(number, new AppointmentForm { Kind = AppointmentKind.Afternoon, Day = house.Clock.Today.AddDays(3) }, null, house.Request));
        house.Time.Advance(TimeSpan.FromDays(3));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));
        await house.Filled(number);
        await house.Mine((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Equal("part", Assert.Single(unplanned).Reason);
        var visits = await house.Read(db => db.Visits.OrderBy(v => v.Ordinal).ToListAsync());
        Assert.Equal([VisitEnding.Unfinished, VisitEnding.Finished], visits.Select(v => v.Ending!.Value));
        var facts = await house.Read(db => db.CaseFacts.SingleAsync());
        Assert.Equal((2, visits[0].ArrivedAt), (facts.Visits, facts.ArrivedAt));
        Assert.Equal(1, await house.Read(db => db.WorkOrders.CountAsync()));
    }

    [Fact]
    public async Task The_supervisor_plans_the_next_visit_with_somebody_else_who_accepts_anew()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        await house.Mine((JobEnding e) => e.EndUnfinished(number, "part", null, null, house.Request));

        var planned = await house.As(Role.Supervisor).Ask((JobEnding e) => e.PlanNext(
            number, new AppointmentForm { Day = house.Clock.Today.AddDays(1) }, People.OtherEngineer, house.Request));

        Assert.True(planned.Ok);
        var row = Assert.Single(await house.As(People.Actor(People.OtherEngineer)).Ask((JobReader r) => r.Mine()));
        Assert.Equal((WorkOrderStatus.Assigned, 2), (row.Status, row.Visit));
    }

    [Fact]
    public async Task An_unfinished_ending_needs_its_reason_and_a_visit_under_way()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();

        var bare = await house.As(Role.Engineer).Ask((JobEnding e) => e.EndUnfinished(number, "", null, null, house.Request));
        var notThere = await house.As(Role.Engineer).Ask((JobEnding e) => e.EndUnfinished(number, "part", null, null, house.Request));

        Assert.Equal(["Shared.Required"], bare.Codes());
        Assert.Equal(["WorkOrders.NotOnSite"], notThere.Codes());
    }
}
