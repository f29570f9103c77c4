using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>The two faces of one document: first they learn its characters, then they are cut to them and draw.</summary>
internal sealed class DocumentFonts : IDisposable
{
    private readonly HashSet<int> regularCharacters = [];
    private readonly HashSet<int> boldCharacters = [];
    private readonly Dictionary<(bool Bold, float Size), SKFont> fonts = [];
    private SKTypeface? regular;
    private SKTypeface? bold;

    public bool Learning => regular is null;

    public void Learn(string text, TextStyle style)
    {
        var characters = style.Bold ? boldCharacters : regularCharacters;
        foreach (var rune in text.EnumerateRunes())
            characters.Add(rune.Value);
    }

    public void Cut()
    {
        regular = ReportFace.Regular.Cut(regularCharacters);
        bold = ReportFace.Bold.Cut(boldCharacters);
    }

    public SKFont At(TextStyle style)
    {
        var key = (style.Bold, style.Size);
        if (fonts.TryGetValue(key, out var font))
            return font;
        return fonts[key] = new SKFont(style.Bold ? bold : regular, style.Size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
    }

    public void Dispose()
    {
        foreach (var font in fonts.Values)
            font.Dispose();
        regular?.Dispose();
        bold?.Dispose();
    }
}
