using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AfterSales.Core.Reports.Excel;

/// <summary>A column of a table sheet: its head, its width in characters (a Chinese one counts two), how cells are written.</summary>
public sealed record SheetColumn<T>(string Head, double Width, Action<IXLCell, T> Write);

/// <summary>
/// A sheet that is one table: title lines, a head that stays on screen and on every printed page, a filter, typed cells,
/// an A4 print area one page wide. Widths are set by hand: measuring needs a library that Linux lacks.
/// </summary>
public static partial class TableSheet
{
    /// <summary>Adds the sheet; the head stands below the title lines.</summary>
    public static IXLWorksheet Add<T>(XLWorkbook book, string name, IReadOnlyList<string> title, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows, string footer, bool filter = true)
    {
        var sheet = book.AddWorksheet(name);
        sheet.Style.Font.FontName = "Microsoft YaHei";
        sheet.Style.Font.FontSize = 10;
        Title(sheet, title);
        var head = title.Count + 1;
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Cell(head, i + 1).SetValue(CellText.Of(columns[i].Head));
            sheet.Column(i + 1).Width = columns[i].Width;
        }

        var last = head;
        foreach (var row in rows)
        {
            last++;
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Write(sheet.Cell(last, i + 1), row);
            }
        }

        Dress(sheet, head, last, columns.Count, filter);
        Print(sheet, head, last, columns.Count, footer);
        return sheet;
    }

    /// <summary>
    /// The .xlsx. The library writes the rows that stand again on every page as relative ones ("3:3"), which other
    /// programs than Excel don't follow; they are made absolute. So are characters in two halves made whole.
    /// </summary>
    public static byte[] Save(XLWorkbook book)
    {
        using var file = new MemoryStream();
        book.SaveAs(file);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var name in document.WorkbookPart!.Workbook.Descendants<DefinedName>().Where(n => n.Name == "_xlnm.Print_Titles"))
            {
                name.Text = RelativeRows().Replace(name.Text, "!$$$1:$$$2");
            }

            foreach (var text in document.WorkbookPart.SharedStringTablePart?.SharedStringTable.Descendants<Text>() ?? [])
            {
                text.Text = WholeCharacters.Of(text.Text);
            }
        }

        return file.ToArray();
    }

    /// <summary>Text that stays text, whatever it begins with.</summary>
    public static void Text(this IXLCell cell, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            cell.SetValue(CellText.Of(text));
        }
    }

    /// <summary>A number in a format; none leaves the cell empty.</summary>
    public static void Number(this IXLCell cell, double? number, string format)
    {
        if (number is { } value)
        {
            cell.SetValue(value);
            cell.Style.NumberFormat.Format = format;
        }
    }

    /// <summary>Local wall time as a date cell; none leaves it empty.</summary>
    public static void At(this IXLCell cell, DateTime? local)
    {
        if (local is { } value)
        {
            // A cell counts days: whole minutes read back as themselves.
            cell.SetValue(value.AddTicks(-(value.Ticks % TimeSpan.TicksPerSecond)));
            cell.Style.NumberFormat.Format = "yyyy-mm-dd hh:mm";
        }
    }

    /// <summary>A day as a date cell.</summary>
    public static void Day(this IXLCell cell, DateOnly? day)
    {
        if (day is { } value)
        {
            cell.SetValue(value.ToDateTime(TimeOnly.MinValue));
            cell.Style.NumberFormat.Format = "yyyy-mm-dd";
        }
    }

    private static void Title(IXLWorksheet sheet, IReadOnlyList<string> title)
    {
        for (var i = 0; i < title.Count; i++)
        {
            sheet.Cell(i + 1, 1).SetValue(CellText.Of(title[i]));
            sheet.Cell(i + 1, 1).Style.Font.Bold = i == 0;
            sheet.Cell(i + 1, 1).Style.Font.FontSize = i == 0 ? 14 : 10;
        }
    }

    private static void Dress(IXLWorksheet sheet, int head, int last, int columns, bool filter)
    {
        var row = sheet.Range(head, 1, head, columns);
        row.Style.Font.Bold = true;
        row.Style.Fill.BackgroundColor = XLColor.FromHtml("#EEF0F3");
        row.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        row.Style.Alignment.WrapText = true;
        row.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        if (last > head)
        {
            sheet.Range(head + 1, 1, last, columns).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        }

        sheet.SheetView.FreezeRows(head);
        if (filter)
        {
            sheet.Range(head, 1, last, columns).SetAutoFilter();
        }
    }

    private static void Print(IXLWorksheet sheet, int head, int last, int columns, string footer)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.PrintAreas.Add(1, 1, last, columns);
        page.SetRowsToRepeatAtTop(head, head);
        page.FitToPages(1, 0);
        page.Footer.Center.AddText(footer);
    }

    [GeneratedRegex(@"!(\d+):(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeRows();
}
