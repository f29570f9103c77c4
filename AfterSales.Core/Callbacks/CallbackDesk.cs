using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Callbacks;

/// <summary>
/// 回访: notes each call. An answer is sealed and plans the second callback (R41); a low score opens a complaint with an
/// owner (R47), a satisfied one closes its case where that may close.
/// </summary>
public sealed class CallbackDesk(Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>Notes one call.</summary>
    public async Task<Result<CallbackResult>> Record(long callbackId, AttemptForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Callbacks);
        if (form.Check(clock.Now, clock.Zone).Problems is { Count: > 0 } problems)
        {
            return Result<CallbackResult>.Refused(problems);
        }

        return await writer.Run<CallbackResult>(request, async write =>
        {
            var callback = await write.Db.Callbacks.Include(k => k.Attempts).SingleOrDefaultAsync(k => k.Id == callbackId, write.Stop)
                ?? throw new MissingException($"callback {callbackId}");
            var file = await CaseFile.Open(write, callback.CaseId);
            if (!callback.Takes(form.Outcome!.Value))
            {
                return new Problem("Callbacks.NotOpen");
            }

            if (await Barred(write, file))
            {
                return new Problem("Callbacks.CallerIsTechnician");
            }

            return await Note(write, callback, file, form);
        }, stop);
    }

    /// <summary>R46: a saved score is sealed; it is set right by a new entry with its reason, which takes its place.</summary>
    public async Task<Result<CallbackResult>> Correct(long answerId, CorrectionForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Callbacks);
        if (form.Check().Problems is { Count: > 0 } problems)
        {
            return Result<CallbackResult>.Refused(problems);
        }

        return await writer.Run<CallbackResult>(request, async write =>
        {
            // Takes the row: of two who correct at once, the second finds it replaced.
            await write.Db.SatisfactionAnswers.Where(a => a.Id == answerId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Replaced, a => a.Replaced), write.Stop);
            var old = await write.Db.SatisfactionAnswers.SingleOrDefaultAsync(a => a.Id == answerId, write.Stop) ?? throw new MissingException($"answer {answerId}");
            if (old.Replaced)
            {
                return new Problem("Callbacks.AlreadyCorrected");
            }

            var file = await CaseFile.Open(write, old.CaseId);
            if (await Barred(write, file))
            {
                return new Problem("Callbacks.CallerIsTechnician");
            }

            old.Replaced = true;
            var answer = Corrected(write, old, form);
            write.Db.SatisfactionAnswers.Add(answer);
            file.Case.Tell(CaseEventKind.ScoreCorrected, actor, write.Now, answer.CorrectionReason, null, ("from", TextRule.Invariant(old.Score)), ("score", TextRule.Invariant(answer.Score)));
            write.Touch("callbacks");
            write.Touch($"case/{TextRule.Invariant(old.CaseId)}");
            return await Follow(write, file, answer, answer.IsComplaint && !old.IsComplaint, await Latest(write, file.Case, answer));
        }, stop);
    }

    private static async Task<CallbackResult> Note(Write write, Callback callback, CaseFile file, AttemptForm form)
    {
        var attempt = new CallbackAttempt
        {
            At = write.Now,
            CallerId = write.Actor.Id,
            Outcome = form.Outcome!.Value,
            CallAgainAt = form.Outcome == AttemptOutcome.CallAgain ? write.Zone.Instant(form.CallAgainAt!.Value) : null,
            Note = TextRule.Kept(form.Note),
        };
        Log(write, file.Case, callback, form);
        await write.CancelPlanned(callback.Id, ActionKind.CallbackDue, ActionKind.CallAgain);
        write.Touch("callbacks");
        write.Touch($"case/{TextRule.Invariant(callback.CaseId)}");
        if (attempt.Outcome == AttemptOutcome.Answered)
        {
            callback.Answer(attempt);
            return await Seal(write, callback, file, form);
        }

        await NoAnswer(write, callback, attempt, file);
        return new CallbackResult(false, null);
    }

    private static async Task NoAnswer(Write write, Callback callback, CallbackAttempt attempt, CaseFile file)
    {
        if (attempt.CallAgainAt is { } again)
        {
            callback.Agree(attempt, again);
        }
        else
        {
            var (hours, notes) = (file.Policy.CallHours, await CallNotes.Of(write.Db, file.Case.CustomerId, write.Stop));
            callback.Miss(attempt, file.Policy.UnreachableAfter, FollowUpWindow.MayCall(FollowUpWindow.NextCallHours(write.Now, hours, write.Zone), hours, notes.Quiet, write.Zone));
        }

        if (callback.State == CallbackState.Due)
        {
            await write.Plan(ActionKind.CallAgain, callback.Id, callback.NextCallAt, callback.Attempts.Count);
        }
    }

    /// <summary>The answer, and what follows from it.</summary>
    private static async Task<CallbackResult> Seal(Write write, Callback callback, CaseFile file, AttemptForm form)
    {
        var answer = new SatisfactionAnswer
        {
            CaseId = callback.CaseId,
            AnsweredAt = write.Now,
            RecordedAt = write.Now,
            Source = AnswerSource.Callback,
            Score = form.Score!.Value,
            Comment = TextRule.Kept(form.Comment),
            Dissatisfied = form.Dissatisfied,
            CallbackId = callback.Id,
            PersonId = write.Actor.Id,
        };
        write.Db.SatisfactionAnswers.Add(answer);
        if (callback.Round == 1)
        {
            await FollowUps.OpenSecond(write, file.Case, callback, file.Policy);
        }

        return await Follow(write, file, answer, answer.IsComplaint, latest: true);
    }

    /// <summary>What follows from an answer: R47's complaint; or, satisfied and the customer's last word, its case is closed where that may close.</summary>
    private static async Task<CallbackResult> Follow(Write write, CaseFile file, SatisfactionAnswer answer, bool complains, bool latest)
    {
        if (complains)
        {
            return new CallbackResult(false, await ComplaintOpening.Dissatisfied(write, file.Case, answer));
        }

        if (!latest || !answer.IsSatisfied || (await ClosingRule.Hindrances(write.Db, file.Case, write.Stop)).Count > 0)
        {
            return new CallbackResult(false, null);
        }

        file.Case.Close(write.Actor, write.Now, null);
        await file.Settle();
        return new CallbackResult(true, null);
    }

    /// <summary>A form signed before the engineer closes nothing, set right or not; nor does an answer after which another was given or the case reopened.</summary>
    private static async Task<bool> Latest(Write write, ServiceCase c, SatisfactionAnswer answer) => answer.Source == AnswerSource.Callback
        && !(answer.AnsweredAt < c.ReopenedAt)
        && !await write.Db.SatisfactionAnswers.AnyAsync(a => a.CaseId == answer.CaseId && !a.Replaced && a.AnsweredAt > answer.AnsweredAt, write.Stop);

    private static void Log(Write write, ServiceCase c, Callback callback, AttemptForm form)
    {
        var words = TextRule.Kept(form.Comment) ?? TextRule.Kept(form.Note);
        c.Tell(
            CaseEventKind.CalledBack, write.Actor, write.Now, words, null,
            ("round", TextRule.Invariant(callback.Round)), ("outcome", form.Outcome.ToString()), ("score", form.Outcome == AttemptOutcome.Answered ? TextRule.Invariant(form.Score) : null));
        write.Db.ContactLogs.Add(new ContactLog
        {
            At = write.Now, Incoming = false, Channel = Channel.Phone, PersonId = write.Actor.Id, CustomerId = c.CustomerId, CaseId = c.Id, Note = words,
        });
    }

    private static SatisfactionAnswer Corrected(Write write, SatisfactionAnswer old, CorrectionForm form) => new()
    {
        CaseId = old.CaseId,
        AnsweredAt = old.AnsweredAt,
        RecordedAt = write.Now,
        Source = old.Source,
        Score = form.Score!.Value,
        Comment = TextRule.Kept(form.Comment),
        Dissatisfied = form.Dissatisfied,
        CallbackId = old.CallbackId,
        PersonId = write.Actor.Id,
        CorrectsId = old.Id,
        CorrectionReason = TextRule.Kept(form.Reason),
    };

    private static async Task<bool> Barred(Write write, CaseFile file) =>
        file.Policy.TechnicianCallback == TechnicianCallback.Block && await CallerRule.IsTechnician(write.Db, file.Case.Id, write.Actor.Id, write.Stop);
}
