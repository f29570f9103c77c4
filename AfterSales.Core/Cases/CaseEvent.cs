using System.Text.Json;

namespace AfterSales.Core.Cases;

/// <summary>One line of a case's timeline; append-only.</summary>
public sealed class CaseEvent
{
    /// <summary>Database key; the order of what happened.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it happened, where that was another time (补录).</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>What happened.</summary>
    public CaseEventKind Kind { get; init; }

    /// <summary>Who did it; null is the system.</summary>
    public long? PersonId { get; init; }

    /// <summary>What a person wrote.</summary>
    public string? Text { get; init; }

    /// <summary>The facts of the line as a JSON object of texts, for the sentence shown.</summary>
    public string? Facts { get; init; }

    /// <summary>The facts packed for storage; none gives null.</summary>
    public static string? Pack(params (string Name, string? Value)[] facts) =>
        facts.Length == 0 ? null : JsonSerializer.Serialize(facts.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value));

    /// <summary>The facts as stored.</summary>
    public static IReadOnlyDictionary<string, string> Unpack(string? facts) =>
        facts is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(facts)!;
}

/// <summary>Kinds of timeline lines.</summary>
public enum CaseEventKind
{
    /// <summary>受理.</summary>
    Registered = 1,

    /// <summary>首次答复.</summary>
    Replied = 2,

    /// <summary>催单.</summary>
    Chased = 3,

    /// <summary>A note.</summary>
    Noted = 4,

    /// <summary>派工.</summary>
    Dispatched = 5,

    /// <summary>接单.</summary>
    Accepted = 6,

    /// <summary>拒单.</summary>
    Declined = 7,

    /// <summary>改派: another engineer.</summary>
    Reassigned = 8,

    /// <summary>改期: another appointment.</summary>
    Moved = 9,

    /// <summary>出发.</summary>
    Departed = 10,

    /// <summary>到场.</summary>
    Arrived = 11,

    /// <summary>A visit ended unfinished.</summary>
    VisitUnfinished = 12,

    /// <summary>The next visit was planned.</summary>
    VisitPlanned = 13,

    /// <summary>完工.</summary>
    Completed = 14,

    /// <summary>解决.</summary>
    Resolved = 15,

    /// <summary>关闭.</summary>
    Closed = 16,

    /// <summary>重开.</summary>
    Reopened = 17,

    /// <summary>取消.</summary>
    Cancelled = 18,

    /// <summary>挂起.</summary>
    Held = 19,

    /// <summary>Hold ended.</summary>
    Resumed = 20,

    /// <summary>预警.</summary>
    PromiseWarned = 21,

    /// <summary>超时.</summary>
    PromiseBroken = 22,

    /// <summary>升级.</summary>
    PromiseEscalated = 23,

    /// <summary>Clocks recomputed after a change.</summary>
    PromiseMoved = 24,

    /// <summary>豁免 asked for.</summary>
    ExemptionAsked = 25,

    /// <summary>豁免 approved or refused.</summary>
    ExemptionDecided = 26,

    /// <summary>A back-entered time confirmed (补录).</summary>
    TimeConfirmed = 27,

    /// <summary>报价 accepted by the customer (R11).</summary>
    QuoteAccepted = 28,

    /// <summary>Fields changed.</summary>
    Edited = 29,

    /// <summary>回访 attempt.</summary>
    CalledBack = 30,

    /// <summary>A score corrected by a new entry.</summary>
    ScoreCorrected = 31,

    /// <summary>投诉 reported to the supervisor (R4).</summary>
    ComplaintReported = 32,

    /// <summary>A solution is known.</summary>
    SolutionKnown = 33,

    /// <summary>The customer was told the solution.</summary>
    SolutionTold = 34,

    /// <summary>The complaint was handled.</summary>
    ComplaintHandled = 35,

    /// <summary>The customer judged the handling.</summary>
    ComplaintJudged = 36,

    /// <summary>Headquarters was phoned before leaving (R32).</summary>
    HeadquartersCalled = 37,

    /// <summary>A follow-on case was opened.</summary>
    FollowOnOpened = 38,

    /// <summary>A missing signature was approved (R31).</summary>
    NoSignatureApproved = 39,

    /// <summary>Why a promise was broken was said.</summary>
    LateReasonGiven = 40,

    /// <summary>撤单: a work order cancelled, with the reason.</summary>
    OrderCancelled = 41,

    /// <summary>费用归属 decided against the table, or back to it.</summary>
    PayerDecided = 45,

    /// <summary>导入: the record came in from a file.</summary>
    Imported = 46,

    /// <summary>附件 added.</summary>
    Attached = 50,

    /// <summary>附件 taken away.</summary>
    AttachmentRemoved = 51,

    /// <summary>转交 to another department (R7).</summary>
    HandedOff = 52,

    /// <summary>Its answer came back.</summary>
    HandOffAnswered = 53,

    /// <summary>Its due time passed without one.</summary>
    HandOffOverdue = 54,
}
