namespace AfterSales.Core.Scheduling;

/// <summary>
/// A one-off thing that happens by itself, written in the transaction of the change that causes it. The table is the
/// truth; Hangfire only wakes it up. Claimed by a conditional update; its effect and its "done" commit together.
/// </summary>
public sealed class ScheduledAction
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>What is to happen.</summary>
    public ActionKind Kind { get; init; }

    /// <summary>To which row (a callback's id, a case's id).</summary>
    public long SubjectId { get; init; }

    /// <summary>Unique: the same cause plans the same action once.</summary>
    public required string UniqueKey { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How it stands.</summary>
    public ActionState State { get; set; } = ActionState.Pending;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Claimed, or resting after a failure, until then; afterwards it may be claimed again.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Reference of the last failure in the log.</summary>
    public string? LastError { get; set; }
}

/// <summary>What happens by itself.</summary>
public enum ActionKind
{
    /// <summary>A callback's window opens (R40, R41), in call hours (R48).</summary>
    CallbackDue = 1,

    /// <summary>A callback's agreed or next time comes.</summary>
    CallAgain = 2,

    /// <summary>A callback's window ended: R41's second one is planned though the first was never answered.</summary>
    CallbackWindowEnds = 3,

    /// <summary>A hold ends.</summary>
    HoldEnds = 4,

    /// <summary>A hand-off's answer is due (R7).</summary>
    HandOffDue = 5,
}

/// <summary>How an action stands.</summary>
public enum ActionState
{
    /// <summary>Waiting for its time, or for another try.</summary>
    Pending = 1,

    /// <summary>Done.</summary>
    Done = 2,

    /// <summary>Not wanted any more.</summary>
    Cancelled = 3,

    /// <summary>Given up after too many tries; an administrator sees it.</summary>
    Failed = 4,
}
