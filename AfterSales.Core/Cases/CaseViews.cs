using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Promises;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Cases;

/// <summary>One case with all that is known about it, for its page and its report.</summary>
/// <param name="Head">The case's own fields.</param>
/// <param name="Customer">Whose.</param>
/// <param name="Contact">Who called, numbers masked for those who need not see them.</param>
/// <param name="Site">Where.</param>
/// <param name="Machine">Which machine.</param>
/// <param name="Pays">Who pays, as far as it is known: by warranty, papers, the cause found last and the way of sale; without a machine of guidance alone.</param>
/// <param name="Promises">What was promised, each with its explanation.</param>
/// <param name="Holds">The holds.</param>
/// <param name="Orders">The work orders with their visits.</param>
/// <param name="Reports">The service reports.</param>
/// <param name="Callbacks">The follow-ups.</param>
/// <param name="Complaint">The complaint's data.</param>
/// <param name="Links">Parent, follow-on and repeated cases.</param>
/// <param name="Timeline">What happened, oldest first.</param>
/// <param name="Standing">State, next step, promise.</param>
public sealed record CaseView(
    CaseHead Head,
    CaseCustomer Customer,
    CallerContact? Contact,
    CallerSite? Site,
    CaseMachine? Machine,
    WhoPays? Pays,
    IReadOnlyList<PromiseView> Promises,
    IReadOnlyList<HoldView> Holds,
    IReadOnlyList<OrderView> Orders,
    IReadOnlyList<ReportLine> Reports,
    IReadOnlyList<FollowUpView> Callbacks,
    CaseComplaint? Complaint,
    IReadOnlyList<CaseLink> Links,
    IReadOnlyList<TimelineLine> Timeline,
    CaseStanding Standing)
{
    /// <summary>What to know before calling the customer.</summary>
    public required CallNotes Notes { get; init; }

    /// <summary>Whom the engineer telephones: who called, else whom the customer prefers.</summary>
    public CallerContact? Reached { get; init; }
}

/// <summary>The case's own fields, with people by name.</summary>
public sealed record CaseHead(
    long Id, string Number, int Version, Channel Channel, CaseType Type, CaseStatus Status, Impact? Impact, Priority Priority, ServiceMode Mode,
    string? Symptom, string? SymptomText, string Description, DateTimeOffset OpenedAt, DateTimeOffset? CustomerTime, string? CustomerTimeBy, DateTimeOffset? CustomerTimeSetAt,
    int? DistanceKm, bool QuoteFirst, DateTimeOffset? QuoteAcceptedAt, DateTimeOffset? RepliedAt, ReplyHow? ReplyHow, DateTimeOffset? ArrivedAt,
    DateTimeOffset? ResolvedAt, string? Resolution, bool ResolvedOnSpot, DateTimeOffset? ClosedAt, string? CancelReason,
    int Reopenings, int Chases, string? Area, string? ProductLine, string? Agent, long? OwnerId, string? Owner, long? EngineerId, string? Engineer)
{
    /// <summary>How it came in, besides the channel.</summary>
    public required CaseReceived Received { get; init; }

    /// <summary>R11: the quote waits for the customer's word.</summary>
    public bool QuoteAwaited => QuoteFirst && QuoteAcceptedAt is null;
}

/// <summary>The customer of a case.</summary>
public sealed record CaseCustomer(long Id, string Code, string Name, CustomerKind Kind, CustomerTier Tier, bool Vip, string? Area);

/// <summary>The machine of a case.</summary>
public sealed record CaseMachine(long Id, string SerialNo, string ProductLine, string Model, DateOnly? PurchasedOn, DateOnly? DeliveredOn, DateOnly? InstalledOn, DateOnly? AcceptedOn, string? Dealer, bool NoPapers, WarrantyState Warranty);

/// <summary>A promise and how its due time came about.</summary>
/// <param name="Kind">What was promised.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="State">How it stands.</param>
/// <param name="StartAt">Where its clock starts.</param>
/// <param name="Target">How much is promised.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="AtRiskAt">From when it is at risk; null while its clock stands.</param>
/// <param name="Paused">True while its clock stands.</param>
/// <param name="MetAt">When it was met.</param>
/// <param name="DistanceKm">R3: the distance.</param>
/// <param name="LateReason">Code of why it was broken.</param>
/// <param name="ExemptionReason">Code of the exemption asked for or approved; none when the promise was kept meanwhile.</param>
/// <param name="ExemptionBy">Who approved it.</param>
/// <param name="Stretches">Counted and uncounted stretches up to its end.</param>
/// <param name="Counted">Their counted sum.</param>
/// <param name="Uncounted">Their uncounted sum.</param>
public sealed record PromiseView(
    PromiseKind Kind, string Rule, PromiseState State, DateTimeOffset StartAt, TimeSpan Target, DateTimeOffset DueAt, DateTimeOffset? AtRiskAt, bool Paused,
    DateTimeOffset? MetAt, int? DistanceKm, string? LateReason, string? ExemptionReason, string? ExemptionBy,
    IReadOnlyList<Stretch> Stretches, TimeSpan Counted, TimeSpan Uncounted)
{
    /// <summary>For its chip.</summary>
    public PromiseBrief Brief => new(Kind, Rule, State, DueAt, AtRiskAt, Paused, MetAt);
}

/// <summary>A hold.</summary>
public sealed record HoldView(string Reason, bool Pauses, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt, string? Person);

/// <summary>A work order.</summary>
public sealed record OrderView(long Id, string Number, WorkOrderStatus Status, string Engineer, string? Instructions, IReadOnlyList<VisitView> Visits)
{
    /// <summary>Somebody is sent, or was there.</summary>
    public bool Sent => Status != WorkOrderStatus.Cancelled || Visits.Any(v => v.ArrivedAt is not null);
}

/// <summary>A visit.</summary>
public sealed record VisitView(
    long Id, int Ordinal, string Engineer, Appointment Appointment, DateTimeOffset? DepartedAt, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt,
    VisitEnding? Ending, string? UnfinishedReason, string? Note, bool AwaitsConfirmation);

/// <summary>A service report in one line.</summary>
public sealed record ReportLine(long Id, string? OrderNumber, string? Cause, string? CauseText, string? Remedy, DateTimeOffset? CompletedAt, bool ApprovalAwaited);

/// <summary>A follow-up and its answer.</summary>
public sealed record FollowUpView(long Id, int Round, CallbackState State, DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset? AnsweredAt, int? Score, string? Comment);

/// <summary>A complaint's data.</summary>
public sealed record CaseComplaint(
    Severity Severity, bool AnsweredOnSpot, DateTimeOffset? ReportedAt, string? ReportedTo, string? Cause, string? Solution, DateTimeOffset? SolutionKnownAt,
    DateTimeOffset? SolutionToldAt, string? Handling, Verdict? Verdict, DateTimeOffset? JudgedAt, string? VerdictWords);

/// <summary>How another case hangs together with this one.</summary>
public enum CaseLinkKind
{
    /// <summary>This one follows it.</summary>
    Parent = 1,

    /// <summary>It follows this one.</summary>
    FollowOn = 2,

    /// <summary>This one repeats its fault (R30).</summary>
    RepeatOf = 3,
}

/// <summary>Another case that belongs to this one.</summary>
public sealed record CaseLink(CaseLinkKind Kind, string Number, CaseType Type, CaseStatus Status, DateTimeOffset OpenedAt);

/// <summary>One line of the timeline; its sentence is "Cases.Event.{Kind}" with the facts.</summary>
public sealed record TimelineLine(long Id, DateTimeOffset At, DateTimeOffset? HappenedAt, CaseEventKind Kind, string? Person, string? Text, IReadOnlyDictionary<string, string> Facts);
