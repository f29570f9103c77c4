using System.Text.RegularExpressions;

namespace AfterSales.Core.Reports.Excel;

/// <summary>
/// Text as a cell can hold it: shown as typed. A workbook reads "_x0041_" as "A", so the underscore before it is
/// escaped; what is longer than a cell is cut.
/// </summary>
public static partial class CellText
{
    /// <summary>Longest text of a cell, in UTF-16 units.</summary>
    public const int Most = 32_767;

    /// <summary>The text to write.</summary>
    public static string Of(string? text)
    {
        var escaped = Escape().Replace(text ?? "", "_x005F_$1");
        return escaped.Length <= Most ? escaped : escaped[..(char.IsHighSurrogate(escaped[Most - 2]) ? Most - 2 : Most - 1)] + "…";
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
