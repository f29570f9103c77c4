using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>
/// Which numbers a typed fragment may mean: a whole one, or its counter, of which the leading zeros may be left out, with as much
/// of the day's end before it as was typed, as far back as the latest days that it may be of; a number that came in from a
/// firm's own records only whole.
/// </summary>
public static class CaseNumbers
{
    /// <summary>A tail is looked for on so many days, the latest that end as it begins; a counter alone on each.</summary>
    public const int Days = 60;

    private const int Years = 10;

    private const string Series = "SC";

    /// <summary>The cases' numbers, newest day first, and the text itself.</summary>
    public static IReadOnlyList<string> Of(string text, DateOnly today) => [.. Of(text, today, Series), .. text.Length <= CaseLimits.Number ? [text] : Array.Empty<string>()];

    /// <summary>True for a number of our own series, in any case of letters.</summary>
    public static bool IsOurs(string number) => number.StartsWith(Series + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The work orders' numbers in the same ways, but for a bare counter: that is a case's.</summary>
    public static IReadOnlyList<string> OfOrders(string text, DateOnly today) => text.All(char.IsAsciiDigit) ? [] : Of(text, today, "WO");

    private static IReadOnlyList<string> Of(string text, DateOnly today, string series)
    {
        var plain = TextRule.Key(text).Replace(" ", "", StringComparison.Ordinal);
        plain = plain.StartsWith(series, StringComparison.OrdinalIgnoreCase) ? plain[2..].TrimStart('-') : plain;
        var parts = plain.Split('-');
        if (parts.Length > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)) || parts[^1].Length > 6 || parts[0].Length > 8)
        {
            return [];
        }

        var counter = parts[^1].PadLeft(4, '0');
        return [.. DaysOf(parts.Length == 1 ? "" : parts[0], today).Select(day => $"{series}-{day}-{counter}")];
    }

    /// <summary>The days that end so, newest first; one that is whole is itself, whenever it was.</summary>
    private static IEnumerable<string> DaysOf(string ending, DateOnly today)
    {
        var first = today.AddYears(-Years);
        return ending.Length == 8 ? [ending]
            : Enumerable.Range(0, today.DayNumber - first.DayNumber).Select(back => today.AddDays(-back).Compact()).Where(day => day.EndsWith(ending, StringComparison.Ordinal)).Take(Days);
    }
}
