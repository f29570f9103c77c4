using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// A figure over its months against its target, drawn in vectors and readable in grey: a full dot met the target, a
/// hollow one missed it, the last one carries its value. A month without a value breaks the line.
/// </summary>
public sealed class LineChart(IReadOnlyList<string> labels, IReadOnlyList<double?> values, Func<double, string> format)
{
    private const float AxisWidth = 40;
    private const float LabelHeight = 16;
    private const float TopSpace = 14;
    private static readonly TextStyle Small = new() { Size = 7.5f, Color = Palette.Muted };

    public double? Target { get; init; }

    /// <summary>The target in words, written on its line at the right: "目标 ≥ 95 %".</summary>
    public string TargetLabel { get; init; } = "";

    public bool LowerIsBetter { get; init; }

    /// <summary>The axis never goes below or above what the figure can be (a share: 0 and 1).</summary>
    public double? Floor { get; init; } = 0;

    public double? Ceiling { get; init; }

    public void Draw(PdfCanvas page, SKSize size)
    {
        var known = values.OfType<double>();
        var scale = ChartScale.Over(Target is { } target ? known.Append(target) : known, Floor, Ceiling);
        var plot = new SKRect(AxisWidth, TopSpace, size.Width - 12, size.Height - LabelHeight);
        DrawAxis(page, plot, scale);
        DrawTarget(page, plot, scale);
        var points = values.Select((value, i) => value is { } v ? At(plot, scale, i, v) : (SKPoint?)null).ToList();
        for (var i = 1; i < points.Count; i++)
            if (points[i - 1] is { } from && points[i] is { } to)
                page.Line(from, to, 1.4f, Palette.Accent);
        for (var i = 0; i < points.Count; i++)
            if (points[i] is { } point)
                page.Dot(point, 2.2f, Palette.Accent, hollow: Misses(values[i]!.Value));
        DrawLast(page, points);
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
        for (var i = 0; i < labels.Count; i++)
            page.Text(labels[i], At(plot, scale, i, scale.From).X, plot.Bottom + 12, Small with { Align = TextAlign.Center });
    }

    private void DrawTarget(PdfCanvas page, SKRect plot, ChartScale scale)
    {
        if (Target is not { } target)
            return;
        var y = plot.Bottom - plot.Height * scale.Share(target);
        page.Line(new(plot.Left, y), new(plot.Right, y), 0.9f, Palette.Ink, dashed: true);
        page.Text(TargetLabel, plot.Right, TopSpace - 6, Small with { Align = TextAlign.Right, Color = Palette.Ink });
        var width = PdfCanvas.Measure(TargetLabel, Small);
        page.Line(
            new(plot.Right - width - 20, TopSpace - 8.6f), new(plot.Right - width - 4, TopSpace - 8.6f),
            0.9f, Palette.Ink, dashed: true);
    }

    private void DrawLast(PdfCanvas page, List<SKPoint?> points)
    {
        var last = points.FindLastIndex(point => point is not null);
        if (last < 0)
            return;
        var point = points[last]!.Value;
        var falling = last > 0 && points[last - 1] is { } before && before.Y < point.Y;
        var style = new TextStyle { Size = 8.5f, Bold = true, Align = TextAlign.Center };
        var shown = format(values[last]!.Value);
        var baseline = point.Y + (falling ? 12.5f : -6);
        var width = PdfCanvas.Measure(shown, style) + 4;
        page.Fill(SKRect.Create(point.X - width / 2, baseline - 7.5f, width, 9.5f), SKColors.White);
        page.Text(shown, point.X, baseline, style);
    }
}
