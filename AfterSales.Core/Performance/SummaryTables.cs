using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>The tables and charts of the PDF summary.</summary>
internal sealed class SummaryTables(Texts texts, Shown shown, FigureShown figures, PerformanceReport report)
{
    private static readonly SkiaSharp.SKColor Rule = Palette.Rule;

    private string T(string key) => texts["Performance.Summary." + key];

    /// <summary>The figures against targets and the period before.</summary>
    public void Figures(TableDescriptor table)
    {
        table.ConstantColumn(28);
        table.RelativeColumn(3.2f);
        foreach (var share in new[] { 1.2f, 1.3f, 1.2f, 1.2f, 1.2f, 0.9f })
        {
            table.RelativeColumn(share);
        }

        table.Header(head =>
        {
            Heads(head, ["", texts["Performance.Column.Figure"]], right: false);
            Heads(head, [figures.Period(report.View.Period), texts["Performance.Column.Numbers"], texts["Performance.Column.Target"]], right: true);
            Heads(head, [texts["Performance.Column.State"]], right: false);
            Heads(head, [figures.Period(report.Trend.Previous.Period), T("Change")], right: true);
        });
        foreach (var line in report.View.Lines)
        {
            Line(table, line);
        }
    }

    /// <summary>Two trend charts beside each other.</summary>
    public void Trends(RowDescriptor row, FigureKey[] keys)
    {
        row.Spacing(14);
        foreach (var key in keys)
        {
            row.RelativeItem().Column(column =>
            {
                column.Item().Text($"{key} {figures.Name(key)}").Bold().FontSize(8.5f);
                column.Item().LineChart(Chart(key), 84);
            });
        }
    }

    /// <summary>Groups by the figures that compare them.</summary>
    public void Groups(TableDescriptor table, Dimension dimension, IReadOnlyList<FigureGroup> groups)
    {
        var keys = SummaryChoice.Compared(dimension);
        table.RelativeColumn(1.4f);
        foreach (var _ in keys)
        {
            table.RelativeColumn();
        }

        table.Header(head =>
        {
            Heads(head, [texts.Of(dimension)], right: false);
            Heads(head, keys.Select(k => $"{k} {figures.Name(k)}"), right: true);
        });
        foreach (var group in groups.Where(g => keys.Any(k => g[k].Denominator > 0)))
        {
            Cell(table).Text(report.View.Names.Of(dimension, group.Key, texts));
            foreach (var key in keys)
            {
                Group(Cell(table).AlignRight(), group[key]);
            }
        }
    }

    /// <summary>Reasons first, then the longest ones.</summary>
    public void Broken(ColumnDescriptor column)
    {
        if (report.BrokenCount == 0)
        {
            column.Item().Text(T("Nothing"));
            return;
        }

        column.Item().Text(texts["Performance.Summary.BrokenOf", report.BrokenCount, report.Broken.Count]);
        foreach (var kind in report.Reasons.GroupBy(r => r.Kind))
        {
            column.Item().Text($"{texts.Of(kind.Key)} {kind.Sum(r => r.Count)}: " + string.Join(" · ", kind.Select(r => $"{Reason(r.Reason)} {r.Count}"))).FontColor(Palette.Muted);
        }

        column.Item().Table(BrokenTable);
    }

    /// <summary>Customers' words with their score.</summary>
    public void Words(ColumnDescriptor column)
    {
        if (report.Words.Count == 0)
        {
            column.Item().Text(T("Nothing"));
            return;
        }

        foreach (var said in report.Words)
        {
            column.Item().BorderBottom(0.4f, Rule).PaddingBottom(3).Text(t =>
            {
                t.Span(said.Score is { } score ? texts["Performance.List.Score", score] : T("Verdict")).Bold();
                t.Span($"  {said.Customer} · {said.Number}  ").FontColor(Palette.Muted);
                t.Span(Cut(said.Words));
            });
        }
    }

    private void Line(TableDescriptor table, FigureLine line)
    {
        Cell(table).Text(line.Key.ToString()).FontColor(Palette.Muted);
        Cell(table).Text(t =>
        {
            t.Span(figures.Name(line.Key)).Bold();
            foreach (var aside in line.Asides.Select(figures.Aside).OfType<string>())
            {
                t.Span("\n" + aside).FontSize(7.5f).FontColor(Palette.Muted);
            }
        });
        Cell(table).AlignRight().Text(figures.Value(line.Key, line.Figure.Value)).Bold();
        Cell(table).AlignRight().Text($"{figures.Numerator(line.Figure)}/{line.Figure.Denominator}");
        Cell(table).AlignRight().Text(figures.Target(line.Key, line.Target));
        Cell(table).Text(SummaryChoice.Mark(line.State) + figures.State(line.State)).Bold(line.State == TargetState.Red).FontColor(Ink(line.State));
        var before = report.Trend.Previous[line.Key].Value;
        Cell(table).AlignRight().Text(figures.Value(line.Key, before));
        Cell(table).AlignRight().Text(SummaryChoice.Change(line.Key, line.Figure.Value, before));
    }

    private void Group(Container cell, Figure figure)
    {
        if (figure.Value is null)
        {
            cell.Text("—").FontColor(Palette.Muted);
            return;
        }

        var state = TargetRule.State(figure.Value, report.View[figure.Key].Target);
        cell.Text(t =>
        {
            t.Span(SummaryChoice.Mark(state) + figures.Value(figure.Key, figure.Value)).Bold(state == TargetState.Red).FontColor(Ink(state));
            t.Span($"\n{figures.Numerator(figure)}/{figure.Denominator}").FontSize(7).FontColor(Palette.Muted);
        });
    }

    private void BrokenTable(TableDescriptor table)
    {
        foreach (var share in new[] { 1.5f, 2.2f, 0.9f, 1f, 1.3f, 1.3f, 1.5f })
        {
            table.RelativeColumn(share);
        }

        table.Header(head => Heads(head, [texts["Performance.Sheet.Number"], texts["Performance.Sheet.Customer"], texts.Of(Dimension.Area), T("Promise"), texts["Performance.List.Due", ""].Trim(), T("LateBy"), T("Reason")], right: false));
        foreach (var b in report.Broken)
        {
            string[] cells =
            [
                b.Number, b.Customer, report.View.Names.Of(Dimension.Area, b.Area, texts), texts.Of(b.Kind), shown.ShortAt(b.Due),
                shown.Duration(b.Late) + (b.Given is null ? " " + T("Open") : ""), Reason(b.Reason),
            ];
            foreach (var text in cells)
            {
                Cell(table).Text(text).FontSize(8);
            }
        }
    }

    private LineChart Chart(FigureKey key)
    {
        var target = report.View[key].Target;
        return new([.. report.Trend.Months.Select(m => m.Period.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))], [.. report.Trend.Months.Select(m => m[key].Value)], v => Axis(key, v))
        {
            Target = target?.Value,
            TargetLabel = target is null ? "" : figures.Target(key, target),
            LowerIsBetter = !report.View[key].HigherIsBetter,
            Ceiling = key.IsDuration() ? null : 1,
        };
    }

    private static string Axis(FigureKey key, double value) =>
        (key.IsDuration() ? value / 60 : value * 100).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + (key.IsDuration() ? " h" : " %");

    private string Reason(string? code) => code is null ? T("NoReason") : report.View.Names.Book.Name(TermKind.LateReason, code, texts.Culture.Name);

    private static SkiaSharp.SKColor Ink(TargetState? state) => state switch { TargetState.Red => Palette.Late, TargetState.Amber => Palette.Risk, _ => Palette.Ink };

    private static string Cut(string words) => words.Length <= 300 ? words : words[..(char.IsHighSurrogate(words[299]) ? 299 : 300)] + "…";

    private static Container Cell(TableDescriptor table) => table.Cell().BorderBottom(0.4f, Rule).Padding(3, 2.5f);

    private static void Heads(TableCells head, IEnumerable<string> names, bool right)
    {
        foreach (var name in names)
        {
            var cell = head.Cell().Background(Palette.Shade).Padding(3, 3);
            (right ? cell.AlignRight() : cell).Text(name).Bold().FontSize(7.5f);
        }
    }
}
