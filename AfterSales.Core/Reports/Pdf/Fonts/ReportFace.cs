using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// One face of the report typeface, read from the file beside the assembly (never by a system font's name, so that
/// every machine sets the same page). Measures with the whole face; a document is drawn with its own cut of it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The two faces live as long as the process.")]
internal sealed class ReportFace
{
    private const float Missing = -1;
    private readonly SKTypeface whole;
    private readonly Face shapes;
    private readonly SKFont ruler;
    private readonly float[] advances = new float[0x32000];
    private readonly Lock measuring = new();

    private ReportFace(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Fonts", file);
        whole = SKTypeface.FromFile(path) ?? throw new FileNotFoundException("A report face is missing.", path);
        var blob = Blob.FromFile(path);
        blob.MakeImmutable();
        shapes = new Face(blob, 0);
        shapes.MakeImmutable();
        ruler = new SKFont(whole, 1000) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
    }

    public static ReportFace Regular { get; } = new("NotoSansSC-Regular.ttf");

    public static ReportFace Bold { get; } = new("NotoSansSC-Bold.ttf");

    public bool Has(int character) => Look(character) >= 0;

    /// <summary>Width of a character as a share of the font size.</summary>
    public float Advance(int character) => Math.Max(0, Look(character));

    public SKTypeface Cut(IEnumerable<int> characters)
    {
        using var data = FontSubsetter.Cut(shapes, characters);
        return SKTypeface.FromData(data);
    }

    /// <summary>0 in the table is a character not looked up yet; several threads may find the same answer.</summary>
    private float Look(int character)
    {
        if (character >= advances.Length)
            return Missing;
        return advances[character] != 0 ? advances[character] : advances[character] = Measure(character);
    }

    private float Measure(int character)
    {
        lock (measuring)
        {
            var glyph = whole.GetGlyph(character);
            return glyph == 0 ? Missing : ruler.GetGlyphWidths([glyph])[0] / 1000;
        }
    }
}
