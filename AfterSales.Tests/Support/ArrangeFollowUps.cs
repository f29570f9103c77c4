using AfterSales.Core.Callbacks;
using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;

namespace AfterSales.Tests.Support;

/// <summary>Calls as tests make them, and what happens by itself.</summary>
public static class ArrangeFollowUps
{
    /// <summary>Runs the due actions once; how many were done.</summary>
    public static Task<int> Sweep(this TestHouse house) => house.AsSystem().Ask((ActionRunner runner) => runner.RunDue());

    /// <summary>The first callback of the case that awaits one is answered now by the agent.</summary>
    public static async Task<CallbackResult> Answer(this TestHouse house, long caseId, int score, string? comment = null, bool dissatisfied = false)
    {
        var done = await house.Call(caseId, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = score, Comment = comment, Dissatisfied = dissatisfied });
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        return done.Value;
    }

    /// <summary>The first callback of the case that takes such a call is called.</summary>
    public static async Task<Result<CallbackResult>> Call(this TestHouse house, long caseId, AttemptForm form, long callerId = People.Agent)
    {
        var callback = (await house.CallbacksOf(caseId)).First(k => k.Takes(form.Outcome ?? AttemptOutcome.Answered));
        return await house.As(People.Actor(callerId)).Ask((CallbackDesk desk) => desk.Record(callback.Id, form, house.Request));
    }
}
