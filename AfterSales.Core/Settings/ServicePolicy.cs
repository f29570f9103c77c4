namespace AfterSales.Core.Settings;

/// <summary>
/// 服务承诺: every figure of the service promise as one dated row, so that a changed policy never changes what was
/// promised under the old one. Times are minutes of all hours unless a name says otherwise.
/// </summary>
public sealed class ServicePolicy : Named
{
    /// <summary>R2: first reply.</summary>
    public int ReplyMinutes { get; init; }

    /// <summary>R1: feedback and handling.</summary>
    public int HandlingMinutes { get; init; }

    /// <summary>R1 for jobs with an arrival promise: handled so long after that promise is due (P).</summary>
    public int HandlingAfterArrivalMinutes { get; init; }

    /// <summary>R3: arrival by road distance, near tier first; the last has no limit.</summary>
    public List<ArrivalTier> ArrivalTiers { get; init; } = [];

    /// <summary>R4: a complaint not met on the spot is reported to the supervisor.</summary>
    public int ComplaintReportMinutes { get; init; }

    /// <summary>R7: within which a question handed off is answered, unless a time is set (P).</summary>
    public int HandOffMinutes { get; init; }

    /// <summary>R5: days after the first contact by whose end the customer's file is open.</summary>
    public int FileDays { get; init; }

    /// <summary>Share of the time, in per cent, at which the owner is warned.</summary>
    public int WarningPercent { get; init; }

    /// <summary>Share of the time, in per cent, at which the manager is told.</summary>
    public int EscalationPercent { get; init; }

    /// <summary>R30: days within which the same fault counts as a repeat.</summary>
    public int RecurrenceDays { get; init; }

    /// <summary>R40: the first follow-up's first and last day after the hand-over.</summary>
    public int FirstFollowUpFromDay { get; init; }

    /// <inheritdoc cref="FirstFollowUpFromDay"/>
    public int FirstFollowUpToDay { get; init; }

    /// <summary>R41: the second follow-up's first and last day after the first was answered or its window ended.</summary>
    public int SecondFollowUpFromDay { get; init; }

    /// <inheritdoc cref="SecondFollowUpFromDay"/>
    public int SecondFollowUpToDay { get; init; }

    /// <summary>R46: attempts after which a customer counts as unreachable.</summary>
    public int UnreachableAfter { get; init; }

    /// <summary>R46: whether the job's technician may call its customer back.</summary>
    public TechnicianCallback TechnicianCallback { get; init; }

    /// <summary>R48: preferred call hours, in the company's zone.</summary>
    public List<CallFrame> CallHours { get; init; } = [];

    /// <summary>Chases from which the supervisor is told too (催单).</summary>
    public int ChasesToSupervisor { get; init; }

    /// <summary>Codes of the hold reasons that pause clocks.</summary>
    public List<string> PausingHolds { get; init; } = [];

    /// <summary>R32: proposed for a finished job without the call to headquarters, in fen.</summary>
    public int NoHeadquartersCallFen { get; init; }

    /// <summary>R3: the tier of a distance; a farther place falls in the last.</summary>
    public ArrivalTier TierOf(int distanceKm) =>
        ArrivalTiers.FirstOrDefault(t => t.UpToKm is null || distanceKm <= t.UpToKm) ?? ArrivalTiers[^1];
}

/// <summary>R3: up to this distance (null: any), so many minutes.</summary>
public sealed record ArrivalTier(int? UpToKm, int Minutes);

/// <summary>A stretch of a day in which customers are called.</summary>
public sealed record CallFrame(TimeOnly From, TimeOnly To);

/// <summary>R46: block, warn or off, since small firms have one person.</summary>
public enum TechnicianCallback
{
    /// <summary>Refused.</summary>
    Block = 1,

    /// <summary>Allowed with a warning.</summary>
    Warn = 2,

    /// <summary>Allowed.</summary>
    Off = 3,
}
