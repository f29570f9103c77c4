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

    /// <summary>The words with the middle of each number hidden (138****8000) and everything else as typed.</summary>
    public static string Masked(string words)
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

    private const string Blank = @"[^\S\r\n]";
    private const string Gap = "(?:" + Blank + "?[-‐‑–—－.·/、]{1,2}" + Blank + "?|" + Blank + "{1,2})?";
    private const string Abroad = @"(?:[(（]?(?:[+＋]|[0０]{2})?[^\S\r\n]?[8８][6６][)）]?" + Gap + ")?";
    private const string One = "[0０]?[1１][3-9３-９]";

    /// <summary>As 3-4-4, 4-3-4, 4-4-3, 3-3-5, 5-6, or every digit by itself; the gaps may be left out.</summary>
    private const string Mobile = One + @"\d(?:" + Gap + @"(?:\d{4}" + Gap + @"\d{4}|\d{3}" + Gap + @"\d{5})|\d(?:" + Gap + @"(?:\d{3}" + Gap + @"\d{4}|\d{4}" + Gap + @"\d{3})|\d" + Gap + @"\d{6}))"
        + @"|[1１](?<gap>[-–—－.·/]|[^\S\r\n]{1,2})[3-9３-９](?:\k<gap>\d){9}";

    /// <summary>The area's code, with a country's without its 0, and seven or eight digits.</summary>
    private const string LandLine = @"[(（]?(?:[0０](?:[1１][0０]|[2２]\d)[)）]?" + Gap + @"[2-9２-９]\d{3}" + Gap + @"\d{4}|[0０][3-9３-９]\d{2}[)）]?" + Gap + @"[2-9２-９]\d{2}(?:" + Gap + @"\d{4}|\d" + Gap + @"\d{4}))";

    private const string FromAbroad = @"[(（]?(?:[+＋]|[0０]{2})[^\S\r\n]?[8８][6６][)）]?" + Gap + @"(?:[(（][0０][)）]" + Gap + @")?(?:[1１][0０]|[2２]\d|[3-9３-９]\d{2})" + Gap + @"[2-9２-９]\d{2}\d?" + Gap + @"\d{4}";

    [GeneratedRegex(@"(?<other>\b(?:SC|WO)-\d{8}-\d+|(?<![A-Za-z0-9])(?=[0-9]*[A-HJ-NPR-Z])(?![A-Z0-9]*1[3-9][0-9]{9}(?![0-9]))[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9]))|(?<!\d)(?:" + Abroad + "(?:" + Mobile + ")|" + LandLine + "|" + FromAbroad + @")(?!\d)")]
    private static partial Regex Number();
}
