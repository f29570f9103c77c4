using AfterSales.Core.Assets;

namespace AfterSales.Core.Warranty;

/// <summary>What a machine's warranty and rights depend on, as days.</summary>
/// <param name="Start">First day of the clock; null is not on file.</param>
/// <param name="Unit">What its meter counts; null has none.</param>
/// <param name="Readings">What the machine had run in all, by day.</param>
/// <param name="Repairs">Its repairs for faults that the warranty answers for.</param>
/// <param name="PriceFen">The price paid.</param>
public sealed record WarrantyFacts(DateOnly? Start, MeterUnit? Unit, IReadOnlyList<MeterFact> Readings, IReadOnlyList<RepairFact> Repairs, long? PriceFen)
{
    /// <summary>Main and other parts that were replaced for a fault, or worn out, apart from any case.</summary>
    public IReadOnlyList<PartFact> ByHand { get; init; } = [];

    /// <summary>Those of them that no report of a repair of that day tells too.</summary>
    public IEnumerable<PartFact> ByHandAlone => ByHand.Where(p => !Repairs.Any(r => r.Replaced.Contains(p.Assembly) && r.From <= p.On && !(r.To < p.On)));

    /// <summary>A machine of which nothing is known but its start.</summary>
    public static WarrantyFacts Of(DateOnly? start) => new(start, null, [], [], null);

    /// <summary>What was known on a day: a repair that goes on has no end.</summary>
    public WarrantyFacts Until(DateOnly day) => this with
    {
        Readings = [.. Readings.Where(r => r.On <= day).OrderBy(r => r.On).ThenBy(r => r.Total)],
        ByHand = [.. ByHand.Where(p => p.On <= day).OrderBy(p => p.On)],
        Repairs = [.. Repairs.Where(r => r.From <= day).Select(r => r.Until(day)).OrderBy(r => r.Reported).ThenBy(r => r.Case, StringComparer.Ordinal)],
    };

    /// <summary>A reading at most so many days old still says what the machine had run.</summary>
    public const int NearDays = 30;

    /// <summary>Whether readings say that it had run no more than so much by a day: one near before it, or a later one that is still within.</summary>
    public bool RanWithin(DateOnly day, int most) =>
        Readings.Any(r => r.On >= day && r.Total <= most) || Readings.Any(r => r.On <= day && r.On >= day.AddDays(-NearDays) && r.Total <= most);

    /// <summary>What it had run by a day; null without a reading.</summary>
    public int? Run(DateOnly day) => Readings.Where(r => r.On <= day).Select(r => (int?)r.Total).Max();
}

/// <summary>A reading.</summary>
public sealed record MeterFact(DateOnly On, int Total);

/// <summary>A repair from its first day to its last, both counted.</summary>
/// <param name="Case">Number of its case.</param>
/// <param name="Reported">The day the customer reported the fault: rights go by it, for when somebody came is not his doing.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null goes on.</param>
/// <param name="Fault">What the same fault compares.</param>
/// <param name="Safety">A fault of safety.</param>
/// <param name="Replaced">The assemblies replaced, each once.</param>
/// <param name="Waits">Stretches within it in which nothing could be done.</param>
public sealed record RepairFact(string Case, DateOnly Reported, DateOnly From, DateOnly? To, string Fault, bool Safety, IReadOnlyList<string> Replaced, IReadOnlyList<WaitFact> Waits)
{
    /// <summary>As it stood on a day.</summary>
    public RepairFact Until(DateOnly day) => this with
    {
        To = To <= day ? To : null,
        Replaced = To <= day ? Replaced : [],
        Waits = [.. Waits.Where(w => w.From <= day).Select(w => w.To <= day ? w : w with { To = null })],
    };
}

/// <summary>A part replaced, as entered on the machine's page.</summary>
/// <param name="On">The day.</param>
/// <param name="Assembly">Code of its assembly.</param>
/// <param name="Fault">For a fault, which counts toward the rights; else it had worn out.</param>
public sealed record PartFact(DateOnly On, string Assembly, bool Fault = true);

/// <summary>A stretch of waiting: for the reason that the hold names.</summary>
public sealed record WaitFact(DateOnly From, DateOnly? To, string Reason);
