using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>Which numbers a typed fragment may mean: whole, day and counter, or the counter alone of late days.</summary>
public static class CaseNumbers
{
    /// <summary>A counter alone is looked for so many days back.</summary>
    public const int Days = 60;

    /// <summary>The numbers, newest day first; none when the text is no part of a number.</summary>
    public static IReadOnlyList<string> Of(string text, DateOnly today)
    {
        var plain = TextRule.Key(text).Replace(" ", "", StringComparison.Ordinal);
        plain = plain.StartsWith("sc", StringComparison.Ordinal) ? plain[2..].TrimStart('-') : plain;
        var parts = plain.Split('-');
        if (parts.Length is 0 or > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)) || parts[^1].Length is < 1 or > 6)
        {
            return [];
        }

        var counter = parts[^1].PadLeft(4, '0');
        return parts.Length == 1
            ? [.. Enumerable.Range(0, Days).Select(back => $"SC-{today.AddDays(-back).Compact()}-{counter}")]
            : parts[0].Length switch
            {
                8 => [$"SC-{parts[0]}-{counter}"],
                4 => [.. Enumerable.Range(0, 2).Select(back => $"SC-{today.Year - back:0000}{parts[0]}-{counter}")],
                _ => [],
            };
    }
}
