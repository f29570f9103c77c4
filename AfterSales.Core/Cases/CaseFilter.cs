using AfterSales.Core.Identity;

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

/// <summary>In which order.</summary>
public enum CaseOrder
{
    /// <summary>The most urgent promise first (open cases only).</summary>
    Urgency = 1,

    /// <summary>The newest first.</summary>
    Opened = 2,
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
public sealed record CaseFilter
{
    /// <summary>Open ones unless said otherwise.</summary>
    public CaseSpan Span { get; init; } = CaseSpan.Open;

    /// <summary>First day of the intake, with <see cref="CaseSpan.Opened"/>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the intake.</summary>
    public DateOnly? To { get; init; }

    /// <summary>状态.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>类型.</summary>
    public CaseType? Type { get; init; }

    /// <summary>优先级.</summary>
    public Priority? Priority { get; init; }

    /// <summary>渠道.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Code of the area.</summary>
    public string? Area { get; init; }

    /// <summary>The lead engineer.</summary>
    public long? Engineer { get; init; }

    /// <summary>Who answers for it.</summary>
    public long? Owner { get; init; }

    /// <summary>Code of the product line.</summary>
    public string? Line { get; init; }

    /// <summary>Code of the symptom.</summary>
    public string? Symptom { get; init; }

    /// <summary>At risk or overdue.</summary>
    public CaseRisk? Risk { get; init; }

    /// <summary>Cases that need somebody on site and have nobody yet.</summary>
    public bool Undispatched { get; init; }

    /// <summary>A number, a customer's name, a phone, a serial number.</summary>
    public string? Text { get; init; }

    /// <summary>Order; urgency belongs to open cases.</summary>
    public CaseOrder Order { get; init; } = CaseOrder.Urgency;

    /// <summary>The row after which the page begins; null is the first page.</summary>
    public CaseCursor? After { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = 50;

    /// <summary>The order that holds: only open cases have an urgency.</summary>
    public CaseOrder Ordered => Span == CaseSpan.Open ? Order : CaseOrder.Opened;
}

/// <summary>The last row of a page: its due or opening instant in ms (null: no due instant) and its key.</summary>
public sealed record CaseCursor(long? At, long Id)
{
    /// <summary>The last instant there is, in ms.</summary>
    private const long Latest = 253_402_300_799_999;

    /// <summary>As in an address: "1764000000000-17", "-17" without an instant.</summary>
    public override string ToString() => FormattableString.Invariant($"{At}-{Id}");

    /// <summary>Reads an address's word; nonsense is the first page.</summary>
    public static CaseCursor? Parse(string? text)
    {
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash < 0 || !long.TryParse(text.AsSpan(dash + 1), out var id))
        {
            return null;
        }

        return dash == 0 ? new(null, id) : long.TryParse(text.AsSpan(0, dash), out var at) && at is >= 0 and <= Latest ? new(at, id) : null;
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
    Promises.PromiseBrief? Clock);

/// <summary>Somebody whose cases a list may be asked for.</summary>
public sealed record CasePerson(long Id, string Name, string? Area);

/// <summary>A page of cases and where the next one begins.</summary>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, int Count, CaseCursor? Next);
