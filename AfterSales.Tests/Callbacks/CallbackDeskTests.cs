using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Callbacks;

/// <summary>R46, R47 and the closing of cases by a satisfied answer.</summary>
public sealed class CallbackDeskTests
{
    [Theory, BothDatabases]
    public async Task A_satisfied_sealed_answer_closes_its_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await Due(house);

        var result = await house.Answer(id, 5, "很好");

        Assert.True(result.Closed);
        Assert.Equal(CaseStatus.Closed, await house.Read(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
        Assert.NotNull(await house.Read(db => db.CaseFacts.Where(f => f.CaseId == id).Select(f => f.ClosedAt).SingleAsync()));
        Assert.Equal(1, await house.Read(db => db.ContactLogs.CountAsync(l => l.CaseId == id && !l.Incoming)));
    }

    [Fact]
    public async Task A_satisfied_answer_does_not_close_a_case_that_may_not_close()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id, report: false);

        Assert.False((await house.Answer(id, 5)).Closed);
        Assert.Equal(CaseStatus.Resolved, await house.Read(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    [Theory, BothDatabases(1, false), BothDatabases(2, false), BothDatabases(5, true)]
    public async Task R47_a_low_score_or_dissatisfaction_opens_a_complaint_with_an_owner_and_its_promise(StorageProvider provider, int score, bool dissatisfied)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await Due(house);

        var result = await house.Answer(id, score, "还在漏", dissatisfied);

        Assert.False(result.Closed);
        var complaint = await house.Read(db => db.Cases.AsNoTracking().Include(c => c.Promises).SingleAsync(c => c.Number == result.ComplaintNumber));
        Assert.Equal((CaseType.Complaint, id, People.Agent, "leak", "还在漏"), (complaint.Type, complaint.ParentId, complaint.OwnerId, complaint.SymptomKey, complaint.Description));
        Assert.Equal(house.Now.AddHours(48), complaint.PromiseOf(PromiseKind.ComplaintReport)!.DueAt);
        Assert.Contains(CaseEventKind.FollowOnOpened, await house.TimelineOf(id));
        Assert.Equal([People.Supervisor], await house.Read(db => db.Notifications.Where(n => n.CaseId == complaint.Id).Select(n => n.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task R47_a_middling_score_opens_nothing_and_closes_nothing()
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(new CallbackResult(false, null), await house.Answer(await Due(house), 3));
    }

    [Theory]
    [InlineData(TechnicianCallback.Block, false)]
    [InlineData(TechnicianCallback.Warn, true)]
    [InlineData(TechnicianCallback.Off, true)]
    public async Task R46_the_technician_of_the_job_calls_only_where_the_policy_lets_him(TechnicianCallback rule, bool allowed)
    {
        await using var house = await TestHouse.Open();
        await house.Read(db => db.ServicePolicies.ExecuteUpdateAsync(set => set.SetProperty(p => p.TechnicianCallback, rule)));
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id, engineerId: People.Supervisor);

        var called = await house.Call(id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 5 }, People.Supervisor);

        Assert.Equal(allowed, called.Ok);
        Assert.Equal(allowed ? [] : ["Callbacks.CallerIsTechnician"], called.Problems.Select(p => p.Code));
        Assert.Equal(allowed ? 1 : 0, await house.Read(db => db.SatisfactionAnswers.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task R46_unreachable_after_three_tries_is_recorded_and_never_scored(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await Due(house);
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await house.Call(id, new AttemptForm { Outcome = AttemptOutcome.Unreachable, Score = 5 })).Ok);
        }

        var first = (await house.CallbacksOf(id))[0];
        Assert.Equal((CallbackState.Unreachable, 3, (DateTimeOffset?)null), (first.State, first.Attempts.Count, first.AnsweredAt));
        Assert.Equal(0, await house.Read(db => db.SatisfactionAnswers.CountAsync()));
        Assert.Equal("Callbacks.NotOpen", Assert.Single((await house.As(Role.Agent).Ask((CallbackDesk desk) => desk.Record(first.Id, new AttemptForm { Outcome = AttemptOutcome.Unreachable }, house.Request))).Problems).Code);
    }

    [Fact]
    public async Task R48_nobody_there_is_tried_again_in_the_next_call_hours()
    {
        await using var house = await TestHouse.Open();
        var id = await Due(house);
        house.SetLocal(2026, 11, 27, 9, 30);
        await house.Call(id, new AttemptForm { Outcome = AttemptOutcome.Unreachable });

        Assert.Equal(TestHouse.Zone.Instant(new(2026, 11, 27, 16, 0, 0)), (await house.CallbacksOf(id))[0].NextCallAt);
    }

    [Theory, BothDatabases]
    public async Task An_agreed_time_brings_the_callback_up_again_then(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await Due(house);
        await house.Call(id, new AttemptForm { Outcome = AttemptOutcome.CallAgain, CallAgainAt = new(2026, 11, 28, 12, 30, 0) });

        Assert.Equal(0, await house.Sweep());
        house.SetLocal(2026, 11, 28, 12, 30);
        Assert.Equal(1, await house.Sweep());
        Assert.Equal(2, await house.Read(db => db.Notifications.CountAsync(n => n.CaseId == id)));
    }

    [Theory, BothDatabases]
    public async Task R46_a_saved_score_is_sealed_and_a_correction_is_a_new_entry_with_a_reason(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await Due(house);
        await house.Answer(id, 5);
        var old = await house.Read(db => db.SatisfactionAnswers.AsNoTracking().SingleAsync());
        house.Time.Advance(TimeSpan.FromHours(1));
        var form = new CorrectionForm { Score = 3, Reason = "听错了" };

        Assert.Equal(nameof(form.Reason), Assert.Single((await Correct(house, old.Id, new() { Score = 3 })).Problems).Field);
        Assert.True((await Correct(house, old.Id, form)).Ok);
        Assert.Equal("Callbacks.AlreadyCorrected", Assert.Single((await Correct(house, old.Id, form)).Problems).Code);

        var answers = await house.Read(db => db.SatisfactionAnswers.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([(5, true, null), (3, false, (long?)old.Id)], answers.Select(a => (a.Score, a.Replaced, a.CorrectsId)));
        Assert.Equal(old.AnsweredAt, answers[1].AnsweredAt);
    }

    /// <summary>What was heard wrong is set right: the answer then closes its case as it would have at once, unless a later one was given.</summary>
    [Theory]
    [InlineData(false, true, CaseStatus.Closed)]
    [InlineData(true, false, CaseStatus.Resolved)]
    public async Task A_correction_to_satisfied_closes_the_case_where_it_is_the_last_word(bool askedAgain, bool closed, CaseStatus status)
    {
        await using var house = await TestHouse.Open();
        var id = await Due(house);
        await house.Answer(id, 3);
        var old = await house.Read(db => db.SatisfactionAnswers.AsNoTracking().SingleAsync());
        if (askedAgain)
        {
            house.SetLocal(2026, 12, 5, 9);
            await house.Sweep();
            await house.Answer(id, 3);
        }

        Assert.Equal(new CallbackResult(closed, null), (await Correct(house, old.Id, new() { Score = 5, Reason = "听错了" })).Value);
        Assert.Equal(status, await house.Read(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_same_request_sent_twice_scores_once()
    {
        await using var house = await TestHouse.Open();
        var id = await Due(house);
        var (callback, request) = ((await house.CallbacksOf(id))[0].Id, house.Request);
        var form = new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 2 };

        var first = await house.As(Role.Agent).Ask((CallbackDesk desk) => desk.Record(callback, form, request));
        var again = await house.As(Role.Agent).Ask((CallbackDesk desk) => desk.Record(callback, form, request));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await house.Read(db => db.SatisfactionAnswers.CountAsync()));
        Assert.Equal(1, await house.Read(db => db.Cases.CountAsync(c => c.Type == CaseType.Complaint)));
    }

    [Fact]
    public async Task Every_fault_of_a_call_is_told_at_once_under_its_field()
    {
        await using var house = await TestHouse.Open();
        var id = await Due(house);

        var refused = await house.Call(id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 6, Comment = "\0", Note = new string('x', 4001) });

        Assert.Equal(["Score", "Comment", "Note"], refused.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task An_engineer_may_not_call_back()
    {
        await using var house = await TestHouse.Open();
        var id = await Due(house);
        await Assert.ThrowsAsync<ForbiddenException>(() => house.Call(id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 5 }, People.Engineer));
    }

    private static async Task<long> Due(TestHouse house)
    {
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        house.SetLocal(2026, 11, 27, 9);
        await house.Sweep();
        return id;
    }

    private static Task<Result<CallbackResult>> Correct(TestHouse house, long answerId, CorrectionForm form) =>
        house.As(Role.Agent).Ask((CallbackDesk desk) => desk.Correct(answerId, form, house.Request));
}
