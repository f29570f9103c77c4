using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>Where lines stand in their width.</summary>
public enum TextAlign
{
    Left,
    Center,
    Right,
}

/// <summary>How text is set: size in points, line height as a multiple of the size.</summary>
public sealed record TextStyle
{
    public float Size { get; init; } = 9.5f;

    public bool Bold { get; init; }

    public SKColor Color { get; init; } = Palette.Ink;

    public float LineHeight { get; init; } = 1.5f;

    public TextAlign Align { get; init; }

    internal ReportFace Face => Bold ? ReportFace.Bold : ReportFace.Regular;
}

/// <summary>
/// The colours of the house on paper. Each keeps its meaning in grey, because a word or a shape always says it too.
/// </summary>
public static class Palette
{
    public static SKColor Ink { get; } = new(0x1C, 0x24, 0x30);

    public static SKColor Muted { get; } = new(0x5A, 0x66, 0x75);

    public static SKColor Rule { get; } = new(0xC3, 0xC9, 0xD1);

    public static SKColor Shade { get; } = new(0xF1, 0xF3, 0xF6);

    public static SKColor Accent { get; } = new(0x1B, 0x4F, 0xA0);

    public static SKColor Good { get; } = new(0x1A, 0x7F, 0x4B);

    public static SKColor Risk { get; } = new(0x9A, 0x67, 0x00);

    public static SKColor Late { get; } = new(0xC6, 0x28, 0x28);
}
