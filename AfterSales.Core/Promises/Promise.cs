using AfterSales.Core.Settings;

namespace AfterSales.Core.Promises;

/// <summary>承诺 of a case with its clock. All but the reached stage is recomputed from the case whenever that changes.</summary>
public sealed class Promise
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>What was promised.</summary>
    public PromiseKind Kind { get; init; }

    /// <summary>The rule it comes from ("R3").</summary>
    public required string Rule { get; set; }

    /// <summary>R3: the distance that set the tier.</summary>
    public int? DistanceKm { get; private set; }

    /// <summary>Where the clock starts.</summary>
    public DateTimeOffset StartAt { get; private set; }

    /// <summary>How much time is promised.</summary>
    public TimeSpan Target { get; private set; }

    /// <summary>The due instant; in a pause, the one that held when the pause began.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True while the clock stands.</summary>
    public bool Paused { get; private set; }

    /// <summary>When it was met.</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>How it stands.</summary>
    public PromiseState State { get; private set; } = PromiseState.Open;

    /// <summary>The last stage told.</summary>
    public PromiseStage Reached { get; private set; }

    /// <summary>The stage that comes next; None when nothing is to come.</summary>
    public PromiseStage NextStage { get; private set; }

    /// <summary>When it comes; null when nothing is to come or the clock stands.</summary>
    public DateTimeOffset? NextStageAt { get; private set; }

    /// <summary>豁免: code of the reason.</summary>
    public string? ExemptionReason { get; private set; }

    /// <summary>What was written with it.</summary>
    public string? ExemptionNote { get; private set; }

    /// <summary>Who asked for the exemption.</summary>
    public long? ExemptionById { get; private set; }

    /// <summary>Who approved it; the promise is exempt from then on.</summary>
    public long? ExemptionApprovedById { get; private set; }

    /// <summary>Why it was broken, where somebody said so: code of a <see cref="TermKind.LateReason"/>.</summary>
    public string? LateReason { get; set; }

    /// <summary>True while there is something to waive: a promise kept in time needs no exemption.</summary>
    public bool MayBeExempt => State is PromiseState.Open or PromiseState.Late;

    /// <summary>The exemption's reason, once approved, or while it is asked for and there is something to waive.</summary>
    public string? Exemption => ExemptionApprovedById is not null || MayBeExempt ? ExemptionReason : null;

    /// <summary>True when open and past its due instant.</summary>
    public bool Overdue(DateTimeOffset now) => State == PromiseState.Open && !Paused && now > DueAt;

    /// <summary>When the policy's share of the time is used up (预警); null while a pause stands before it.</summary>
    public DateTimeOffset? AtRiskAt(IReadOnlyList<Pause> pauses, ServicePolicy policy) => At(PromiseStage.Warning, pauses, policy);

    /// <summary>Takes the plan, the pauses and the instant at which it was met, and stands accordingly.</summary>
    public void Settle(PlannedPromise plan, IReadOnlyList<Pause> pauses, DateTimeOffset? metAt, ServicePolicy policy, DateTimeOffset now)
    {
        (Rule, DistanceKm, StartAt, Target, MetAt) = (plan.Rule, plan.DistanceKm, plan.StartAt, plan.Target, metAt);
        // A hold that began after it was met moves nothing any more.
        pauses = metAt is { } met ? [.. pauses.Where(p => p.From < met)] : pauses;
        var due = PromiseClock.Reach(StartAt, Target, pauses);
        DueAt = due ?? PromiseClock.Reach(StartAt, Target, pauses.Where(p => p.To is not null))!.Value;
        Paused = due is null && metAt is null;
        State = ExemptionApprovedById is not null ? PromiseState.Exempt
            : metAt is null ? PromiseState.Open
            : metAt <= DueAt ? PromiseState.Kept
            : PromiseState.Late;
        Schedule(pauses, policy, now);
    }

    /// <summary>Not promised any more.</summary>
    public void Cancel()
    {
        State = PromiseState.Void;
        (Paused, NextStage, NextStageAt) = (false, PromiseStage.None, null);
    }

    /// <summary>The next stage was told; the one after it is due then.</summary>
    public PromiseStage Tell(IReadOnlyList<Pause> pauses, ServicePolicy policy)
    {
        Reached = NextStage;
        Plan(pauses, policy);
        return Reached;
    }

    /// <summary>Asks that the promise be waived.</summary>
    public void AskExemption(string reason, string? note, long? byId) =>
        (ExemptionReason, ExemptionNote, ExemptionById) = (reason, note, byId);

    /// <summary>Waives it; or, refused, forgets the request.</summary>
    public void DecideExemption(bool approved, long byId)
    {
        if (approved)
        {
            ExemptionApprovedById = byId;
            return;
        }

        (ExemptionReason, ExemptionNote, ExemptionById) = (null, null, null);
    }

    /// <summary>A clock that moved may have stages before it again.</summary>
    private void Schedule(IReadOnlyList<Pause> pauses, ServicePolicy policy, DateTimeOffset now)
    {
        while (Reached > PromiseStage.None && At(Reached, pauses, policy) is { } at && at > now)
        {
            Reached--;
        }

        Plan(pauses, policy);
    }

    private void Plan(IReadOnlyList<Pause> pauses, ServicePolicy policy)
    {
        var open = State == PromiseState.Open && Reached < PromiseStage.Escalation;
        NextStage = open ? Reached + 1 : PromiseStage.None;
        NextStageAt = open ? At(NextStage, pauses, policy) : null;
    }

    private DateTimeOffset? At(PromiseStage stage, IReadOnlyList<Pause> pauses, ServicePolicy policy)
    {
        var percent = stage switch
        {
            PromiseStage.Warning => policy.WarningPercent,
            PromiseStage.Breach => 100,
            _ => policy.EscalationPercent,
        };
        return PromiseClock.Reach(StartAt, TimeSpan.FromMilliseconds(Math.Ceiling(Target.TotalMilliseconds * percent / 100)), pauses);
    }
}
