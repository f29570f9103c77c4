using System.Globalization;
using System.Text;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// Turns what a person typed into what the report faces can print: controls, bidirectional marks and joiners vanish,
/// a character without a glyph prints as its plain equivalent (U+2F83 as 自) or, where it has none, as □.
/// </summary>
internal static class PrintableText
{
    private const int Box = 0x25A1;

    // Characters whose glyph is that of a commoner one: only the commoner one stayed in the faces (Fonts/README.md).
    private static readonly Dictionary<int, int> Twins = new()
    {
        [0x2022] = 0xB7, [0x2027] = 0xB7, [0x30FB] = 0xB7, [0x2012] = 0x2013, [0x22EF] = 0x2026,
        [0x301C] = 0xFF5E, [0x2215] = 0xFF0F, [0x2329] = 0x3008, [0x232A] = 0x3009, [0x2714] = 0x2713,
        [0x2717] = 0xD7, [0x2718] = 0xD7,
    };

    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
            AppendWithoutControls(kept, rune);
        Apostrophes(kept);
        var printable = new StringBuilder(kept.Length);
        foreach (var rune in kept.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
            AppendPrintable(printable, rune);
        return printable.ToString();
    }

    /// <summary>The faces are Chinese, where ’ takes a full square; between Latin letters it is an apostrophe.</summary>
    private static void Apostrophes(StringBuilder text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '\u2019' && text[i - 1] is > ' ' and < '\u0250' && text[i + 1] is >= ' ' and < '\u0250')
                text[i] = '\'';
        }
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' or >= '\u4E00' and <= '\u9FA5' or '，' or '。' or '：' or '、' or '（' or '）' or '▲' or '△' or '—' or '·' or '−' or '≥' or '≤' or '\n')
                continue;
            return false;
        }
        return true;
    }

    private static void AppendWithoutControls(StringBuilder kept, Rune rune)
    {
        switch (rune.Value)
        {
            case '\t':
                kept.Append("    ");
                return;
            case '\n' or '\r' or 0x85 or 0x2028 or 0x2029:
                kept.Append('\n');
                return;
            case >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF:
                return;
        }
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            kept.Append(rune.ToString());
    }

    private static void AppendPrintable(StringBuilder printable, Rune rune)
    {
        if (rune.Value == '\n' || ReportFace.Regular.Has(rune.Value))
        {
            printable.Append(rune.ToString());
            return;
        }
        if (Twins.TryGetValue(rune.Value, out var twin))
        {
            printable.Append(new Rune(twin).ToString());
            return;
        }
        var plain = rune.ToString().Normalize(NormalizationForm.FormKC);
        var known = plain.EnumerateRunes().All(part => ReportFace.Regular.Has(part.Value));
        printable.Append(known ? plain : new Rune(Box).ToString());
    }
}
