using System.Globalization;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>What the rules of setting say of a character.</summary>
[Flags]
internal enum Breaks : byte
{
    None = 0,
    NeverFirst = 1,
    NeverLast = 2,
    Wide = 4,
}

/// <summary>The rules of setting (禁则) by character, looked up once for the basic plane.</summary>
internal static class BreakClass
{
    private const string NeverFirst = "，。、；：？！）》」』】〕〉〗’”…—·％‰℃～,.;:?!)]}%°/〞︶︺︼︾﹀﹂﹄－-";
    private const string NeverLast = "（《「『【〔〈〖‘“([{￥¥$€£＄〝";
    private static readonly Breaks[] Known = Enumerable.Range(0, 0x10000).Select(Judge).ToArray();

    public static Breaks Of(int rune) => rune < Known.Length ? Known[rune] : Breaks.Wide;

    private static Breaks Judge(int rune)
    {
        var breaks = IsWide(rune) ? Breaks.Wide : Breaks.None;
        if (NeverFirst.Contains((char)rune) || IsMark(rune))
            breaks |= Breaks.NeverFirst;
        return NeverLast.Contains((char)rune) ? breaks | Breaks.NeverLast : breaks;
    }

    /// <summary>Han, Kana, Bopomofo, full-width forms and signs: text that is set without blanks.</summary>
    private static bool IsWide(int rune) => rune is >= 0x2E80 or >= 0x25A0 and <= 0x27BF or 0x2014 or 0x2026;

    private static bool IsMark(int rune) =>
        char.GetUnicodeCategory((char)rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
