namespace AfterSales.Core.Notices;

/// <summary>Something a person is to know; shown in the top bar until read.</summary>
public sealed class Notification
{
    /// <summary>A right to exchange or return: a task, which is dealt with and not only read.</summary>
    public const NoticeKind Task = NoticeKind.RightArisen;

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>For whom.</summary>
    public long PersonId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What about; its sentence is Notices.NoticeKind and its name,.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The case.</summary>
    public long? CaseId { get; init; }

    /// <summary>Facts of the sentence as JSON.</summary>
    public string? Facts { get; init; }

    /// <summary>Unique: the same cause tells the same person once.</summary>
    public required string UniqueKey { get; init; }

    /// <summary>When it was read; of a <see cref="Task"/>, when it was dealt with.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>What notifications are about.</summary>
public enum NoticeKind
{
    /// <summary>预警: a promise at risk.</summary>
    PromiseAtRisk = 1,

    /// <summary>超时: a promise broken.</summary>
    PromiseBroken = 2,

    /// <summary>升级 to the manager.</summary>
    PromiseEscalated = 3,

    /// <summary>催单.</summary>
    Chased = 4,

    /// <summary>A work order for the engineer.</summary>
    Assigned = 5,

    /// <summary>The engineer declined.</summary>
    Declined = 6,

    /// <summary>A callback is due.</summary>
    CallbackDue = 7,

    /// <summary>A complaint was reported (R4).</summary>
    ComplaintReported = 8,

    /// <summary>A follow-on complaint was opened (R47).</summary>
    ComplaintOpened = 9,

    /// <summary>Something waits for the supervisor's approval.</summary>
    ApprovalAsked = 10,

    /// <summary>A hold ended.</summary>
    HoldEnded = 11,

    /// <summary>An appointment was moved or given to somebody else.</summary>
    AppointmentChanged = 12,

    /// <summary>A complaint's solution is known; the customer is to be told today (R4).</summary>
    SolutionKnown = 13,

    /// <summary>What an engineer asked for was approved, or refused with a reason.</summary>
    ApprovalDecided = 14,

    /// <summary>三包: a right to exchange or return arose.</summary>
    RightArisen = 15,

    /// <summary>R7: a question passed on was not answered in its time.</summary>
    HandOffOverdue = 16,

    /// <summary>R7: its answer came.</summary>
    HandOffAnswered = 17,

    /// <summary>Somebody asked that a customer be made anonymous; a manager decides.</summary>
    AnonymityAsked = 18,

    /// <summary>What was decided about that.</summary>
    AnonymityDecided = 19,
}
