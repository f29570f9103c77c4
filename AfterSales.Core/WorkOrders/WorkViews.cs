using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.WorkOrders;

/// <summary>An order in the engineer's list.</summary>
public sealed record MyOrderRow(
    string Number, string CaseNumber, WorkOrderStatus Status, CaseType Type, Priority Priority, string Customer, string? Address, int? DistanceKm,
    string? Model, string? SerialNo, string? Symptom, string? SymptomText, string Description, int Visit, Appointment? Appointment, DateTimeOffset? DepartedAt, DateTimeOffset? ArrivedAt, PromiseBrief? Clock);

/// <summary>One job with all that the engineer needs on site.</summary>
public sealed record JobView(
    string Number, WorkOrderStatus Status, long EngineerId, string Engineer, string? Instructions, string? DeclineReason, bool Mine,
    string CaseNumber, CaseType Type, Priority Priority, CaseStatus CaseStatus, string Description, string? Symptom, string? SymptomText, bool QuoteAwaited,
    string Customer, JobPlace? Place, JobContact? Contact, JobMachine? Machine,
    IReadOnlyList<Visit> Visits, PromiseBrief? Arrival, PromiseBrief? Handling, string? ExemptionReason, bool ExemptionApproved,
    AssignForm Plan, JobReport Report, IReadOnlyList<ChecklistItem> Items, IReadOnlyList<Problem> Gaps, DateTimeOffset? HeadquartersCalledAt, bool HeadquartersConfirmed,
    IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Complaints, bool Linked)
{
    /// <summary>R48: when the customer is not to be called.</summary>
    public QuietTime? Quiet { get; init; }

    /// <summary>The machine's latest readings; null where it has no meter.</summary>
    public MeterHistory? Meter { get; init; }

    /// <summary>What is in the machine, of which a part of the report may replace one.</summary>
    public IReadOnlyList<MountedPart> Mounted { get; init; } = [];

    /// <summary>What the parts of the report replace that others sit in: those are taken out with it, or kept.</summary>
    public IEnumerable<(MountedPart Old, InnerFate Fate)> WithInner =>
        from part in Report.Form.Parts let row = part.Row() let fate = InnerFate.Of(Mounted, row) where fate is not null select (MountedPart.Meant(Mounted, row)!, fate);

    /// <summary>费用归属 as far as it is known; null without a machine.</summary>
    public WhoPays? Pays { get; init; }

    /// <summary>A back-entered first arrival, which is what the promise goes by, counts as of its entry until it is confirmed.</summary>
    public bool ArrivalAwaited => Visits.Where(v => v.ArrivedAt is not null).MinBy(v => v.Ordinal) is { AwaitsConfirmation: true };

    /// <summary>The visit planned or under way.</summary>
    public Visit? Current => Visits.OrderBy(v => v.Ordinal).LastOrDefault(v => v.Ending is null);

    /// <summary>The promise that the next appointment has to keep.</summary>
    public PromiseBrief? ToKeep => PromiseBrief.ToKeep([Arrival, Handling]);

    /// <summary>True between the arrival and the end of a visit.</summary>
    public bool OnSite => Current is { ArrivedAt: not null };

    /// <summary>The parts of the report, and which are done; parts replaced count with the findings, for there may be none.</summary>
    public IReadOnlyList<(ReportPartKind Part, bool Done)> Progress =>
        [.. Enum.GetValues<ReportPartKind>().Select(p => (p, p == ReportPartKind.Parts ? Report.Form.Remedy is not null : Gaps.All(g => g.Field != p.ToString())))];
}

/// <summary>Where the job is.</summary>
public sealed record JobPlace(string Address, int? DistanceKm);

/// <summary>Whom to ask for.</summary>
public sealed record JobContact(string Name, string? Title, IReadOnlyList<string> Phones);

/// <summary>The machine with its warranty and rights as of today, and whether it was in warranty on the day of the intake.</summary>
public sealed record JobMachine(string SerialNo, string Model, string ProductLine, WarrantyReading Meter, WarrantyCover AtIntake);

/// <summary>The report as far as it is filled in.</summary>
public sealed record JobReport(
    ReportForm Form, IReadOnlyList<CheckForm> Checks, SatisfactionForm Satisfaction, DateTimeOffset? SignedAt, string? SignedBy,
    string? NoSignatureReason, bool NoSignatureApproved, DateTimeOffset? CompletedAt);

/// <summary>The lists of the board.</summary>
public enum DispatchShelf
{
    /// <summary>Cases that nobody was sent to.</summary>
    Undispatched,

    /// <summary>Assigned and not accepted, or declined.</summary>
    Unaccepted,

    /// <summary>Begun orders without a next visit.</summary>
    Unplanned,

    /// <summary>What waits for a decision.</summary>
    Approvals,
}

/// <summary>The supervisor's board.</summary>
/// <param name="Undispatched">Cases without an open order, the most urgent promise first.</param>
/// <param name="Lanes">Each engineer's appointments of the days shown.</param>
/// <param name="Unaccepted">Assigned and not accepted, or declined.</param>
/// <param name="Unplanned">Begun orders whose next visit nobody planned.</param>
/// <param name="Approvals">What waits for a decision.</param>
/// <param name="Counts">How many stand on each shelf, beyond those listed too.</param>
public sealed record Board(
    IReadOnlyList<BoardCase> Undispatched, IReadOnlyList<Lane> Lanes, IReadOnlyList<BoardOrder> Unaccepted, IReadOnlyList<BoardOrder> Unplanned, IReadOnlyList<Approval> Approvals,
    IReadOnlyDictionary<DispatchShelf, int> Counts)
{
    /// <summary>How many of a shelf are listed.</summary>
    public int Listed(DispatchShelf shelf) => shelf switch
    {
        DispatchShelf.Undispatched => Undispatched.Count,
        DispatchShelf.Unaccepted => Unaccepted.Count,
        DispatchShelf.Unplanned => Unplanned.Count,
        _ => Approvals.Count,
    };
}

/// <summary>A case to dispatch.</summary>
public sealed record BoardCase(
    long Id, string Number, CaseType Type, ServiceMode Mode, Priority Priority, Impact? Impact, CaseStatus Status, string Customer, string? Area, string? Address, int? DistanceKm,
    string? Model, string? Symptom, string? SymptomText, string Description, bool QuoteAwaited, DateTimeOffset OpenedAt, DateTimeOffset? NextDueAt, BoardHold? Hold, PromiseBrief? Clock, PromiseBrief? ToKeep);

/// <summary>That a case is on hold: why, as a code, and until when.</summary>
public sealed record BoardHold(long Id, string Reason, DateTimeOffset Until);

/// <summary>An engineer's lane.</summary>
public sealed record Lane(long EngineerId, string Name, string? Area, IReadOnlyList<LaneVisit> Visits);

/// <summary>An appointment on a lane.</summary>
public sealed record LaneVisit(string OrderNumber, string CaseNumber, string Customer, int Ordinal, Appointment Appointment, WorkOrderStatus Status, DateTimeOffset? DepartedAt, DateTimeOffset? ArrivedAt, VisitEnding? Ending);

/// <summary>An order that waits for the supervisor; since when, of a declined one, is since it was declined.</summary>
public sealed record BoardOrder(
    string Number, string CaseNumber, string Customer, long EngineerId, string Engineer, WorkOrderStatus Status, DateTimeOffset AssignedAt, DateTimeOffset Since, string? Reason, string? Note, Appointment? Appointment, PromiseBrief? Clock);

/// <summary>What waits for a decision; <paramref name="DueAt"/> is the arrival promise's where the decision changes how it stands.</summary>
public sealed record Approval(
    ApprovalKind Kind, string OrderNumber, string CaseNumber, string Customer, string Engineer, string? Reason, string? Note, int Visit, DateTimeOffset? At, DateTimeOffset? EnteredAt,
    DateTimeOffset? DueAt = null);

/// <summary>What a supervisor refused: by whom, when and why.</summary>
public sealed record Refusal(ApprovalKind Kind, string? By, DateTimeOffset At, string? Reason);

/// <summary>What is asked of the supervisor.</summary>
public enum ApprovalKind
{
    /// <summary>豁免 of the arrival promise.</summary>
    Exemption = 1,

    /// <summary>补录: an arrival entered later.</summary>
    Arrival = 2,

    /// <summary>未签字 (R31).</summary>
    Signature = 3,

    /// <summary>R32: the call before leaving, to be confirmed.</summary>
    Headquarters = 4,
}

/// <summary>The pictures of a report.</summary>
public enum JobPicture
{
    /// <summary>签字.</summary>
    Signature = 1,

    /// <summary>The picture that stands in for it (R31).</summary>
    NoSignature = 2,
}
