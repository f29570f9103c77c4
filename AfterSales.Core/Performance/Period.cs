using System.Globalization;
using System.Text.RegularExpressions;

namespace AfterSales.Core.Performance;

/// <summary>How long a period is, in months.</summary>
public enum PeriodKind
{
    /// <summary>月.</summary>
    Month = 1,

    /// <summary>季.</summary>
    Quarter = 3,

    /// <summary>年.</summary>
    Year = 12,
}

/// <summary>A calendar month, quarter or year of the company (DOMAIN 4), as days; <see cref="End"/> is excluded.</summary>
public sealed partial record Period
{
    private Period(PeriodKind kind, int year, int number) => (Kind, Year, Number) = (kind, year, number);

    /// <summary>Month, quarter or year.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Calendar year.</summary>
    public int Year { get; }

    /// <summary>1–12 of a month, 1–4 of a quarter, 1 of a year.</summary>
    public int Number { get; }

    /// <summary>First day.</summary>
    public DateOnly First => new(Year, ((Number - 1) * (int)Kind) + 1, 1);

    /// <summary>First day after it.</summary>
    public DateOnly End => First.AddMonths((int)Kind);

    /// <summary>"2026-10", "2026-Q3" or "2026": as addresses and verbs write it.</summary>
    public string Name => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>The period of the same length before it.</summary>
    public Period Previous => Of(First.AddMonths(-(int)Kind), Kind);

    /// <summary>The period of the same length after it.</summary>
    public Period Next => Of(End, Kind);

    /// <summary>The twelve months that end with its last one, oldest first.</summary>
    public IReadOnlyList<Period> TwelveMonths =>
        [.. Enumerable.Range(-12, 12).Select(i => Of(End.AddMonths(i), PeriodKind.Month))];

    /// <summary>The period of a kind in which a day lies.</summary>
    public static Period Of(DateOnly day, PeriodKind kind) => new(kind, day.Year, ((day.Month - 1) / (int)kind) + 1);

    /// <summary>Reads a name; anything else, or a year beyond 1970–2199, is null.</summary>
    public static Period? Parse(string? name)
    {
        if (name is null || Pattern().Match(name) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var (kind, number) = match.Groups["m"] is { Success: true } m ? (PeriodKind.Month, Int(m))
            : match.Groups["q"] is { Success: true } q ? (PeriodKind.Quarter, Int(q))
            : (PeriodKind.Year, 1);
        return year is < 1970 or > 2199 || number < 1 || number > 12 / (int)kind ? null : new(kind, year, number);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<y>[0-9]{4})(-(?<m>[0-9]{2})|-[Qq](?<q>[0-9]))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
