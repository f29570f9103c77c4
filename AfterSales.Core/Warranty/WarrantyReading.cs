namespace AfterSales.Core.Warranty;

/// <summary>What the 三包 meter shows of a machine on a day.</summary>
/// <param name="Machine">整机.</param>
/// <param name="Parts">Parts with their own warranty, those of the preset first, then those fitted in repairs.</param>
/// <param name="Counts">How far each right is; of each fault and part one.</param>
/// <param name="RepairDays">Repair days counted in all.</param>
/// <param name="Compensation">R24; null where it can't be reckoned.</param>
public sealed record WarrantyReading(WarrantyState Machine, IReadOnlyList<PartState> Parts, IReadOnlyList<RightCount> Counts, int RepairDays, Compensation? Compensation)
{
    /// <summary>The rights that arose, the first first.</summary>
    public IEnumerable<RightCount> Arisen => Counts.Where(c => c.AroseOn is not null).OrderBy(c => c.AroseOn);

    /// <summary>What is told one by one: the rights that arose, and all that something was counted toward.</summary>
    public IEnumerable<RightCount> Told => Arisen.Concat(Counts.Where(c => c.AroseOn is null && (c.Near || c is { Counted: > 0, Runs: true })));

    /// <summary>The stretches of time in which one fault alone would make a right arise: said, and no warning, for nothing has happened.</summary>
    public IEnumerable<RightCount> Windows => Counts.Where(c => c.Window is not null);

    /// <summary>The right that is nearest, while one can still arise; what one fault alone makes arise is a window.</summary>
    public RightCount? Next => Counts.Where(c => c is { AroseOn: null, Runs: true, Left: > 0, Window: null }).OrderBy(c => (double)c.Left / c.Needed).ThenBy(c => c.Right.Trigger).FirstOrDefault();

    /// <summary>Red when a right to exchange or return arose, amber one step before it and with any lesser right.</summary>
    public WarrantyLevel Level =>
        Counts.Any(c => c.Stands && c.Right.Claim.Returns()) ? WarrantyLevel.Red
        : Counts.Any(c => c.Near || c.AroseOn is not null) ? WarrantyLevel.Amber : WarrantyLevel.Calm;
}

/// <summary>A part's warranty.</summary>
/// <param name="Assembly">Its code.</param>
/// <param name="Main">主要部件.</param>
/// <param name="FittedBy">Number of the case in which it was fitted; null is the machine's first, or one fitted by hand.</param>
/// <param name="State">Its state.</param>
public sealed record PartState(string Assembly, bool Main, string? FittedBy, WarrantyState State)
{
    /// <summary>The day it was fitted in the place of another; null is the machine's first.</summary>
    public DateOnly? FittedOn { get; init; }
}

/// <summary>How far a right is.</summary>
/// <param name="Right">The right.</param>
/// <param name="Of">The fault or part that is counted; null counts all.</param>
/// <param name="Counted">Days or times.</param>
/// <param name="Needed">From how many on it arises.</param>
/// <param name="AroseOn">The day it arose; null has not.</param>
/// <param name="Near">One step before, and something was counted toward it.</param>
/// <param name="Runs">It can still arise.</param>
/// <param name="Cases">The numbers of the cases counted.</param>
public sealed record RightCount(WarrantyRight Right, string? Of, int Counted, int Needed, DateOnly? AroseOn, bool Near, bool Runs, IReadOnlyList<string> Cases)
{
    /// <summary>It goes by the meter too, and no reading near that day says whether it was within: to be checked, no fact.</summary>
    public bool Unsure { get; init; }

    /// <summary>Of what one fault alone makes arise, as long as none has: how long that lasts.</summary>
    public RightWindow? Window { get; init; }

    /// <summary>So many of those counted are replacements entered on the machine's page, of no case.</summary>
    public int ByHand { get; init; }

    /// <summary>It arose, and nothing about that is open.</summary>
    public bool Stands => AroseOn is not null && !Unsure;

    /// <summary>How many more make it arise.</summary>
    public int Left => Needed - Counted;
}

/// <summary>A stretch of time in which one fault makes a right arise.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="DaysLeft">Days to it, both counted.</param>
public sealed record RightWindow(DateOnly Until, int DaysLeft);

/// <summary>R24, 使用补偿费: price × km ÷ 1000 × n, never more than the price.</summary>
/// <param name="PriceFen">Price in fen.</param>
/// <param name="Km">What it has run.</param>
/// <param name="Least">n from, in hundredths of a per cent.</param>
/// <param name="Most">n up to.</param>
public sealed record Compensation(long PriceFen, int Km, int Least, int Most)
{
    /// <summary>Fen at the lower n.</summary>
    public long LeastFen => Fen(Least);

    /// <summary>Fen at the upper n.</summary>
    public long MostFen => Fen(Most);

    private long Fen(int n) => (long)Math.Min(PriceFen, Math.Round((decimal)PriceFen * Km / 1000 * n / 10_000, MidpointRounding.AwayFromZero));
}

/// <summary>How pressing a meter is.</summary>
public enum WarrantyLevel
{
    /// <summary>Nothing near.</summary>
    Calm = 0,

    /// <summary>One step before a right.</summary>
    Amber = 1,

    /// <summary>A right to exchange or return arose.</summary>
    Red = 2,
}
