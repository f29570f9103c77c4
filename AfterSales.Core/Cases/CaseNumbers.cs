using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>Which numbers a typed fragment may mean: whole, day and counter, or the counter alone of late days; a number that came in from a firm's own records only whole.</summary>
public static class CaseNumbers
{
    /// <summary>A counter alone is looked for so many days back.</summary>
    public const int Days = 60;

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
        if (parts.Length is 0 or > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)) || parts[^1].Length is < 1 or > 6)
        {
            return [];
        }

        var counter = parts[^1].PadLeft(4, '0');
        return parts.Length == 1
            ? [.. Enumerable.Range(0, Days).Select(back => $"{series}-{today.AddDays(-back).Compact()}-{counter}")]
            : parts[0].Length switch
            {
                8 => [$"{series}-{parts[0]}-{counter}"],
                4 => [.. Enumerable.Range(0, 2).Select(back => $"{series}-{today.Year - back:0000}{parts[0]}-{counter}")],
                _ => [],
            };
    }
}
