using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Core.Reports.Excel;
using AfterSales.Tests.Support;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;

namespace AfterSales.Tests.Reports.Excel;

/// <summary>What people typed stands in a workbook as typed: never a formula, never another character.</summary>
public sealed partial class TableSheetTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+86 138 0000 0000")]
    [InlineData("-5")]
    [InlineData("'quoted")]
    [InlineData("00123")]
    [InlineData("1E5")]
    [InlineData("_x0041_")]
    [InlineData("a_x000D_b_X0041_")]
    [InlineData("😀 \u200f\u202eאב <script>alert(1)</script> & 中")]
    [InlineData("a\tb\nc")]
    [InlineData(" edge ")]
    public void A_text_stands_as_typed(string typed)
    {
        using var book = new XLWorkbook();
        TableSheet.Add(book, "文本", ["标题"], [new SheetColumn<string>("列", 20, (cell, text) => cell.Text(text))], [typed], "");

        var file = new MemoryStream(TableSheet.Save(book));
        using var document = SpreadsheetDocument.Open(file, false);
        using var read = new XLWorkbook(file);
        var cell = read.Worksheet(1).Cell(3, 1);

        Assert.Equal((XLDataType.Text, false), (cell.DataType, cell.HasFormula));
        Assert.Contains(typed, document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Select(text => Read(text.InnerText)));
    }

    /// <summary>Another program than Excel reads what stands there: the character, not its two escaped halves.</summary>
    [Theory]
    [InlineData("换挡困难 😀")]
    [InlineData("𠮷田电缆")]
    public void A_character_of_two_halves_stands_as_itself(string typed)
    {
        using var book = new XLWorkbook();
        TableSheet.Add(book, "文本", ["标题"], [new SheetColumn<string>("列", 20, (cell, text) => cell.Text(text))], [typed], "");

        using var document = SpreadsheetDocument.Open(new MemoryStream(TableSheet.Save(book)), false);

        Assert.Contains(typed, document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Select(text => text.InnerText));
    }

    /// <summary>A program that trusts what a sheet says of its size reads no blank row for a record.</summary>
    [Theory]
    [InlineData(0, "A1:B3")]
    [InlineData(1, "A1:B4")]
    [InlineData(9, "A1:B12")]
    public void A_sheet_says_that_it_is_as_large_as_its_cells_are(int rows, string there)
    {
        using var book = new XLWorkbook();
        TableSheet.Add(book, "表", ["标题", "截至"], [new SheetColumn<int>("列", 20, (c, n) => c.Number(n, "0")), new SheetColumn<int>("列二", 20, (c, n) => c.Text("x"))], Enumerable.Range(1, rows), "");

        Assert.Equal(new Extent(there, there.Replace("A1", "A3", StringComparison.Ordinal), there), Assert.Single(Extent.Of(TableSheet.Save(book))));
    }

    /// <summary>ECMA-376, ST_Xstring: "_xHHHH_" is the character of that number, "_x005F_" the underscore. ClosedXML's own reader takes the second for nothing.</summary>
    private static string Read(string written) => Escaped().Replace(written, m => ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    [Fact]
    public void What_is_longer_than_a_cell_is_cut_between_characters()
    {
        var text = CellText.Of(string.Concat(Enumerable.Repeat("😀", CellText.Most)));

        Assert.InRange(text.Length, CellText.Most - 1, CellText.Most);
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
    }
}
