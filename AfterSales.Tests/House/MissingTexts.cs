using System.Text.RegularExpressions;

namespace AfterSales.Tests.House;

/// <summary>A text that is missing shows its key, and a hole that is not filled shows its braces.</summary>
internal static partial class MissingTexts
{
    /// <summary>What on a page looks like one of them.</summary>
    public static IEnumerable<string> In(string shown) =>
        Key().Matches(shown).Select(m => m.Value).Where(k => ResxPair.All.Any(p => k.StartsWith(p.Folder + ".", StringComparison.Ordinal)))
            .Concat(Hole().Matches(shown).Select(m => m.Value)).Distinct().Select(k => "text missing: " + k);

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z0-9]*)+\b")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
