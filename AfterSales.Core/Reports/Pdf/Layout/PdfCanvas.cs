using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// What blocks and charts draw on: the page as an <see cref="SKCanvas"/>, and text in the report faces. Every drawing
/// runs twice, first on a canvas that keeps nothing, to learn which characters the faces must hold.
/// </summary>
public sealed class PdfCanvas : IDisposable
{
    private readonly DocumentFonts fonts;
    private readonly SKPaint ink = new() { IsAntialias = true };

    internal PdfCanvas(SKCanvas canvas, DocumentFonts fonts) => (Canvas, this.fonts) = (canvas, fonts);

    /// <summary>The page itself, in points, for lines, shapes and paths. Text goes through <see cref="Text"/>.</summary>
    public SKCanvas Canvas { get; }

    /// <summary>Width of a line of text in points.</summary>
    public static float Measure(string text, TextStyle style) =>
        PrintableText.Of(text).EnumerateRunes().Sum(rune => style.Face.Advance(rune.Value)) * style.Size;

    /// <summary>One line of text; <paramref name="x"/> is its left edge, middle or right edge by the style's align.</summary>
    public void Text(string text, float x, float baseline, TextStyle style)
    {
        var line = PrintableText.Of(text).Replace('\n', ' ');
        var shift = style.Align switch { TextAlign.Right => 1f, TextAlign.Center => 0.5f, _ => 0f };
        Run(line, x - shift * Measure(line, style), baseline, style);
    }

    /// <summary>A filled rectangle.</summary>
    public void Fill(SKRect area, SKColor color)
    {
        ink.Style = SKPaintStyle.Fill;
        ink.Color = color;
        Canvas.DrawRect(area, ink);
    }

    /// <summary>A filled dot with an outline; a hollow one has the paper's white inside.</summary>
    public void Dot(SKPoint centre, float radius, SKColor color, bool hollow = false)
    {
        ink.Style = SKPaintStyle.Fill;
        ink.Color = hollow ? SKColors.White : color;
        Canvas.DrawCircle(centre, radius, ink);
        ink.Style = SKPaintStyle.Stroke;
        ink.StrokeWidth = 1;
        ink.Color = color;
        Canvas.DrawCircle(centre, radius, ink);
    }

    /// <summary>A straight line, dashed if asked.</summary>
    public void Line(SKPoint from, SKPoint to, float width, SKColor color, bool dashed = false)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([3, 2], 0) : null;
        ink.Style = SKPaintStyle.Stroke;
        ink.StrokeWidth = width;
        ink.Color = color;
        ink.PathEffect = dash;
        Canvas.DrawLine(from, to, ink);
        ink.PathEffect = null;
    }

    public void Dispose() => ink.Dispose();

    /// <summary>Text that is already printable, at its left edge.</summary>
    internal void Run(string text, float left, float baseline, TextStyle style)
    {
        if (fonts.Learning)
        {
            fonts.Learn(text, style);
            return;
        }
        ink.Style = SKPaintStyle.Fill;
        ink.Color = style.Color;
        Canvas.DrawText(text, left, baseline, SKTextAlign.Left, fonts.At(style), ink);
    }
}
