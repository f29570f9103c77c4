using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>One bar: its name, its length, what is written behind it, and the period before as a mark.</summary>
public sealed record Bar(string Label, double? Value, string Shown, double? Before = null);

/// <summary>
/// Areas, engineers or symptoms beside each other, drawn in vectors and readable in grey: a bar for this period, a
/// hollow diamond for the one before, a dashed line for the target.
/// </summary>
public sealed class BarChart(IReadOnlyList<Bar> bars)
{
    private const float RowHeight = 17;
    private static readonly TextStyle Name = new() { Size = 8.5f };
    private static readonly TextStyle Number = new() { Size = 8.5f, Bold = true };

    public double? Target { get; init; }

    /// <summary>The end of the axis; without it the longest bar fills the width.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Points that the chart wants in height.</summary>
    public float Height => bars.Count * RowHeight + 4;

    public void Draw(PdfCanvas page, SKSize size)
    {
        if (bars.Count == 0)
            return;
        var names = Math.Min(size.Width * 0.35f, bars.Max(bar => PdfCanvas.Measure(bar.Label, Name)) + 8);
        var numbers = bars.Max(bar => PdfCanvas.Measure(bar.Shown, Number)) + 8;
        var end = Ceiling ?? Longest();
        var plot = new SKRect(names, 2, size.Width - numbers, 2 + bars.Count * RowHeight);
        for (var i = 0; i < bars.Count; i++)
            DrawBar(page, plot, bars[i], plot.Top + i * RowHeight, end);
        page.Line(new(plot.Left, plot.Top), new(plot.Left, plot.Bottom), 0.6f, Palette.Muted);
        if (Target is { } target)
            page.Line(
                new(At(plot, target, end), plot.Top), new(At(plot, target, end), plot.Bottom), 0.9f, Palette.Ink, true);
    }

    private double Longest()
    {
        var all = bars.SelectMany(bar => new[] { bar.Value, bar.Before }).Append(Target).OfType<double>();
        return Math.Max(1e-9, all.DefaultIfEmpty(1).Max());
    }

    private static float At(SKRect plot, double value, double end) =>
        plot.Left + plot.Width * (float)Math.Clamp(value / end, 0, 1);

    private static void DrawBar(PdfCanvas page, SKRect plot, Bar bar, float top, double end)
    {
        var baseline = top + RowHeight / 2 + 3;
        page.Text(Shorten(bar.Label, plot.Left - 8), plot.Left - 6, baseline, Name with { Align = TextAlign.Right });
        page.Text(bar.Shown, plot.Right + 6, baseline, Number);
        if (bar.Value is { } value)
            page.Fill(SKRect.Create(plot.Left, top + 4, At(plot, value, end) - plot.Left, RowHeight - 8), Palette.Accent);
        if (bar.Before is { } before)
            DrawDiamond(page, new SKPoint(At(plot, before, end), top + RowHeight / 2));
    }

    private static string Shorten(string label, float room)
    {
        var runes = label.EnumerateRunes().ToList();
        var cut = runes.Count;
        while (cut > 1 && PdfCanvas.Measure(Text(cut), Name) > room)
            cut--;
        return Text(cut);

        string Text(int count) => count == runes.Count ? label : string.Concat(runes.Take(count)) + "…";
    }

    private static void DrawDiamond(PdfCanvas page, SKPoint centre)
    {
        using var path = new SKPath();
        path.AddPoly([new(centre.X, centre.Y - 4), new(centre.X + 4, centre.Y), new(centre.X, centre.Y + 4), new(centre.X - 4, centre.Y)]);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White };
        page.Canvas.DrawPath(path, paint);
        paint.Color = Palette.Ink;
        paint.Style = SKPaintStyle.Stroke;
        page.Canvas.DrawPath(path, paint);
    }
}
