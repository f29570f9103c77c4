using System.Linq.Expressions;
using AfterSales.Core.Data;

namespace AfterSales.Core.Callbacks;

/// <summary>回访 due to a case: the first (R40) or the second (R41).</summary>
public sealed class Callback : IVersioned
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>1 or 2.</summary>
    public int Round { get; init; }

    /// <summary>Code of the case's area, kept with it, so that the list is narrowed by it without reading cases.</summary>
    public string? Area { get; set; }

    /// <summary>First instant of the window.</summary>
    public DateTimeOffset OpensAt { get; init; }

    /// <summary>First instant after the window.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>When it is to be brought to the agent next: the window's first call hour, or a time agreed.</summary>
    public DateTimeOffset NextCallAt { get; set; }

    /// <summary>Whose it is; null is any agent's.</summary>
    public long? AssigneeId { get; set; }

    /// <summary>How it stands.</summary>
    public CallbackState State { get; set; } = CallbackState.Waiting;

    /// <summary>When the customer answered, inside the window or not.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The attempts.</summary>
    public List<CallbackAttempt> Attempts { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Neither answered nor given up. Said by an order, not by members: an index of what is due anywhere doesn't answer it, the case's own does.</summary>
    public static readonly Expression<Func<Callback, bool>> IsToCome = k => k.State <= CallbackState.Due;

    /// <summary>True when a call may still be noted: one that was given up may yet be answered, the customer ringing back.</summary>
    public bool Takes(AttemptOutcome outcome) =>
        State is CallbackState.Waiting or CallbackState.Due || (State is CallbackState.Unreachable or CallbackState.Missed && outcome == AttemptOutcome.Answered);

    /// <summary>已回访.</summary>
    public void Answer(CallbackAttempt attempt)
    {
        Attempts.Add(attempt);
        (State, AnsweredAt) = (CallbackState.Answered, attempt.At);
    }

    /// <summary>未接通: given up after so many tries, else to be called next at an instant. Never scored (R46).</summary>
    public void Miss(CallbackAttempt attempt, int giveUpAfter, DateTimeOffset next)
    {
        Attempts.Add(attempt);
        if (Attempts.Count(a => a.Outcome == AttemptOutcome.Unreachable) >= giveUpAfter)
        {
            State = CallbackState.Unreachable;
            return;
        }

        (State, NextCallAt) = (CallbackState.Due, next);
    }

    /// <summary>约定再打.</summary>
    public void Agree(CallbackAttempt attempt, DateTimeOffset again)
    {
        Attempts.Add(attempt);
        (State, NextCallAt) = (CallbackState.Due, again);
    }
}

/// <summary>How a callback stands.</summary>
public enum CallbackState
{
    /// <summary>Its window has not opened.</summary>
    Waiting = 1,

    /// <summary>待回访.</summary>
    Due = 2,

    /// <summary>已回访.</summary>
    Answered = 3,

    /// <summary>联系不上 after n tries; never scored (R46).</summary>
    Unreachable = 4,

    /// <summary>Not due any more (the case was reopened or cancelled).</summary>
    Void = 5,

    /// <summary>过期未访: its window was over when the case came in from a file; nobody is asked to call any more.</summary>
    Missed = 6,
}

/// <summary>One call of a callback; append-only.</summary>
public sealed class CallbackAttempt
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The callback.</summary>
    public long CallbackId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who called.</summary>
    public long? CallerId { get; init; }

    /// <summary>How it went.</summary>
    public AttemptOutcome Outcome { get; init; }

    /// <summary>When to call again, if agreed.</summary>
    public DateTimeOffset? CallAgainAt { get; init; }

    /// <summary>What was written.</summary>
    public string? Note { get; init; }
}

/// <summary>How a call went.</summary>
public enum AttemptOutcome
{
    /// <summary>已答复, with a sealed answer.</summary>
    Answered = 1,

    /// <summary>未接通.</summary>
    Unreachable = 2,

    /// <summary>约定再打.</summary>
    CallAgain = 3,
}

/// <summary>
/// A customer's score, sealed once saved (R46); a correction is a new row that replaces this one, with its reason.
/// </summary>
public sealed class SatisfactionAnswer : IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>When the customer gave it; a correction keeps it.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When this row was written.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>From a callback, or on the form signed before the engineer.</summary>
    public AnswerSource Source { get; init; }

    /// <summary>1–5.</summary>
    public int Score { get; init; }

    /// <summary>The customer's words.</summary>
    public string? Comment { get; init; }

    /// <summary>"Not satisfied" said in so many words (R47).</summary>
    public bool Dissatisfied { get; init; }

    /// <summary>The callback it answers.</summary>
    public long? CallbackId { get; init; }

    /// <summary>Who wrote it down.</summary>
    public long? PersonId { get; init; }

    /// <summary>The row that this one corrects.</summary>
    public long? CorrectsId { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>True once a correction took its place; then it counts nowhere.</summary>
    public bool Replaced { get; set; }

    /// <summary>Lowest score that counts as satisfied (K1).</summary>
    public const int SatisfiedFrom = 4;

    /// <summary>Highest score that opens a follow-on complaint (R47).</summary>
    public const int ComplaintUpTo = 2;

    /// <summary>K1: satisfied, and nothing else said.</summary>
    public bool IsSatisfied => Score >= SatisfiedFrom && !Dissatisfied;

    /// <summary>R47: a low score, or dissatisfaction said in words.</summary>
    public bool IsComplaint => Score <= ComplaintUpTo || Dissatisfied;
}

/// <summary>Where a score came from.</summary>
public enum AnswerSource
{
    /// <summary>回访.</summary>
    Callback = 1,

    /// <summary>满意度调查表, signed before the engineer.</summary>
    Form = 2,
}
