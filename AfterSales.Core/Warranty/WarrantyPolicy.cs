using AfterSales.Core.Settings;

namespace AfterSales.Core.Warranty;

/// <summary>
/// A 三包 preset in one version (DOMAIN 3). A machine has the version that held on the day it was bought, so that a law that
/// changes is the next version of the same preset. A meter's limit counts in the machine's own unit.
/// </summary>
public sealed class WarrantyPolicy : Named
{
    /// <summary>Months of the whole machine from the start of its warranty clock.</summary>
    public int MachineMonths { get; init; }

    /// <summary>What the meter may show; null ends by months alone.</summary>
    public int? MachineMeter { get; init; }

    /// <summary>Repair days, and days on which it stood for want of a part, are added to the months.</summary>
    public bool Prolongs { get; init; }

    /// <summary>Parts with months of their own.</summary>
    public List<PartCover> Parts { get; init; } = [];

    /// <summary>Months of a part fitted in a repair; null is the machine's own alone.</summary>
    public int? FittedMonths { get; init; }

    /// <summary>The same by the meter.</summary>
    public int? FittedMeter { get; init; }

    /// <summary>Months in which rights arise; null is as long as the machine's.</summary>
    public int? ExchangeMonths { get; init; }

    /// <summary>The same by the meter.</summary>
    public int? ExchangeMeter { get; init; }

    /// <summary>What a customer may ask for, and from when.</summary>
    public List<WarrantyRight> Rights { get; init; } = [];

    /// <summary>R23: months of the busy season, 1–12.</summary>
    public List<int> BusyMonths { get; init; } = [];

    /// <summary>R21: hold reasons for which the maker's part is wanted.</summary>
    public List<string> PartHolds { get; init; } = [];

    /// <summary>R22: hold reasons that are the repairer's own fault.</summary>
    public List<string> OwnHolds { get; init; } = [];

    /// <summary>R24: n of price × km ÷ 1000 × n from, in hundredths of a per cent; 0 with <see cref="CompensationMost"/> 0 has none.</summary>
    public int CompensationLeast { get; init; }

    /// <summary>R24: n up to, in hundredths of a per cent.</summary>
    public int CompensationMost { get; init; }

    /// <summary>So many days before a right that counts days, the meter turns amber.</summary>
    public int AmberDays { get; init; } = 5;
}

/// <summary>A part with its own warranty.</summary>
/// <param name="Assembly">Code of the assembly 总成.</param>
/// <param name="Months">Its months.</param>
/// <param name="Meter">Its meter; null ends by months alone.</param>
/// <param name="Main">主要部件: its replacements count for the rights.</param>
public sealed record PartCover(string Assembly, int Months, int? Meter, bool Main);

/// <summary>A right of the customer and what makes it arise.</summary>
/// <param name="Trigger">What is counted.</param>
/// <param name="Limit">Days or times.</param>
/// <param name="Meter">Of the early ones: up to what the meter shows.</param>
/// <param name="Claim">What may be asked for.</param>
/// <param name="RepairerPays">R22: at the repairer's cost.</param>
/// <param name="Rule">The rule it comes from.</param>
public sealed record WarrantyRight(RightTrigger Trigger, int Limit, int? Meter, RightClaim Claim, bool RepairerPays, string Rule);

/// <summary>What makes a right arise.</summary>
public enum RightTrigger
{
    /// <summary>A fault within so many days from the start.</summary>
    EarlyFault = 1,

    /// <summary>The same, of a main part or of safety.</summary>
    EarlyGraveFault = 2,

    /// <summary>A fault of safety, though so many were repaired.</summary>
    SafetyFault = 3,

    /// <summary>The same main part was replaced so many times.</summary>
    PartReplaced = 4,

    /// <summary>More than so many repair days in all.</summary>
    RepairDays = 5,

    /// <summary>The same fault was repaired more than so many times.</summary>
    SameFault = 6,

    /// <summary>R21: more than so many days of one repair for want of the maker's part.</summary>
    PartWait = 7,

    /// <summary>R22: more than so many days of one repair by the repairer's own fault.</summary>
    OwnDelay = 8,

    /// <summary>R23: the same fault again in a busy season in which it was repaired so many times.</summary>
    BusySeason = 9,

    /// <summary>R20: the same fault within so many days after its repair.</summary>
    RunOn = 10,
}

/// <summary>What rights are to.</summary>
public static class RightClaims
{
    /// <summary>The goods go back, for others or for money.</summary>
    public static bool Returns(this RightClaim claim) => claim is RightClaim.Exchange or RightClaim.ExchangeOrReturn or RightClaim.Return;
}

/// <summary>What a right is to.</summary>
public enum RightClaim
{
    /// <summary>换货.</summary>
    Exchange = 1,

    /// <summary>换货或退货.</summary>
    ExchangeOrReturn = 2,

    /// <summary>退货.</summary>
    Return = 3,

    /// <summary>以旧换新件.</summary>
    NewPart = 4,

    /// <summary>免费返修.</summary>
    RepairAgain = 5,
}
