namespace AfterSales.Core.Reports.Excel;

/// <summary>Text as a cell can hold it: shown as typed, cut where it is longer than a cell. A workbook reads "_x0041_" as "A"; the library writes the escape that keeps it.</summary>
public static class CellText
{
    /// <summary>Longest text of a cell, in UTF-16 units.</summary>
    public const int Most = 32_767;

    /// <summary>The text to write.</summary>
    public static string Of(string? text) => text is null || text.Length <= Most ? text ?? "" : text[..(char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1)] + "…";
}
