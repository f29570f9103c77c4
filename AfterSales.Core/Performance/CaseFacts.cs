using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Promises;

namespace AfterSales.Core.Performance;

/// <summary>
/// One narrow row per case for the figures: the dimensions as they were at intake (the engineer at dispatch), the
/// instants, the promises. Derived; written in the transaction of the event; what can change is rebuilt and compared by <c>check</c>.
/// </summary>
public sealed class CaseFacts
{
    /// <summary>The case; also the key.</summary>
    public long CaseId { get; init; }

    /// <summary>Intake.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Code of the area of the site, else of the customer, at intake.</summary>
    public string? Area { get; init; }

    /// <summary>Product line's code at intake.</summary>
    public string? ProductLine { get; init; }

    /// <summary>Model at intake.</summary>
    public string? Model { get; init; }

    /// <summary>Channel.</summary>
    public Channel Channel { get; init; }

    /// <summary>Dealer who sold the machine, at intake.</summary>
    public long? DealerId { get; init; }

    /// <summary>Who took it in.</summary>
    public long? AgentId { get; init; }

    /// <summary>The customer.</summary>
    public long CustomerId { get; init; }

    /// <summary>Type, as corrected.</summary>
    public CaseType Type { get; set; }

    /// <summary>Lead engineer at dispatch.</summary>
    public long? EngineerId { get; set; }

    /// <summary>The machine.</summary>
    public long? AssetId { get; set; }

    /// <summary>What "the same symptom" compares; "" matches nothing.</summary>
    public string SymptomKey { get; set; } = "";

    /// <summary>Cancelled cases count nowhere.</summary>
    public bool Cancelled { get; set; }

    /// <summary>First reply, or the resolution it was given with.</summary>
    public DateTimeOffset? RepliedAt { get; set; }

    /// <summary>When the first reply was due; null without the promise or while its clock stands.</summary>
    public DateTimeOffset? ReplyDueAt { get; set; }

    /// <summary>First arrival.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>When the arrival was due; null without the promise or while its clock stands.</summary>
    public DateTimeOffset? ArrivalDueAt { get; set; }

    /// <summary>The arrival promise was waived by approval.</summary>
    public bool ArrivalExempt { get; set; }

    /// <summary>The last resolution.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>When handling was due; null while its clock stands.</summary>
    public DateTimeOffset? HandlingDueAt { get; set; }

    /// <summary>K12: milliseconds counted from intake to resolution.</summary>
    public long? Handling { get; set; }

    /// <summary>Closing.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The customer's verdict on a complaint.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>K11: visits made.</summary>
    public int Visits { get; set; }

    /// <summary>K11: a reopening counts as a repeat.</summary>
    public bool Reopened { get; set; }

    /// <summary>Takes what can change from the case; the dimensions stay.</summary>
    public void Take(ServiceCase c, Verdict? verdict, int visits)
    {
        (Type, AssetId, SymptomKey, Verdict, Visits) = (c.Type, c.AssetId, c.SymptomKey, verdict, visits);
        EngineerId ??= c.EngineerId;
        Cancelled = c.Status == CaseStatus.Cancelled;
        (RepliedAt, ArrivedAt, ResolvedAt, ClosedAt) = (c.RepliedAt ?? c.ResolvedAt, c.ArrivedAt, c.ResolvedAt, c.ClosedAt);
        (ReplyDueAt, ArrivalDueAt, HandlingDueAt) = (Due(c, PromiseKind.FirstReply), Due(c, PromiseKind.Arrival), Due(c, PromiseKind.Handling));
        ArrivalExempt = c.PromiseOf(PromiseKind.Arrival)?.State == PromiseState.Exempt;
        Handling = c.ResolvedAt is { } resolved ? (long)PromiseClock.Counted(CaseFile.Grounds(c, null).WorkFrom, resolved, c.Pauses).TotalMilliseconds : null;
        Reopened = c.Reopenings > 0;
    }

    private static DateTimeOffset? Due(ServiceCase c, PromiseKind kind) =>
        c.PromiseOf(kind) is { Paused: false } promise ? promise.DueAt : null;
}
