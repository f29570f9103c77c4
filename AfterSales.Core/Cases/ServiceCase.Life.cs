using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Cases;

public sealed partial class ServiceCase
{
    /// <summary>Adds a line to the timeline.</summary>
    public void Tell(CaseEventKind kind, Actor actor, DateTimeOffset now, string? text = null, DateTimeOffset? happenedAt = null, params (string Name, string? Value)[] facts) =>
        Events.Add(new CaseEvent
        {
            CaseId = Id,
            At = now,
            HappenedAt = happenedAt is { } h && h != now ? h : null,
            Kind = kind,
            PersonId = actor.Id,
            Text = text,
            Facts = CaseEvent.Pack(facts),
        });

    /// <summary>首次答复; a second one is only a note.</summary>
    public Result Reply(ReplyHow how, string? text, Actor actor, DateTimeOffset at, DateTimeOffset now)
    {
        if (!Status.IsOpen())
        {
            return new Problem("Cases.NotOpen");
        }

        if (RepliedAt is not null)
        {
            return new Problem("Cases.AlreadyReplied");
        }

        (RepliedAt, ReplyHow) = (at, how);
        if (Status == CaseStatus.Registered)
        {
            Status = CaseStatus.Replied;
        }

        if (StatusBeforeHold == CaseStatus.Registered)
        {
            StatusBeforeHold = CaseStatus.Replied;
        }

        Tell(CaseEventKind.Replied, actor, now, text, at, ("how", how.ToString()));
        return Result.Done;
    }

    /// <summary>费用归属 against the table, or (null) back to it.</summary>
    public Result DecidePayer(Payer? payer, string reason, Actor actor, DateTimeOffset now)
    {
        if (Status == CaseStatus.Cancelled)
        {
            return new Problem("Cases.NotOpen");
        }

        var decided = payer is not null;
        (DecidedPayer, PayerReason, PayerById, PayerDecidedAt) = (payer, decided ? reason : null, decided ? actor.Id : null, decided ? now : null);
        Tell(CaseEventKind.PayerDecided, actor, now, reason, null, ("payer", payer?.ToString()));
        return Result.Done;
    }

    /// <summary>催单: counts the chase.</summary>
    public Result Chase(Actor actor, DateTimeOffset now, string? text)
    {
        if (!Status.IsOpen())
        {
            return new Problem("Cases.NotOpen");
        }

        Chases++;
        Tell(CaseEventKind.Chased, actor, now, text, null, ("times", TextRule.Invariant(Chases)));
        return Result.Done;
    }

    /// <summary>派工: from the first assignment the lead engineer is known. A held case stays on hold: an order given to somebody else ends no hold.</summary>
    public Result Dispatch(long engineerId)
    {
        EngineerId = engineerId;
        if (Status == CaseStatus.OnHold)
        {
            StatusBeforeHold = StatusBeforeHold == CaseStatus.InProgress ? CaseStatus.InProgress : CaseStatus.Dispatched;
            return Result.Done;
        }

        return Status is CaseStatus.Dispatched or CaseStatus.InProgress ? Result.Done : Go(CaseStatus.Dispatched);
    }

    /// <summary>Nobody is assigned any more: back among the undispatched.</summary>
    public Result Undispatch()
    {
        EngineerId = null;
        var back = Reopenings > 0 ? CaseStatus.Reopened : RepliedAt is null ? CaseStatus.Registered : CaseStatus.Replied;
        if (StatusBeforeHold == CaseStatus.Dispatched)
        {
            StatusBeforeHold = back;
        }

        return Status != CaseStatus.Dispatched ? Result.Done : Go(back);
    }

    /// <summary>到场: the first arrival counts for the promise.</summary>
    public Result Arrive(DateTimeOffset at)
    {
        ArrivedAt ??= at;
        return Start();
    }

    /// <summary>A back-entered arrival as the supervisor decided it.</summary>
    public void CorrectArrival(DateTimeOffset at) => ArrivedAt = at;

    /// <summary>Work has begun.</summary>
    public Result Start() => Status == CaseStatus.InProgress ? Result.Done : Go(CaseStatus.InProgress);

    /// <summary>解决; a reply not recorded was given with it.</summary>
    public Result Resolve(string? resolution, bool onSpot, Actor actor, DateTimeOffset at, DateTimeOffset now)
    {
        var gone = Go(CaseStatus.Resolved);
        if (!gone.Ok)
        {
            return gone;
        }

        if (RepliedAt is null)
        {
            (RepliedAt, ReplyHow) = (at, Cases.ReplyHow.WithResolution);
        }

        (ResolvedAt, Resolution, ResolvedOnSpot) = (at, resolution, onSpot);
        Tell(CaseEventKind.Resolved, actor, now, resolution, at, ("onSpot", onSpot ? "1" : null));
        return Result.Done;
    }

    /// <summary>关闭.</summary>
    public Result Close(Actor actor, DateTimeOffset now, string? text)
    {
        var gone = Go(CaseStatus.Closed);
        if (!gone.Ok)
        {
            return gone;
        }

        ClosedAt = now;
        Tell(CaseEventKind.Closed, actor, now, text);
        return Result.Done;
    }

    /// <summary>重开: unresolved again; the promises keep their first due times.</summary>
    public Result Reopen(string reason, Actor actor, DateTimeOffset now)
    {
        var gone = Go(CaseStatus.Reopened);
        if (!gone.Ok)
        {
            return gone;
        }

        (ResolvedAt, ClosedAt, Resolution, ResolvedOnSpot, ReopenedAt) = (null, null, null, false, now);
        Reopenings++;
        Tell(CaseEventKind.Reopened, actor, now, reason);
        return Result.Done;
    }

    /// <summary>取消: counts nowhere.</summary>
    public Result Cancel(string? reason, Actor actor, DateTimeOffset now)
    {
        EndHold(now);
        var gone = Go(CaseStatus.Cancelled);
        if (!gone.Ok)
        {
            return gone;
        }

        CancelReason = reason;
        Tell(CaseEventKind.Cancelled, actor, now, reason);
        return Result.Done;
    }

    /// <summary>挂起 with a reason until an instant.</summary>
    public Result Hold(string reason, bool pauses, DateTimeOffset until, string? text, Actor actor, DateTimeOffset now)
    {
        if (!Status.May(CaseStatus.OnHold))
        {
            return new Problem("Cases.NotOpen");
        }

        StatusBeforeHold = Status;
        Status = CaseStatus.OnHold;
        Holds.Add(new CaseHold { CaseId = Id, Reason = reason, Pauses = pauses, From = now, Until = until, PersonId = actor.Id });
        Tell(CaseEventKind.Held, actor, now, text, null, ("reason", reason), ("until", TextRule.Invariant(until.ToUnixTimeMilliseconds())), ("pauses", pauses ? "1" : null));
        return Result.Done;
    }

    /// <summary>The hold ends, now or at an instant that has passed unnoticed; back to the status before it.</summary>
    public Result Resume(Actor actor, DateTimeOffset now, string? text = null, DateTimeOffset? endedAt = null)
    {
        if (Status != CaseStatus.OnHold)
        {
            return new Problem("Cases.NotOnHold");
        }

        EndHold(endedAt ?? now);
        Tell(CaseEventKind.Resumed, actor, now, text, endedAt);
        return Result.Done;
    }

    /// <summary>R2: the customer sets (or takes back) a time for the arrival.</summary>
    public void SetCustomerTime(DateTimeOffset? wished, Actor actor, DateTimeOffset now) =>
        (CustomerTime, CustomerTimeById, CustomerTimeSetAt) = (wished, wished is null ? null : actor.Id, wished is null ? null : now);

    /// <summary>R11: the quote was accepted; R3 runs from here.</summary>
    public Result AcceptQuote(Actor actor, DateTimeOffset now)
    {
        if (!QuoteAwaited || !Status.IsOpen())
        {
            return new Problem("Cases.NoQuoteAwaited");
        }

        QuoteAcceptedAt = now;
        Tell(CaseEventKind.QuoteAccepted, actor, now);
        return Result.Done;
    }

    private void EndHold(DateTimeOffset now)
    {
        if (Status != CaseStatus.OnHold)
        {
            return;
        }

        foreach (var hold in Holds.Where(h => h.EndedAt is null))
        {
            hold.EndedAt = now;
        }

        (Status, StatusBeforeHold) = (StatusBeforeHold!.Value, null);
    }

    private Result Go(CaseStatus to)
    {
        if (!Status.May(to))
        {
            return new Problem("Cases.StepNotAllowed", null, Status, to);
        }

        Status = to;
        return Result.Done;
    }
}
