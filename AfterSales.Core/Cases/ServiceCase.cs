using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Cases;

/// <summary>服务单: what a customer asked for, and how far it has got. Its verbs stand in ServiceCase.Life.cs.</summary>
public sealed partial class ServiceCase : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>受理单号, as SC-20261124-0007; unique, never reused.</summary>
    public required string Number { get; init; }

    /// <summary>渠道.</summary>
    public Channel Channel { get; init; }

    /// <summary>类型.</summary>
    public CaseType Type { get; set; }

    /// <summary>The customer.</summary>
    public long CustomerId { get; init; }

    /// <summary>Who called.</summary>
    public long? ContactId { get; set; }

    /// <summary>Where the work is.</summary>
    public long? SiteId { get; set; }

    /// <summary>The machine.</summary>
    public long? AssetId { get; set; }

    /// <summary>Code of the symptom; null when only words are known.</summary>
    public string? Symptom { get; set; }

    /// <summary>The symptom in words, as typed.</summary>
    public string? SymptomText { get; set; }

    /// <summary>What "the same symptom" compares: the code, else the normalised words; "" matches nothing.</summary>
    public string SymptomKey { get; set; } = "";

    /// <summary>用户陈述: the caller's own words.</summary>
    public required string Description { get; set; }

    /// <summary>来访人: who came, and when.</summary>
    public string? VisitorName { get; set; }

    /// <inheritdoc cref="VisitorName"/>
    public DateTimeOffset? VisitedAt { get; set; }

    /// <summary>来函日期 and 主题, as written on the letter.</summary>
    public DateOnly? LetterOn { get; set; }

    /// <inheritdoc cref="LetterOn"/>
    public string? LetterSubject { get; set; }

    /// <summary>收到的原文: a message as it came; never changed.</summary>
    public string? ReceivedText { get; init; }

    /// <summary>影响.</summary>
    public Impact? Impact { get; set; }

    /// <summary>优先级.</summary>
    public Priority Priority { get; set; }

    /// <summary>服务方式.</summary>
    public ServiceMode Mode { get; set; }

    /// <summary>状态.</summary>
    public CaseStatus Status { get; private set; } = CaseStatus.Registered;

    /// <summary>The status to which a hold returns.</summary>
    public CaseStatus? StatusBeforeHold { get; private set; }

    /// <summary>Who took it in; null for the system.</summary>
    public long? AgentId { get; init; }

    /// <summary>Of an imported case: who took it in, by name, where that is nobody with an account.</summary>
    public string? AgentText { get; init; }

    /// <summary>Who answers for it now.</summary>
    public long? OwnerId { get; set; }

    /// <summary>受理时间.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>R2: the arrival time that the customer set.</summary>
    public DateTimeOffset? CustomerTime { get; private set; }

    /// <summary>R2: who wrote that time down, and when.</summary>
    public long? CustomerTimeById { get; private set; }

    /// <inheritdoc cref="CustomerTimeById"/>
    public DateTimeOffset? CustomerTimeSetAt { get; private set; }

    /// <summary>R3: the site's distance when the promise was made; null is unknown.</summary>
    public int? DistanceKm { get; set; }

    /// <summary>R11: out of warranty at intake, so that the quote comes first.</summary>
    public bool QuoteFirst { get; set; }

    /// <summary>When the customer accepted the quote.</summary>
    public DateTimeOffset? QuoteAcceptedAt { get; private set; }

    /// <summary>费用归属 decided against the table; null goes by the table.</summary>
    public Payer? DecidedPayer { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? PayerReason { get; private set; }

    /// <summary>Who decided it, and when.</summary>
    public long? PayerById { get; private set; }

    /// <inheritdoc cref="PayerById"/>
    public DateTimeOffset? PayerDecidedAt { get; private set; }

    /// <summary>首次答复时间.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>How it was replied.</summary>
    public ReplyHow? ReplyHow { get; private set; }

    /// <summary>First arrival on site.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>解决时间: the last resolution.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>How it was resolved.</summary>
    public string? Resolution { get; private set; }

    /// <summary>True when answered in the very call.</summary>
    public bool ResolvedOnSpot { get; private set; }

    /// <summary>关闭时间.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why cancelled.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>How often reopened.</summary>
    public int Reopenings { get; private set; }

    /// <summary>The last reopening.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>催单: how often the customer chased.</summary>
    public int Chases { get; private set; }

    /// <summary>The case that this one follows (a complaint from a callback, say).</summary>
    public long? ParentId { get; init; }

    /// <summary>R30: the earlier case of which this repeats the fault.</summary>
    public long? RepeatOfId { get; set; }

    /// <summary>The version of the service policy it is judged by.</summary>
    public long PolicyId { get; init; }

    /// <summary>The lead engineer, as last dispatched.</summary>
    public long? EngineerId { get; private set; }

    /// <summary>Of an imported case: the engineer by name, where that is nobody with an account.</summary>
    public string? EngineerText { get; private set; }

    /// <summary>Code of the area where the work is: the site's, else the customer's. For lists; the figures keep their own.</summary>
    public string? Area { get; set; }

    /// <summary>Code of the machine's product line, for lists.</summary>
    public string? ProductLine { get; set; }

    /// <summary>Of a complaint: how grave it is and how it was judged, as its own row says. For lists.</summary>
    public Severity? Severity { get; private set; }

    /// <inheritdoc cref="Severity"/>
    public Verdict? Verdict { get; private set; }

    /// <summary>The due instant of the most urgent open promise; null without one. For lists in order of urgency.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    /// <summary>The first instant at which an open promise is (or was) at risk; null without one. For lists of what is at risk.</summary>
    public DateTimeOffset? AtRiskAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The timeline; operations only add to it.</summary>
    public List<CaseEvent> Events { get; } = [];

    /// <summary>The promises.</summary>
    public List<Promise> Promises { get; } = [];

    /// <summary>The holds.</summary>
    public List<CaseHold> Holds { get; } = [];

    /// <summary>The promise of a kind that still stands.</summary>
    public Promise? PromiseOf(PromiseKind kind) =>
        Promises.FirstOrDefault(p => p.Kind == kind && p.State != PromiseState.Void);

    /// <summary>The stretches in which every clock stands.</summary>
    public IReadOnlyList<Pause> Pauses => [.. Holds.Where(h => h.Pauses).Select(h => new Pause(h.From, h.EndedAt, h.Reason))];

    /// <summary>R11: the quote waits for the customer's word.</summary>
    public bool QuoteAwaited => QuoteFirst && QuoteAcceptedAt is null;

    /// <summary>
    /// The stretches in which a promise's clock stands: the holds; for the work as long as the quote is awaited that wait
    /// alone, within which every hold lies and which ends where the work is done without it.
    /// </summary>
    public IReadOnlyList<Pause> PausesOf(PromiseKind kind) => !QuoteAwaited || !AwaitsQuote(kind) ? Pauses
        : [new Pause(OpenedAt, kind == PromiseKind.Arrival ? ArrivedAt ?? ResolvedAt : ResolvedAt, Pause.Quote)];

    /// <summary>Takes over what lists narrow complaints by.</summary>
    public void Take(Complaint? complaint) => (Severity, Verdict) = (complaint?.Severity, complaint?.Verdict);

    /// <summary>派工 as an imported record tells it: to somebody of whom only the name is known.</summary>
    public Result DispatchTo(string name)
    {
        EngineerText = name;
        return Go(CaseStatus.Dispatched);
    }

    /// <summary>R11: the promises about the work wait for the quote; the reply does not, nor what R4 says of a complaint.</summary>
    public static bool AwaitsQuote(PromiseKind kind) => kind is PromiseKind.Arrival or PromiseKind.Handling;
}
