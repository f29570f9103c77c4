using AfterSales.Core.Assets;

namespace AfterSales.Core.Warranty;

/// <summary>Whether a machine, or a part of it, is in warranty on a day, and the reckoning behind it: days or meter, whichever ends first.</summary>
/// <param name="Cover">In, out, or unknown where no start day is on file.</param>
/// <param name="Start">First day of the warranty.</param>
/// <param name="Months">Months of the policy.</param>
/// <param name="LastDay">Last covered day.</param>
/// <param name="DaysLeft">Days from the asked day to the last, both counted; 0 when out.</param>
public sealed record WarrantyState(WarrantyCover Cover, DateOnly? Start, int Months, DateOnly? LastDay, int DaysLeft)
{
    /// <summary>Days of repair that were added.</summary>
    public int Prolonged { get; init; }

    /// <summary>What the meter may show; null ends by days alone.</summary>
    public int? Meter { get; init; }

    /// <summary>What the machine may still run; null without a limit or a reading.</summary>
    public int? MeterLeft { get; init; }

    /// <summary>What its meter counts.</summary>
    public MeterUnit? Unit { get; init; }

    /// <summary>The last day by months alone; the meter may have ended it before.</summary>
    public DateOnly? LastByMonths { get; init; }

    /// <summary>The day on which the meter was read beyond its limit, where that ended it.</summary>
    public DateOnly? MeterPassedOn { get; init; }

    /// <summary>By months alone; a start at a month's end runs to the shorter month's end.</summary>
    public static WarrantyState On(DateOnly day, DateOnly? start, int months) => On(day, WarrantyFacts.Of(start), months, null, false);

    /// <summary>By months and meter; where <paramref name="prolongs"/>, the repair days within it are added.</summary>
    public static WarrantyState On(DateOnly day, WarrantyFacts known, int months, int? meter, bool prolongs)
    {
        if (known.Start is not { } first)
        {
            return new(WarrantyCover.Unknown, null, months, null, 0);
        }

        var facts = known.Until(day);
        var turn = first.AddMonths(months);
        var last = turn.Day < first.Day ? turn : turn.AddDays(-1);
        var added = prolongs && months > 0 ? Added(first, last, RepairDays.Of(facts.Repairs, day)) : 0;
        last = last.AddDays(added);
        var passed = meter is { } most ? facts.Readings.Where(r => r.Total > most && r.On <= last).Select(r => (DateOnly?)r.On).FirstOrDefault() : null;
        var left = passed is null ? Math.Max(0, last.DayNumber - day.DayNumber + 1) : 0;
        return new(left > 0 ? WarrantyCover.In : WarrantyCover.Out, first, months, passed?.AddDays(-1) ?? last, left)
        {
            Prolonged = added,
            LastByMonths = last,
            Meter = meter,
            MeterLeft = meter is { } limit && facts.Run(day) is { } run ? Math.Max(0, limit - run) : null,
            Unit = meter is null ? null : known.Unit ?? MeterUnit.Km,
            MeterPassedOn = passed,
        };
    }

    /// <summary>A day of repair within the warranty adds one, one after its end none.</summary>
    private static int Added(DateOnly first, DateOnly last, IEnumerable<DateOnly> days)
    {
        var added = 0;
        foreach (var day in days)
        {
            added += day >= first && day <= last.AddDays(added) ? 1 : 0;
        }

        return added;
    }
}

/// <summary>保修状态.</summary>
public enum WarrantyCover
{
    /// <summary>No start day on file.</summary>
    Unknown = 0,

    /// <summary>保修期内.</summary>
    In = 1,

    /// <summary>保修期外.</summary>
    Out = 2,
}
