using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// A figure over its months against its target, drawn in vectors and readable in grey: a full dot met the target, a
/// hollow one missed it, the last one carries its value. A month without a value breaks the line.
/// </summary>
public sealed class LineChart(IReadOnlyList<string> labels, IReadOnlyList<double?> values, Func<double, string> format)
{
    private const float AxisWidth = 34;
    private const float LabelRoom = 11;
    private const float LabelHeight = 16;
    private const float TopSpace = 14;
    private static readonly TextStyle Value = new() { Size = 8.5f, Bold = true };
    private static readonly TextStyle Small = new() { Size = 7.5f, Color = Palette.Muted };

    public double? Target { get; init; }

    /// <summary>The target in words, at the left above the plot, where no value's label stands: "≥ 95 %".</summary>
    public string TargetLabel { get; init; } = "";

    public bool LowerIsBetter { get; init; }

    /// <summary>The axis never goes below or above what the figure can be (a share: 0 and 1).</summary>
    public double? Floor { get; init; } = 0;

    public double? Ceiling { get; init; }

    public void Draw(PdfCanvas page, SKSize size)
    {
        var known = values.OfType<double>();
        var scale = ChartScale.Over(Target is { } target ? known.Append(target) : known, Floor, Ceiling);
        var room = known.Any() ? PdfCanvas.Measure(format(known.Last()), Value) + 6 : 12;
        var plot = new SKRect(AxisWidth, TopSpace, size.Width - room, size.Height - LabelHeight);
        DrawAxis(page, plot, scale);
        DrawTarget(page, plot, scale);
        var points = values.Select((value, i) => value is { } v ? At(plot, scale, i, v) : (SKPoint?)null).ToList();
        for (var i = 1; i < points.Count; i++)
            if (points[i - 1] is { } from && points[i] is { } to)
                page.Line(from, to, 1.4f, Palette.Accent);
        for (var i = 0; i < points.Count; i++)
            if (points[i] is { } point)
                page.Dot(point, 2.2f, Palette.Accent, hollow: Misses(values[i]!.Value));
        DrawLast(page, plot, points);
    }

    private SKPoint At(SKRect plot, ChartScale scale, int month, double value)
    {
        var step = plot.Width / Math.Max(1, values.Count);
        return new(plot.Left + step * (month + 0.5f), plot.Bottom - plot.Height * scale.Share(value));
    }

    private bool Misses(double value) => Target is { } target && (LowerIsBetter ? value > target : value < target);

    private void DrawAxis(PdfCanvas page, SKRect plot, ChartScale scale)
    {
        foreach (var mark in scale.Marks())
        {
            var y = plot.Bottom - plot.Height * scale.Share(mark);
            page.Line(new(plot.Left, y), new(plot.Right, y), 0.4f, Palette.Rule);
            page.Text(format(mark), plot.Left - 5, y + 2.6f, Small with { Align = TextAlign.Right });
        }
        var every = plot.Width / Math.Max(1, labels.Count) < LabelRoom ? 2 : 1;
        for (var i = (labels.Count - 1) % every; i < labels.Count; i += every)
            page.Text(labels[i], At(plot, scale, i, scale.From).X, plot.Bottom + 12, Small with { Align = TextAlign.Center });
    }

    private void DrawTarget(PdfCanvas page, SKRect plot, ChartScale scale)
    {
        if (Target is not { } target)
            return;
        var y = plot.Bottom - plot.Height * scale.Share(target);
        page.Line(new(plot.Left, y), new(plot.Right, y), 0.9f, Palette.Ink, dashed: true);
        page.Line(new(plot.Left, TopSpace - 8.6f), new(plot.Left + 16, TopSpace - 8.6f), 0.9f, Palette.Ink, dashed: true);
        page.Text(TargetLabel, plot.Left + 20, TopSpace - 6, Small with { Color = Palette.Ink });
    }

    /// <summary>The last value: this month's right of the plot, where it covers neither line nor axis, an older one beside its dot.</summary>
    private void DrawLast(PdfCanvas page, SKRect plot, List<SKPoint?> points)
    {
        var last = points.FindLastIndex(point => point is not null);
        if (last < 0)
            return;
        var dot = points[last]!.Value;
        page.Text(format(values[last]!.Value), last == points.Count - 1 ? plot.Right + 3 : dot.X + 5, dot.Y + 3, Value);
    }
}
