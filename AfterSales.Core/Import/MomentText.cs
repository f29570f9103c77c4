using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>Days and times written as text: 2026-11-24 10:05, 2026/11/24 10:05:30, 2026.11.24, 2026年11月24日 10时5分, 20261124.</summary>
internal static partial class MomentText
{
    /// <summary>The local time; null for what is none. An hour beyond 23 is none, nor is 30 February.</summary>
    public static DateTime? Parse(string text)
    {
        var plain = TextRule.Compatible(text).Trim();
        var parts = Written().Match(plain) is { Success: true } written ? written : Compact().Match(plain);
        if (!parts.Success)
        {
            return null;
        }

        int Of(string name) => parts.Groups[name].Success ? int.Parse(parts.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day, hour, minute, second) = (Of("y"), Of("m"), Of("d"), Of("h"), Of("i"), Of("s"));
        if (year is < 1 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var fraction = parts.Groups["f"].Success ? int.Parse(parts.Groups["f"].Value.PadRight(3, '0')[..3], CultureInfo.InvariantCulture) : 0;
        return new DateTime(year, month, day, hour, minute, second, fraction, DateTimeKind.Unspecified);
    }

    [GeneratedRegex(@"^(?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日]?(?:[T\s]*(?<h>\d{1,2})\s*[:时点]\s*(?:(?<i>\d{1,2})(?:\s*[:分]\s*(?<s>\d{1,2})(?:\.(?<f>\d{1,7}))?)?)?\s*[分秒]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:\s*(?<h>\d\d):?(?<i>\d\d)(?::?(?<s>\d\d))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();
}
