using AfterSales.Core.Cases;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;

namespace AfterSales.Core.Complaints;

/// <summary>Which complaints a list shows.</summary>
public enum ComplaintShelf
{
    /// <summary>处理中: not resolved yet, the most urgent promise first.</summary>
    Open = 1,

    /// <summary>待评价: handled, not yet judged or closed.</summary>
    Handled = 2,

    /// <summary>已关闭, the newest first.</summary>
    Closed = 3,
}

/// <summary>A list of complaints as its address says it.</summary>
public sealed record ComplaintFilter : ListFilter
{
    /// <summary>Which.</summary>
    [Word(Shelf = true)]
    public ComplaintShelf Shelf { get; init; } = ComplaintShelf.Open;

    /// <summary>Only those that the person who looks answers for.</summary>
    [Word(Shelf = true)]
    public bool Mine { get; init; }

    /// <summary>A number or its end, a customer, a machine.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>Code of the area.</summary>
    [Word]
    public string? Area { get; init; }

    /// <summary>Who answers for it.</summary>
    [Word]
    public long? Owner { get; init; }

    /// <summary>严重程度.</summary>
    [Word]
    public Severity? Severity { get; init; }

    /// <summary>The customer's judgement.</summary>
    [Word]
    public Verdict? Verdict { get; init; }

    /// <summary>First day of the intake.</summary>
    [Word]
    public DateOnly? From { get; init; }

    /// <summary>Last day of the intake.</summary>
    [Word]
    public DateOnly? To { get; init; }

    /// <summary>What is open was not judged yet.</summary>
    protected internal override ListFilter Sensible(IReadOnlySet<string> said) => Shelf == ComplaintShelf.Open ? this with { Verdict = null } : this;
}

/// <summary>What is to be done next about a complaint.</summary>
public enum ComplaintStep
{
    /// <summary>上报主管 (R4).</summary>
    Report = 1,

    /// <summary>拟定方案.</summary>
    Know = 2,

    /// <summary>告知客户 (R4, on the same day).</summary>
    Tell = 3,

    /// <summary>处理.</summary>
    Handle = 4,

    /// <summary>客户评价.</summary>
    Judge = 5,

    /// <summary>关闭.</summary>
    Close = 6,
}

/// <summary>A complaint in a list.</summary>
public sealed record ComplaintRow(
    long Id, string Number, string Customer, Severity Severity, string Words, string? Owner, CaseStatus Status, DateTimeOffset OpenedAt,
    PromiseBrief? Clock, string? ParentNumber, Verdict? Verdict) : IListRow;

/// <summary>A complaint with its steps, for the panel on the case's page.</summary>
public sealed record ComplaintView(
    string Number, CaseStatus Status, Severity Severity, bool AnsweredOnSpot, DateTimeOffset? ReportedAt, string? ReportedTo, string? Cause, string? Solution,
    DateTimeOffset? SolutionKnownAt, DateTimeOffset? SolutionToldAt, string? Handling, Verdict? Verdict, string? VerdictWords, DateTimeOffset? JudgedAt,
    string? ParentNumber, IReadOnlyList<PromiseBrief> Clocks, IReadOnlyList<ComplaintStep> Steps);

/// <summary>A supervisor to report to.</summary>
public sealed record SupervisorChoice(long Id, string Name);
