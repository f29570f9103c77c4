using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>服务承诺 as typed: hours and per cent; saved as the next version of the policy.</summary>
public sealed class PolicyForm : NamedForm<ServicePolicy, PolicyForm>
{
    /// <summary>R2: first reply, hours.</summary>
    public decimal? ReplyHours { get; set; }

    /// <summary>R1: handling, hours.</summary>
    public decimal? HandlingHours { get; set; }

    /// <summary>R1: handling after the arrival is due, hours.</summary>
    public decimal? HandlingAfterArrivalHours { get; set; }

    /// <summary>R3: tiers, near first.</summary>
    public List<TierForm> Tiers { get; set; } = [];

    /// <summary>R4: report to the supervisor, hours.</summary>
    public decimal? ComplaintReportHours { get; set; }

    /// <summary>R7, hours.</summary>
    public decimal? HandOffHours { get; set; }

    /// <summary>R5: days for the customer's file.</summary>
    public int? FileDays { get; set; }

    /// <summary>Warning, per cent of the time.</summary>
    public int? WarningPercent { get; set; }

    /// <summary>Escalation, per cent of the time.</summary>
    public int? EscalationPercent { get; set; }

    /// <summary>R30: recurrence window, days.</summary>
    public int? RecurrenceDays { get; set; }

    /// <summary>R40: first day.</summary>
    public int? FirstFollowUpFromDay { get; set; }

    /// <summary>R40: last day.</summary>
    public int? FirstFollowUpToDay { get; set; }

    /// <summary>R41: first day.</summary>
    public int? SecondFollowUpFromDay { get; set; }

    /// <summary>R41: last day.</summary>
    public int? SecondFollowUpToDay { get; set; }

    /// <summary>R46: tries until unreachable.</summary>
    public int? UnreachableAfter { get; set; }

    /// <summary>R46: the technician as caller.</summary>
    public TechnicianCallback TechnicianCallback { get; set; } = TechnicianCallback.Block;

    /// <summary>R48: call hours.</summary>
    public List<FrameForm> CallHours { get; set; } = [];

    /// <summary>Chases from which the supervisor is told.</summary>
    public int? ChasesToSupervisor { get; set; }

    /// <summary>Hold reasons that pause the clocks.</summary>
    public List<string> PausingHolds { get; set; } = [];

    /// <summary>R32: proposed penalty, yuan.</summary>
    public decimal? NoHeadquartersCallYuan { get; set; }

    /// <inheritdoc/>
    protected override void Take(ServicePolicy row)
    {
        base.Take(row);
        ReplyHours = Hours(row.ReplyMinutes);
        HandlingHours = Hours(row.HandlingMinutes);
        HandlingAfterArrivalHours = Hours(row.HandlingAfterArrivalMinutes);
        Tiers = [.. row.ArrivalTiers.Select(t => new TierForm { UpToKm = t.UpToKm, Hours = Hours(t.Minutes) })];
        ComplaintReportHours = Hours(row.ComplaintReportMinutes);
        HandOffHours = Hours(row.HandOffMinutes);
        FileDays = row.FileDays;
        WarningPercent = row.WarningPercent;
        EscalationPercent = row.EscalationPercent;
        RecurrenceDays = row.RecurrenceDays;
        FirstFollowUpFromDay = row.FirstFollowUpFromDay;
        FirstFollowUpToDay = row.FirstFollowUpToDay;
        SecondFollowUpFromDay = row.SecondFollowUpFromDay;
        SecondFollowUpToDay = row.SecondFollowUpToDay;
        UnreachableAfter = row.UnreachableAfter;
        TechnicianCallback = row.TechnicianCallback;
        CallHours = [.. row.CallHours.Select(f => new FrameForm { From = f.From.ToTimeSpan(), To = f.To.ToTimeSpan() })];
        ChasesToSupervisor = row.ChasesToSupervisor;
        PausingHolds = [.. row.PausingHolds.Order(StringComparer.Ordinal)];
        NoHeadquartersCallYuan = row.NoHeadquartersCallFen / 100m;
    }

    /// <inheritdoc/>
    public override ServicePolicy Row(DateTimeOffset from) => new()
    {
        Code = Code,
        ValidFrom = from,
        NameZh = NameZh!.Trim(),
        NameEn = NameEn!.Trim(),
        Sort = Sort,
        ReplyMinutes = Minutes(ReplyHours),
        HandlingMinutes = Minutes(HandlingHours),
        HandlingAfterArrivalMinutes = Minutes(HandlingAfterArrivalHours),
        ArrivalTiers = [.. Tiers.Select(t => new ArrivalTier(t.UpToKm, Minutes(t.Hours)))],
        ComplaintReportMinutes = Minutes(ComplaintReportHours),
        HandOffMinutes = Minutes(HandOffHours),
        FileDays = FileDays!.Value,
        WarningPercent = WarningPercent!.Value,
        EscalationPercent = EscalationPercent!.Value,
        RecurrenceDays = RecurrenceDays!.Value,
        FirstFollowUpFromDay = FirstFollowUpFromDay!.Value,
        FirstFollowUpToDay = FirstFollowUpToDay!.Value,
        SecondFollowUpFromDay = SecondFollowUpFromDay!.Value,
        SecondFollowUpToDay = SecondFollowUpToDay!.Value,
        UnreachableAfter = UnreachableAfter!.Value,
        TechnicianCallback = TechnicianCallback,
        CallHours = [.. CallHours.Select(f => new CallFrame(TimeOnly.FromTimeSpan(f.From!.Value), TimeOnly.FromTimeSpan(f.To!.Value)))],
        ChasesToSupervisor = ChasesToSupervisor!.Value,
        PausingHolds = [.. PausingHolds],
        NoHeadquartersCallFen = (int)(NoHeadquartersCallYuan!.Value * 100),
    };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        foreach (var (field, hours) in new[] { (nameof(ReplyHours), ReplyHours), (nameof(HandlingHours), HandlingHours), (nameof(HandlingAfterArrivalHours), HandlingAfterArrivalHours), (nameof(ComplaintReportHours), ComplaintReportHours), (nameof(HandOffHours), HandOffHours) })
        {
            checks.Required(field, hours).Range(field, hours, 0.1m, 2000);
        }

        foreach (var (field, days, most) in new[] { (nameof(FileDays), FileDays, 365), (nameof(RecurrenceDays), RecurrenceDays, 3650), (nameof(FirstFollowUpFromDay), FirstFollowUpFromDay, 365), (nameof(FirstFollowUpToDay), FirstFollowUpToDay, 365), (nameof(SecondFollowUpFromDay), SecondFollowUpFromDay, 365), (nameof(SecondFollowUpToDay), SecondFollowUpToDay, 365) })
        {
            checks.Required(field, days).Range(field, days, 0, most);
        }

        checks.Required(nameof(WarningPercent), WarningPercent).Range(nameof(WarningPercent), WarningPercent, 1, 99)
            .Required(nameof(EscalationPercent), EscalationPercent).Range(nameof(EscalationPercent), EscalationPercent, 101, 1000)
            .Required(nameof(UnreachableAfter), UnreachableAfter).Range(nameof(UnreachableAfter), UnreachableAfter, 1, 20)
            .Required(nameof(ChasesToSupervisor), ChasesToSupervisor).Range(nameof(ChasesToSupervisor), ChasesToSupervisor, 1, 20)
            .Required(nameof(NoHeadquartersCallYuan), NoHeadquartersCallYuan).Range(nameof(NoHeadquartersCallYuan), NoHeadquartersCallYuan, 0, 100_000)
            .Member<TechnicianCallback>(nameof(TechnicianCallback), TechnicianCallback)
            .When(FirstFollowUpFromDay > FirstFollowUpToDay, "Settings.DaysOutOfOrder", nameof(FirstFollowUpToDay))
            .When(SecondFollowUpFromDay > SecondFollowUpToDay, "Settings.DaysOutOfOrder", nameof(SecondFollowUpToDay));
        CheckTiers(checks);
        CheckFrames(checks);
    }

    /// <summary>Tiers rise, and only the last is without limit, so that every distance has exactly one.</summary>
    private void CheckTiers(Checks checks)
    {
        checks.When(Tiers.Count is 0 or > 10 || Tiers[^1].UpToKm is not null, "Settings.LastTierOpen", nameof(Tiers));
        for (var i = 0; i < Tiers.Count; i++)
        {
            checks.Required($"Tiers[{i}].Hours", Tiers[i].Hours).Range($"Tiers[{i}].Hours", Tiers[i].Hours, 0.1m, 2000)
                .When(i < Tiers.Count - 1 && Tiers[i].UpToKm is null, "Shared.Required", $"Tiers[{i}].UpToKm")
                .When(i > 0 && Tiers[i].UpToKm <= Tiers[i - 1].UpToKm || Tiers[i].UpToKm < 0, "Settings.TiersRise", $"Tiers[{i}].UpToKm");
        }
    }

    private void CheckFrames(Checks checks)
    {
        for (var i = 0; i < CallHours.Count; i++)
        {
            var (from, to) = (CallHours[i].From, CallHours[i].To);
            checks.Required($"CallHours[{i}].From", from).Required($"CallHours[{i}].To", to)
                .When(from is { } f && (f < TimeSpan.Zero || f >= TimeSpan.FromDays(1)), "Settings.TimeOfDay", $"CallHours[{i}].From")
                .When(from >= to || to >= TimeSpan.FromDays(1), "Settings.TimeOfDay", $"CallHours[{i}].To");
        }
    }

    private static decimal Hours(int minutes) => Math.Round(minutes / 60m, 2);

    private static int Minutes(decimal? hours) => (int)Math.Round(hours!.Value * 60);

    /// <summary>R3: one tier.</summary>
    public sealed class TierForm
    {
        /// <summary>Farthest distance, km; null in the last.</summary>
        public int? UpToKm { get; set; }

        /// <summary>Hours.</summary>
        public decimal? Hours { get; set; }
    }

    /// <summary>R48: one stretch of a day.</summary>
    public sealed class FrameForm
    {
        /// <summary>From.</summary>
        public TimeSpan? From { get; set; }

        /// <summary>To.</summary>
        public TimeSpan? To { get; set; }
    }
}
