using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Shared;
using ClosedXML.Excel;

namespace AfterSales.Core.Performance;

/// <summary>The workbook of a period: summary with trend, by area, by engineer, counted cases and customers, definitions.</summary>
public sealed class PerformanceSheet(Texts texts, TimeZoneInfo zone)
{
    private readonly Shown shown = new(texts, zone);
    private readonly FigureShown figures = new(texts, new Shown(texts, zone));

    /// <summary>The .xlsx.</summary>
    public byte[] Write(PerformanceReport report)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = Titles(report, "Summary")[0];
        Summary(book, report);
        Groups(book, report, "ByArea", Dimension.Area, report.View.Groups);
        Groups(book, report, "ByEngineer", Dimension.Engineer, report.Engineers);
        TableSheet.Add(book, T("Cases"), Titles(report, "Cases"), new CaseColumns(texts, zone, report.View).All, report.Cases, Footer);
        Customers(book, report);
        Definitions(book, report);
        return TableSheet.Save(book);
    }

    private string Footer => texts["Performance.Sheet.Page"];

    private string T(string key) => texts["Performance.Sheet." + key];

    private string[] Titles(PerformanceReport report, string sheet) =>
    [
        $"{texts["Performance.Title"]} · {figures.Period(report.View.Period)} · {T(sheet)}",
        texts["Performance.Sheet.Cutoff", shown.At(report.View.Cutoff)],
    ];

    private void Summary(XLWorkbook book, PerformanceReport report)
    {
        var columns = new List<SheetColumn<FigureLine>>
        {
            new(T("Key"), 6, (c, l) => c.Text(l.Key.ToString())),
            new(T("Figure"), 20, (c, l) => c.Text(figures.Name(l.Key))),
            new(T("Numerator"), 9, (c, l) => Numerator(c, l.Figure)),
            new(T("Denominator"), 9, (c, l) => c.Number(l.Figure.Denominator, "#,##0")),
            new(T("Value"), 9, (c, l) => Value(c, l.Key, l.Figure.Value)),
            new(T("Target"), 9, (c, l) => Value(c, l.Key, l.Target?.Value)),
            new(T("Direction"), 10, (c, l) => c.Text(texts[l.HigherIsBetter ? "Performance.HigherIsBetter" : "Performance.LowerIsBetter"])),
            new(T("State"), 9, (c, l) => State(c, l.State)),
            new(T("Previous"), 9, (c, l) => Value(c, l.Key, report.Trend.Previous[l.Key].Value)),
            new(T("Beside"), 54, (c, l) => c.Text(string.Join(" · ", l.Asides.Select(figures.Aside).OfType<string>()))),
        };
        columns.AddRange(report.Trend.Months.Select(m => new SheetColumn<FigureLine>(m.Period.Name, 8.5, (c, l) => Value(c, l.Key, m[l.Key].Value))));
        var sheet = TableSheet.Add(book, T("Summary"), Titles(report, "Summary"), columns, report.View.Lines, Footer);
        sheet.SheetView.Freeze(3, 2);
        sheet.Column(10).Style.Alignment.WrapText = true;
    }

    private void Groups(XLWorkbook book, PerformanceReport report, string name, Dimension dimension, IReadOnlyList<FigureGroup> groups)
    {
        var rows = from line in report.View.Lines
                   from g in groups
                   let figure = g[line.Key]
                   where figure.Denominator > 0
                   select (Line: line, Name: report.View.Names.Of(dimension, g.Key, texts), Figure: figure);
        TableSheet.Add<(FigureLine Line, string Name, Figure Figure)>(book, T(name), Titles(report, name),
        [
            new(T("Key"), 6, (c, r) => c.Text(r.Line.Key.ToString())),
            new(T("Figure"), 24, (c, r) => c.Text(figures.Name(r.Line.Key))),
            new(texts.Of(dimension), 20, (c, r) => c.Text(r.Name)),
            new(T("Numerator"), 11, (c, r) => Numerator(c, r.Figure)),
            new(T("Denominator"), 11, (c, r) => c.Number(r.Figure.Denominator, "#,##0")),
            new(T("Value"), 11, (c, r) => Value(c, r.Line.Key, r.Figure.Value)),
            new(T("Target"), 11, (c, r) => Value(c, r.Line.Key, r.Line.Target?.Value)),
            new(T("State"), 10, (c, r) => State(c, TargetRule.State(r.Figure.Value, r.Line.Target))),
        ], rows, Footer);
    }

    private void Customers(XLWorkbook book, PerformanceReport report) =>
        TableSheet.Add<CountedRow>(book, T("Customers"), Titles(report, "Customers"),
        [
            new(T("CustomerCode"), 14, (c, r) => c.Text(r.Number)),
            new(T("Customer"), 32, (c, r) => c.Text(r.Customer)),
            new(texts.Of(Dimension.Area), 14, (c, r) => c.Text(report.View.Names.Of(Dimension.Area, r.Item.Customer!.Area, texts))),
            new(T("ContactOn"), 14, (c, r) => c.Day(r.Item.Customer!.FirstContactOn)),
            new(T("FiledOn"), 14, (c, r) => c.Day(r.Item.Customer!.FiledOn)),
            new("K9", 6, (c, r) => c.Number(r.Item.Amount, "0")),
        ], report.Customers, Footer);

    private void Definitions(XLWorkbook book, PerformanceReport report)
    {
        var sheet = TableSheet.Add<FigureLine>(book, T("Definitions"), Titles(report, "Definitions"),
        [
            new(T("Key"), 6, (c, l) => c.Text(l.Key.ToString())),
            new(T("Figure"), 24, (c, l) => c.Text(figures.Name(l.Key))),
            new(T("Formula"), 90, (c, l) => c.Text(figures.Formula(l.Key))),
            new(T("Target"), 14, (c, l) => c.Text(figures.Target(l.Key, l.Target))),
            new(T("Direction"), 12, (c, l) => c.Text(texts[l.HigherIsBetter ? "Performance.HigherIsBetter" : "Performance.LowerIsBetter"])),
        ], report.View.Lines, Footer, filter: false);
        sheet.Column(3).Style.Alignment.WrapText = true;
        var row = sheet.LastRowUsed().RowNumber() + 2;
        sheet.Cell(row, 2).Text(T("General"));
        sheet.Cell(row, 3).Text(T("GeneralRules"));
        sheet.PageSetup.PrintAreas.Clear();
        sheet.PageSetup.PrintAreas.Add(1, 1, row, 5);
    }

    /// <summary>K12 in hours, so that the value is its numerator through its denominator in the sheet too.</summary>
    private void Numerator(IXLCell cell, Figure figure) =>
        cell.Number(figure.Key.IsDuration() ? figure.Numerator / 60 : figure.Numerator, figure.Key.IsDuration() ? "#,##0.0" : "#,##0");

    /// <summary>Apart from the number before it.</summary>
    private void State(IXLCell cell, TargetState? state)
    {
        cell.Text(figures.State(state));
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
    }

    /// <summary>Without a denominator the cell is empty: a mark in words would sort and filter among the numbers.</summary>
    private void Value(IXLCell cell, FigureKey key, double? value)
    {
        cell.Number(key.IsDuration() ? value / 60 : value, key.IsDuration() ? $"#,##0.0\" {T("HourUnit")}\"" : "0.0%");
    }
}
