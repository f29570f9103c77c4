using System.Text.RegularExpressions;

namespace AfterSales.Core.Customers;

/// <summary>
/// Telephone numbers inside words that people typed: mobile ones, and land lines with their area code, in the spellings that
/// people use. Numbers of cases and work orders, VINs, days, and longer or shorter rows of digits are none.
/// </summary>
public static partial class NumbersInWords
{
    /// <summary>Fewer digits hold no number with its area.</summary>
    private const int Least = 10;

    private const int Hidden = 4;

    /// <summary>The words with the middle of each number hidden (138****8000) and everything else as typed; what nobody sees between digits hides none.</summary>
    public static string Masked(string words)
    {
        if (words.Count(c => char.IsDigit(c) || PhoneShape.IsNumeral(c)) < Least)
        {
            return words;
        }

        var seen = Enumerable.Range(0, words.Length).Where(at => !PhoneShape.IsUnseen(words[at])).ToList();
        var plain = PhoneShape.Digits(string.Concat(seen.Select(at => words[at])));
        var masked = Plain(plain);
        if (masked == plain)
        {
            return words;
        }

        var shown = words.ToCharArray();
        for (var at = 0; at < plain.Length; at++)
        {
            shown[seen[at]] = masked[at] == plain[at] ? shown[seen[at]] : masked[at];
        }

        return new(shown);
    }

    private static string Plain(string words)
    {
        while (words.Count(char.IsDigit) >= Least && Once(words) is var masked && masked != words)
        {
            words = masked;
        }

        return words;
    }

    /// <summary>From the left to the right; what is left of a number may make one with the digits behind it, so it is looked on from there.</summary>
    private static string Once(string words)
    {
        for (var at = 0; Number().Match(words, at) is { Success: true } found;)
        {
            var (before, after) = (words[..found.Index], words[(found.Index + found.Length)..]);
            var masked = found.Groups["other"].Success ? found.Value : Middle(found.Value);
            (words, at) = (before + masked + after, masked == found.Value ? found.Index + found.Length : found.Index + masked.LastIndexOf('*') + 1);
        }

        return words;
    }

    /// <summary>Of the last eight digits the first four.</summary>
    private static string Middle(string number)
    {
        var left = number.Count(char.IsDigit);
        return string.Concat(number.Select(c => char.IsDigit(c) && left-- is > Hidden and <= 2 * Hidden ? '*' : c));
    }

    [GeneratedRegex(@"(?<other>\b(?:SC|WO)-\d{8}-\d+|(?<![A-Za-z0-9])(?=[0-9]*[A-HJ-NPR-Z])(?![A-Z0-9]*1[3-9][0-9]{9}(?![0-9]))[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9]))|(?<!\d)(?:" + PhoneShape.Mobile + "|" + PhoneShape.LandLine + @")(?!\d)")]
    private static partial Regex Number();
}
