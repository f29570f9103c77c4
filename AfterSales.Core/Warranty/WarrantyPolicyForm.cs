using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>保修政策 as typed; saved as the next version, which holds for machines bought from then on.</summary>
public sealed class WarrantyPolicyForm : NamedForm<WarrantyPolicy, WarrantyPolicyForm>
{
    /// <summary>Most lines of a list.</summary>
    public const int MostLines = 60;

    /// <summary>Months of the whole machine.</summary>
    public int MachineMonths { get; set; } = 12;

    /// <summary>Its meter.</summary>
    public int? MachineMeter { get; set; }

    /// <summary>Repair days prolong.</summary>
    public bool Prolongs { get; set; }

    /// <summary>Months of a fitted part.</summary>
    public int? FittedMonths { get; set; }

    /// <summary>Its meter.</summary>
    public int? FittedMeter { get; set; }

    /// <summary>Months in which rights arise.</summary>
    public int? ExchangeMonths { get; set; }

    /// <summary>The same by the meter.</summary>
    public int? ExchangeMeter { get; set; }

    /// <summary>R24: n from, per cent.</summary>
    public decimal CompensationLeast { get; set; }

    /// <summary>R24: n up to, per cent.</summary>
    public decimal CompensationMost { get; set; }

    /// <summary>Days before a right that counts days.</summary>
    public int AmberDays { get; set; } = 5;

    /// <summary>Parts with their own months.</summary>
    public List<PartLine> Parts { get; set; } = [];

    /// <summary>Rights.</summary>
    public List<RightLine> Rights { get; set; } = [];

    /// <summary>R23: months of the busy season.</summary>
    public List<int> BusyMonths { get; set; } = [];

    /// <summary>R21: hold reasons.</summary>
    public List<string> PartHolds { get; set; } = [];

    /// <summary>R22: hold reasons.</summary>
    public List<string> OwnHolds { get; set; } = [];

    /// <inheritdoc/>
    protected override void Take(WarrantyPolicy row)
    {
        base.Take(row);
        (MachineMonths, MachineMeter, Prolongs, AmberDays) = (row.MachineMonths, row.MachineMeter, row.Prolongs, row.AmberDays);
        (FittedMonths, FittedMeter, ExchangeMonths, ExchangeMeter) = (row.FittedMonths, row.FittedMeter, row.ExchangeMonths, row.ExchangeMeter);
        (CompensationLeast, CompensationMost) = (row.CompensationLeast / 100m, row.CompensationMost / 100m);
        Parts = [.. row.Parts.Select(p => new PartLine { Assembly = p.Assembly, Months = p.Months, Meter = p.Meter, Main = p.Main })];
        Rights = [.. row.Rights.Select(r => new RightLine { Trigger = r.Trigger, Limit = r.Limit, Meter = r.Meter, Claim = r.Claim, RepairerPays = r.RepairerPays, Rule = r.Rule })];
        (BusyMonths, PartHolds, OwnHolds) = ([.. row.BusyMonths.Order()], [.. row.PartHolds.Order(StringComparer.Ordinal)], [.. row.OwnHolds.Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public override WarrantyPolicy Row(DateTimeOffset from) => new()
    {
        Code = Code,
        ValidFrom = from,
        NameZh = NameZh!.Trim(),
        NameEn = NameEn!.Trim(),
        Sort = Sort,
        MachineMonths = MachineMonths,
        MachineMeter = MachineMeter,
        Prolongs = Prolongs,
        FittedMonths = FittedMonths,
        FittedMeter = FittedMeter,
        ExchangeMonths = ExchangeMonths,
        ExchangeMeter = ExchangeMeter,
        CompensationLeast = (int)(CompensationLeast * 100),
        CompensationMost = (int)(CompensationMost * 100),
        AmberDays = AmberDays,
        Parts = [.. Parts.Select(p => new PartCover(p.Assembly!, p.Months!.Value, p.Meter, p.Main))],
        Rights = [.. Rights.Select(r => new WarrantyRight(r.Trigger!.Value, r.Limit!.Value, r.Meter, r.Claim!.Value, r.RepairerPays, TextRule.Kept(r.Rule) ?? ""))],
        BusyMonths = [.. BusyMonths],
        PartHolds = [.. PartHolds],
        OwnHolds = [.. OwnHolds],
    };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.Range(nameof(MachineMonths), MachineMonths, 0, 600).Range(nameof(AmberDays), AmberDays, 0, 365)
            .Range(nameof(CompensationLeast), CompensationLeast, 0, 100).Range(nameof(CompensationMost), CompensationMost, 0, 100)
            .When(CompensationLeast > CompensationMost, "Settings.DaysOutOfOrder", nameof(CompensationMost))
            .When(Parts.Count > MostLines, "Settings.TooManyLines", nameof(Parts), MostLines)
            .When(Rights.Count > MostLines, "Settings.TooManyLines", nameof(Rights), MostLines)
            .When(BusyMonths.Exists(m => m is < 1 or > 12), "Shared.NotInList", nameof(BusyMonths))
            .When(!PartHolds.TrueForAll(IsCode), "Shared.NotInList", nameof(PartHolds)).When(!OwnHolds.TrueForAll(IsCode), "Shared.NotInList", nameof(OwnHolds))
            .When(Parts.Select(p => p.Assembly).Distinct().Count() < Parts.Count, "Settings.PartTwice", nameof(Parts));
        foreach (var (field, value, most) in new[] { (nameof(MachineMeter), MachineMeter, 10_000_000), (nameof(FittedMonths), FittedMonths, 600), (nameof(FittedMeter), FittedMeter, 10_000_000), (nameof(ExchangeMonths), ExchangeMonths, 600), (nameof(ExchangeMeter), ExchangeMeter, 10_000_000) })
        {
            checks.Range(field, value, 1, most);
        }

        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].Check(checks, $"Parts[{i}].");
        }

        for (var i = 0; i < Rights.Count; i++)
        {
            Rights[i].Check(checks, $"Rights[{i}].");
        }
    }

    /// <summary>A part with its own months.</summary>
    public sealed class PartLine
    {
        /// <summary>Code of the assembly.</summary>
        public string? Assembly { get; set; }

        /// <summary>Months.</summary>
        public int? Months { get; set; }

        /// <summary>Meter.</summary>
        public int? Meter { get; set; }

        /// <summary>主要部件.</summary>
        public bool Main { get; set; }

        internal void Check(Checks checks, string at) => checks.Text(at + nameof(Assembly), Assembly, SettingsLimits.Code, required: true)
            .When(!IsCode(Assembly), "Shared.NotInList", at + nameof(Assembly))
            .Required(at + nameof(Months), Months).Range(at + nameof(Months), Months, 0, 600).Range(at + nameof(Meter), Meter, 1, 10_000_000);
    }

    /// <summary>A right.</summary>
    public sealed class RightLine
    {
        /// <summary>What is counted.</summary>
        public RightTrigger? Trigger { get; set; }

        /// <summary>Days or times.</summary>
        public int? Limit { get; set; }

        /// <summary>Of early ones, the meter.</summary>
        public int? Meter { get; set; }

        /// <summary>What may be asked for.</summary>
        public RightClaim? Claim { get; set; }

        /// <summary>At the repairer's cost.</summary>
        public bool RepairerPays { get; set; }

        /// <summary>The rule.</summary>
        public string? Rule { get; set; }

        internal void Check(Checks checks, string at) => checks.Required(at + nameof(Trigger), Trigger).Member<RightTrigger>(at + nameof(Trigger), Trigger)
            .Required(at + nameof(Claim), Claim).Member<RightClaim>(at + nameof(Claim), Claim)
            .Required(at + nameof(Limit), Limit).Range(at + nameof(Limit), Limit, 1, 3650).Range(at + nameof(Meter), Meter, 1, 10_000_000)
            .When(Meter is not null && Trigger is not (RightTrigger.EarlyFault or RightTrigger.EarlyGraveFault), "Settings.MeterOfEarlyOnly", at + nameof(Meter))
            .Text(at + nameof(Rule), Rule, SettingsLimits.Code);
    }
}
