using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What comes after a resolution: callbacks, the closing, and now and then the same trouble again.</summary>
internal sealed partial class CaseStory
{
    private void Afterwards()
    {
        var resolved = t;
        var again = c.Type == CaseType.Repair && c.Reopenings == 0 && Dice.Chance(0.03) ? Daytime(resolved + Dice.Hours(20, 400)) : DateTimeOffset.MaxValue;
        var horizon = again < Setting.Now ? again : Setting.Now;
        if (c.Type.IsService())
        {
            FollowUp(resolved, horizon);
        }
        else if (Daytime(resolved + Dice.Hours(1, 60)) is var close && close <= horizon)
        {
            c.Close(agent, close, null);
        }

        if (again <= Setting.Now && c.Status is CaseStatus.Resolved or CaseStatus.Closed)
        {
            Reopen(again);
        }
    }

    private void Reopen(DateTimeOffset at)
    {
        if (!Until(at))
        {
            return;
        }

        foreach (var callback in callbacks.Where(k => k.State is CallbackState.Waiting or CallbackState.Due))
        {
            callback.State = CallbackState.Void;
        }

        c.Reopen(WorkWords.Reopen(Dice), agent, t);
        Log(true, Channel.Phone, agent, null);
        Settle(t, _ => null);
        _ = c.Mode == ServiceMode.OnSite ? Field() : Remote();
    }

    /// <summary>R40 and R41, up to the horizon: the first is answered or its window ends, then comes the second.</summary>
    private void FollowUp(DateTimeOffset resolved, DateTimeOffset horizon)
    {
        var first = Callback(1, FollowUpWindow.First(resolved, Policy, Setting.Zone));
        Call(first, horizon);
        if (first.AnsweredAt is null && first.EndsAt > horizon)
        {
            return;
        }

        if (first.AnsweredAt >= first.EndsAt)
        {
            Callback(2, FollowUpWindow.Second(null, first.EndsAt, Policy, Setting.Zone)).State = CallbackState.Void;
        }

        var second = Callback(2, FollowUpWindow.Second(first.AnsweredAt, first.EndsAt, Policy, Setting.Zone));
        Call(second, horizon);
        if (c.Status == CaseStatus.Resolved && Daytime(second.OpensAt + Dice.Hours(0, 30)) is var close && close <= horizon)
        {
            c.Close(agent, close, "回访结束，人工关闭。");
        }
    }

    private Callback Callback(int round, FollowUpWindow window)
    {
        var callback = new Callback
        {
            Id = stage.Ids.Callback(),
            CaseId = c.Id,
            Area = c.Area,
            Round = round,
            OpensAt = window.OpensAt,
            EndsAt = window.EndsAt,
            NextCallAt = FollowUpWindow.InCallHours(window.OpensAt, Policy.CallHours, Setting.Zone),
            AssigneeId = agent.Id,
        };
        callbacks.Add(callback);
        return callback;
    }

    /// <summary>One try after the other until somebody answers or it is given up; one in twenty is thought of too late.</summary>
    private void Call(Callback callback, DateTimeOffset horizon)
    {
        var first = Dice.Chance(0.05) ? Calling(callback.EndsAt + Dice.Hours(1, 120)) : Try(callback);
        for (var at = first; at <= horizon; at = Try(callback))
        {
            var outcome = Dice.Of([(AttemptOutcome.Answered, callback.Round == 1 ? 80.0 : 70), (AttemptOutcome.Unreachable, 17.0), (AttemptOutcome.CallAgain, 4.0)]);
            var again = outcome == AttemptOutcome.CallAgain ? Daytime(at + Dice.Hours(3, 26)) : (DateTimeOffset?)null;
            callback.Attempts.Add(new CallbackAttempt { At = at, CallerId = agent.Id, Outcome = outcome, CallAgainAt = again });
            Log(false, Channel.Phone, agent, null, at);
            if (outcome == AttemptOutcome.Answered)
            {
                (callback.State, callback.AnsweredAt) = (CallbackState.Answered, at);
                Seal(callback, at);
                return;
            }

            Told(callback, at, null, null);
            callback.NextCallAt = again ?? FollowUpWindow.InCallHours(at + TimeSpan.FromHours(3), Policy.CallHours, Setting.Zone);
            callback.State = CallbackState.Due;
            if (callback.Attempts.Count(a => a.Outcome == AttemptOutcome.Unreachable) >= Policy.UnreachableAfter)
            {
                callback.State = CallbackState.Unreachable;
                return;
            }
        }

        if (callback.NextCallAt <= horizon)
        {
            callback.State = CallbackState.Due;
            Notify(agent.Id, NoticeKind.CallbackDue, callback.NextCallAt, ("callback", TextRule.Invariant(callback.Id)), ("round", TextRule.Invariant(callback.Round)), ("ends", TextRule.Invariant(callback.EndsAt.ToUnixTimeMilliseconds())));
        }
    }

    private DateTimeOffset Try(Callback callback) =>
        Calling(callback.NextCallAt + Dice.Hours(0.02, callback.Attempts.Count == 0 ? 60 : 4));

    /// <summary>R48: some minutes later, in the call hours, and not on a Sunday.</summary>
    private DateTimeOffset Calling(DateTimeOffset from)
    {
        var at = FollowUpWindow.InCallHours(from, Policy.CallHours, Setting.Zone);
        var day = Setting.Zone.DayOf(at);
        at = day.DayOfWeek == DayOfWeek.Sunday ? FollowUpWindow.InCallHours(Setting.Zone.StartOf(day.AddDays(1)), Policy.CallHours, Setting.Zone) : at;
        var later = at + TimeSpan.FromSeconds(Dice.Int(0, 3600));
        return FollowUpWindow.InCallHours(later, Policy.CallHours, Setting.Zone) == later ? later : at;
    }

    private void Told(Callback callback, DateTimeOffset at, string? words, int? score) => c.Tell(
        CaseEventKind.CalledBack, agent, at, words, null,
        ("round", TextRule.Invariant(callback.Round)), ("outcome", callback.Attempts[^1].Outcome.ToString()), ("score", score is { } s ? TextRule.Invariant(s) : null));

    /// <summary>R46, R47: the sealed answer; satisfied closes the case, a low score opens a complaint; a few are corrected.</summary>
    private void Seal(Callback callback, DateTimeOffset at)
    {
        var score = Score(stage.HasRoom ? 0.015 : 0);
        var words = score < 4 || Dice.Chance(0.35) ? Comment(score) : null;
        Told(callback, at, words, score);
        var answer = new SatisfactionAnswer
        {
            Id = stage.Ids.Answer(), CaseId = c.Id, AnsweredAt = at, RecordedAt = at, Source = AnswerSource.Callback, Score = score, Comment = words,
            Dissatisfied = score == 1, CallbackId = callback.Id, PersonId = agent.Id,
        };
        rows.Add(answer);
        Correct(answer, Daytime(at + Dice.Hours(0.2, 5)));
        if (score <= 2)
        {
            FollowOn(agent, Channel.Phone, at, words!, score);
        }
        else if (score >= 4 && c.Status == CaseStatus.Resolved)
        {
            c.Close(agent, at, null);
        }
    }

    private void Correct(SatisfactionAnswer answer, DateTimeOffset at)
    {
        if (answer.Score < 3 || at > Setting.Now || !Dice.Chance(0.008))
        {
            return;
        }

        answer.Replaced = true;
        var score = answer.Score == 5 ? 4 : 5;
        rows.Add(new SatisfactionAnswer
        {
            Id = stage.Ids.Answer(), CaseId = c.Id, AnsweredAt = answer.AnsweredAt, RecordedAt = at, Source = answer.Source, Score = score, Comment = answer.Comment,
            CallbackId = answer.CallbackId, PersonId = agent.Id, CorrectsId = answer.Id, CorrectionReason = "录入时按错分数。",
        });
        c.Tell(CaseEventKind.ScoreCorrected, agent, at, "录入时按错分数。", null, ("from", TextRule.Invariant(answer.Score)), ("score", TextRule.Invariant(score)));
    }

    /// <summary>R47: the complaint opens in the same minute, as a story of its own.</summary>
    private void FollowOn(Actor by, Channel channel, DateTimeOffset at, string words, int score)
    {
        var number = stage.Ids.Number("SC", Setting.Zone.DayOf(at));
        c.Tell(CaseEventKind.FollowOnOpened, by, at, null, null, ("number", number));
        stage.Later(new Fate(at, Type: CaseType.Complaint, Follows: new FollowOn(c, client, words, number, score, channel)));
    }
}
