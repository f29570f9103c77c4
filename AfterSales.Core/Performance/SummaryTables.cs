using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>The tables and charts of the PDF summary.</summary>
internal sealed class SummaryTables(Texts texts, FigureShown figures, SummaryWords words, PerformanceReport report)
{
    /// <summary>Trend charts in a row.</summary>
    public const int ChartsBeside = 3;

    private const FigureKey LongestName = FigureKey.K5;
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

    /// <summary>A row of trend charts, the last one perhaps not full.</summary>
    public void Trends(RowDescriptor row, FigureKey[] keys)
    {
        row.Spacing(10);
        foreach (var key in keys)
        {
            row.RelativeItem().Column(column =>
            {
                column.Item().Text($"{key} {figures.Name(key)}").Bold().FontSize(8.5f);
                column.Item().LineChart(Chart(key), 67);
            });
        }

        for (var i = keys.Length; i < ChartsBeside; i++)
        {
            row.RelativeItem().Text("");
        }
    }

    /// <summary>Groups by the figures that compare them.</summary>
    public void Groups(TableDescriptor table, Dimension dimension, IReadOnlyList<FigureGroup> groups)
    {
        var keys = SummaryChoice.Compared(dimension);
        table.RelativeColumn(1.2f);
        foreach (var key in keys)
        {
            table.RelativeColumn(key.IsDuration() ? 1.25f : key == LongestName ? 1.2f : 1);
        }

        table.Header(head =>
        {
            Heads(head, [texts.Of(dimension)], right: false);
            Heads(head, keys.Select(k => $"{k}\n{figures.Name(k)}"), right: true);
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

        column.Item(keepWithNext: true).Text(words.BrokenOf);
        foreach (var reasons in words.Reasons)
        {
            column.Item(keepWithNext: true).Text(reasons).FontColor(Palette.Muted);
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
                t.Span(words.Score(said)).Bold();
                t.Span($"  {said.Customer} · {said.Number}  ").FontColor(Palette.Muted);
                t.Span(words.Said(said));
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
        foreach (var share in new[] { 1.5f, 2.3f, 1.1f, 0.95f, 1.1f, 1.3f, 1.2f })
        {
            table.RelativeColumn(share);
        }

        table.Header(head => Heads(head, words.BrokenHeads, right: false));
        foreach (var text in report.Broken.SelectMany(words.Cells))
        {
            Cell(table).Text(text).FontSize(8);
        }
    }

    private LineChart Chart(FigureKey key)
    {
        var target = report.View[key].Target;
        return new([.. report.Trend.Months.Select(m => m.Period.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))], [.. report.Trend.Months.Select(m => SummaryWords.Drawn(key, m[key].Value))], v => SummaryWords.Axis(texts, key, v))
        {
            Target = SummaryWords.Drawn(key, target?.Value),
            TargetLabel = target is null ? "" : figures.Target(key, target),
            LowerIsBetter = !report.View[key].HigherIsBetter,
            Ceiling = key.IsDuration() ? null : 1,
        };
    }

    private static SkiaSharp.SKColor Ink(TargetState? state) => state switch { TargetState.Red => Palette.Late, TargetState.Amber => Palette.Risk, _ => Palette.Ink };

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
