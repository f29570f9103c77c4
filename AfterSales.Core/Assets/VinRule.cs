using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>车架号 after ISO 3779: seventeen capitals and digits without I, O and Q. Pure.</summary>
public static class VinRule
{
    /// <summary>How many characters there are.</summary>
    public const int Length = 17;

    private const int CheckPlace = 8;
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Worth = "12345678123457923456789";
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>As it is kept, however it was typed: full-width and small letters become capitals, blanks and hyphens go; blank is null.</summary>
    public static string? Kept(string? typed)
    {
        var kept = string.Concat(TextRule.Compatible(typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return kept.Length == 0 ? null : kept;
    }

    /// <summary>True for a kept one of the right form.</summary>
    public static bool IsFormed(string kept) => kept.Length == Length && kept.All(c => char.IsAsciiDigit(c) || Letters.Contains(c, StringComparison.Ordinal));

    /// <summary>
    /// Whether the ninth character is the check digit that North America asks for. Elsewhere a maker may leave it out: where it
    /// doesn't fit, a letter may have been misread, and nothing more.
    /// </summary>
    public static bool CheckDigitFits(string kept)
    {
        var rest = kept.Select((c, i) => Weights[i] * (char.IsAsciiDigit(c) ? c - '0' : Worth[Letters.IndexOf(c, StringComparison.Ordinal)] - '0')).Sum() % 11;
        return kept[CheckPlace] == (rest == 10 ? 'X' : (char)('0' + rest));
    }
}
