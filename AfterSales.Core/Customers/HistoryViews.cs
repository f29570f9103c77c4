using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Customers;

/// <summary>What a line of a customer's history is about; of one instant they stand in this order.</summary>
public enum HistoryKind
{
    /// <summary>A case taken in.</summary>
    Case = 1,

    /// <summary>A complaint.</summary>
    Complaint = 2,

    /// <summary>A visit, planned or made.</summary>
    Visit = 3,

    /// <summary>A call back to the customer.</summary>
    Callback = 4,

    /// <summary>R42: another call or letter, in or out.</summary>
    Contact = 5,
}

/// <summary>One line of a customer's history; what its kind does not have is null.</summary>
public sealed record HistoryLine(HistoryKind Kind, long Id, DateTimeOffset At, string? CaseNumber)
{
    /// <summary>Who of ours.</summary>
    public string? Person { get; init; }

    /// <summary>What was said or done.</summary>
    public string? Words { get; init; }

    /// <summary>Of a case: its type.</summary>
    public CaseType? Type { get; init; }

    /// <summary>Of a case: how it stands.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>Of a case: code of the symptom.</summary>
    public string? Symptom { get; init; }

    /// <summary>Of a case: the symptom in words.</summary>
    public string? SymptomText { get; init; }

    /// <summary>Of a case: the number of the case whose fault it repeats (R30).</summary>
    public string? RepeatOf { get; init; }

    /// <summary>Of a case or callback: the score given.</summary>
    public int? Score { get; init; }

    /// <summary>Of a visit: how it ended; null is planned or under way.</summary>
    public VisitEnding? Ending { get; init; }

    /// <summary>Of a visit: somebody was there.</summary>
    public bool Arrived { get; init; }

    /// <summary>Of a callback: how the call went.</summary>
    public AttemptOutcome? Outcome { get; init; }

    /// <summary>Of a call or letter: how.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Of a call or letter: from the customer.</summary>
    public bool Incoming { get; init; }
}

/// <summary>Lines of a history and where the older ones begin.</summary>
public sealed record HistoryPage(IReadOnlyList<HistoryLine> Lines, HistoryCursor? Older);

/// <summary>The last line of a page.</summary>
public sealed record HistoryCursor(DateTimeOffset At, HistoryKind Kind, long Id);

/// <summary>Which lines: of one kind or of all, those after another one, so many.</summary>
public sealed record HistoryFilter(HistoryKind? Kind = null, HistoryCursor? After = null, int Size = 30);
