using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Listings;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Callbacks;

/// <summary>Which callbacks a list shows.</summary>
public enum CallbackShelf
{
    /// <summary>待回访: to be called now.</summary>
    Due = 1,

    /// <summary>已超期: not answered by the window's end.</summary>
    Overdue = 2,

    /// <summary>未到期: their time is still to come.</summary>
    Later = 3,

    /// <summary>已完成: answered, or given up.</summary>
    Done = 4,
}

/// <summary>A list of callbacks as its address says it.</summary>
public sealed record CallbackFilter : ListFilter
{
    /// <summary>Which.</summary>
    [Word(Shelf = true)]
    public CallbackShelf Shelf { get; init; } = CallbackShelf.Due;

    /// <summary>Only those that are the looker's or nobody's.</summary>
    [Word(Shelf = true)]
    public bool Mine { get; init; }

    /// <summary>The case's number or its end, a customer, a machine.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>Code of the case's area.</summary>
    [Word]
    public string? Area { get; init; }

    /// <summary>Who is to call.</summary>
    [Word]
    public long? Assignee { get; init; }

    /// <summary>The first or the second.</summary>
    [Word]
    public CallbackRound? Round { get; init; }

    /// <summary>How it ended.</summary>
    [Word]
    public CallbackState? State { get; init; }

    /// <summary>First day on which a window may end.</summary>
    [Word]
    public DateOnly? From { get; init; }

    /// <summary>Last such day.</summary>
    [Word]
    public DateOnly? To { get; init; }

    /// <summary>Only what is done has ended somehow.</summary>
    protected internal override ListFilter Sensible(IReadOnlySet<string> said) =>
        this with { State = Shelf == CallbackShelf.Done && State is CallbackState.Answered or CallbackState.Unreachable or CallbackState.Missed ? State : null };
}

/// <summary>Which of a case's two callbacks; the numbers are those of <see cref="Callback.Round"/>.</summary>
public enum CallbackRound
{
    /// <summary>首次回访 (R40).</summary>
    First = 1,

    /// <summary>再次回访 (R41).</summary>
    Second = 2,
}

/// <summary>A callback in a list.</summary>
public sealed record CallbackEntry(
    long Id, string CaseNumber, CaseType Type, string Customer, string? Contact, int Round, CallbackState State,
    DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset NextCallAt, DateTimeOffset? AnsweredAt, string? Assignee, string? Engineer, int Tries) : IListRow;

/// <summary>A callback with what the caller needs to know.</summary>
public sealed record CallbackView(
    CallbackEntry Row, string? Title, IReadOnlyList<string> Phones, string? Model, string? SerialNo, string Complaint, string? Resolution, string? Remedy,
    DateTimeOffset? ResolvedAt, IReadOnlyList<string> Technicians, bool CallerIsTechnician, TechnicianCallback Rule,
    IReadOnlyList<CallFrame> CallHours, IReadOnlyList<AttemptRow> Attempts, IReadOnlyList<SealedAnswer> Answers, FirstRound? First)
{
    /// <summary>What to know before calling.</summary>
    public required CallNotes Notes { get; init; }

    /// <summary>How it was served.</summary>
    public required ServiceMode Mode { get; init; }

    /// <summary>Somebody of ours was there.</summary>
    public required bool Visited { get; init; }

    /// <summary>What is asked in the call: the second time nothing of the work, and of a visit only where there was one.</summary>
    public string Script => (Row.Round, Visited, Mode) switch
    {
        (2, _, _) => "Callbacks.Script.Again",
        (_, true, _) => "Callbacks.Script.Visit",
        (_, _, ServiceMode.Workshop or ServiceMode.SentIn) => "Callbacks.Script.Workshop",
        _ => "Callbacks.Script.Phone",
    };

    /// <summary>R46: this person may not call.</summary>
    public bool Barred => CallerIsTechnician && Rule == TechnicianCallback.Block;

    /// <summary>R46: this person had better not.</summary>
    public bool Warned => CallerIsTechnician && Rule == TechnicianCallback.Warn;

    /// <summary>The answer that counts, if there is one.</summary>
    public SealedAnswer? Sealed => Answers.LastOrDefault(a => !a.Replaced);
}

/// <summary>A call that was noted.</summary>
public sealed record AttemptRow(DateTimeOffset At, string? Caller, AttemptOutcome Outcome, DateTimeOffset? CallAgainAt, string? Note);

/// <summary>A sealed score.</summary>
public sealed record SealedAnswer(long Id, DateTimeOffset AnsweredAt, int Score, string? Comment, bool Dissatisfied, string? Person, bool Replaced, string? CorrectionReason, AnswerSource Source);

/// <summary>R41: what was said in the first callback, for the second not to repeat it.</summary>
public sealed record FirstRound(CallbackState State, IReadOnlyList<AttemptRow> Attempts, SealedAnswer? Answer);
