using AfterSales.Core.Listings;

namespace AfterSales.Core.Cases;

/// <summary>Over which cases a list goes.</summary>
public enum CaseSpan
{
    /// <summary>未结: neither resolved, closed nor cancelled.</summary>
    Open = 1,

    /// <summary>Opened within the filter's days.</summary>
    Opened = 2,

    /// <summary>Every case.</summary>
    All = 3,
}

/// <summary>How the most urgent promise stands.</summary>
public enum CaseRisk
{
    /// <summary>临近: past the policy's share of its time, due or overdue.</summary>
    AtRisk = 1,

    /// <summary>超时.</summary>
    Overdue = 2,
}

/// <summary>A list of cases as its address says it; what is null doesn't filter.</summary>
public sealed record CaseFilter : ListFilter
{
    /// <summary>Open ones unless said otherwise.</summary>
    [Word(Shelf = true)]
    public CaseSpan Span { get; init; } = CaseSpan.Open;

    /// <summary>First day of the intake, with <see cref="CaseSpan.Opened"/>.</summary>
    [Word]
    public DateOnly? From { get; init; }

    /// <summary>Last day of the intake.</summary>
    [Word]
    public DateOnly? To { get; init; }

    /// <summary>状态.</summary>
    [Word]
    public CaseStatus? Status { get; init; }

    /// <summary>类型.</summary>
    [Word]
    public CaseType? Type { get; init; }

    /// <summary>优先级.</summary>
    [Word]
    public Priority? Priority { get; init; }

    /// <summary>渠道.</summary>
    [Word]
    public Channel? Channel { get; init; }

    /// <summary>Code of the area.</summary>
    [Word]
    public string? Area { get; init; }

    /// <summary>The lead engineer.</summary>
    [Word]
    public long? Engineer { get; init; }

    /// <summary>Who answers for it.</summary>
    [Word]
    public long? Owner { get; init; }

    /// <summary>Code of the product line.</summary>
    [Word]
    public string? Line { get; init; }

    /// <summary>Code of the symptom.</summary>
    [Word]
    public string? Symptom { get; init; }

    /// <summary>At risk or overdue.</summary>
    [Word]
    public CaseRisk? Risk { get; init; }

    /// <summary>Cases that need somebody on site and have nobody yet.</summary>
    [Word]
    public bool Undispatched { get; init; }

    /// <summary>A number, a customer's name, a phone, a serial number, words of the case.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>
    /// Days belong to the intake's span, and mean it where none is said; a status of what is over means every case there; only
    /// open cases are at risk, or wait for somebody.
    /// </summary>
    protected internal override ListFilter Sensible(IReadOnlySet<string> said)
    {
        var span = said.Contains("span") ? Span : (From ?? To) is not null ? CaseSpan.Opened : Status is { } status && !status.IsOpen() ? CaseSpan.All : Span;
        var (opened, open) = (span == CaseSpan.Opened, span == CaseSpan.Open);
        return this with { Span = span, From = opened ? From : null, To = opened ? To : null, Risk = open ? Risk : null, Undispatched = open && Undispatched };
    }
}

/// <summary>One case in a list.</summary>
public sealed record CaseRow(
    long Id,
    string Number,
    CaseType Type,
    CaseStatus Status,
    Priority Priority,
    Impact? Impact,
    Channel Channel,
    string CustomerCode,
    string CustomerName,
    string? Model,
    string? SerialNo,
    string? Symptom,
    string? SymptomText,
    string? Area,
    string? Owner,
    string? Engineer,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? AtRiskAt,
    int Chases,
    bool Repeat,
    Promises.PromiseBrief? Clock) : IListRow;

/// <summary>Somebody whose cases a list may be asked for.</summary>
public sealed record CasePerson(long Id, string Name, string? Area);
