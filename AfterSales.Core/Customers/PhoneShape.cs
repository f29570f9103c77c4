using System.Text.RegularExpressions;

namespace AfterSales.Core.Customers;

/// <summary>
/// What a telephone number looks like in words that people typed: one definition for what is masked (<see cref="NumbersInWords"/>)
/// and for what is read from a message. The patterns have no borders: what may stand beside a number, each says itself.
/// </summary>
internal static partial class PhoneShape
{
    private const string Blank = @"[^\S\r\n]";
    private const string Gap = "(?:" + Blank + "?[-‐‑–—－.·/、_]{1,2}" + Blank + "?|" + Blank + "{1,2})?";
    private const string One = "[0０]?[1１][3-9３-９]";

    /// <summary>As 3-4-4, 4-3-4, 4-4-3, 3-3-5, 5-6, or every digit by itself; the gaps may be left out; with the country's code or without.</summary>
    public const string Mobile = @"(?:[(（]?(?:[+＋]|[0０]{2})?[^\S\r\n]?[8８][6６][)）]?" + Gap + ")?(?:"
        + One + @"\d(?:" + Gap + @"(?:\d{4}" + Gap + @"\d{4}|\d{3}" + Gap + @"\d{5})|\d(?:" + Gap + @"(?:\d{3}" + Gap + @"\d{4}|\d{4}" + Gap + @"\d{3})|\d" + Gap + @"\d{6}))"
        + @"|[1１](?<gap>[-–—－.·/_]|[^\S\r\n]{1,2})[3-9３-９](?:\k<gap>\d){9})";

    /// <summary>The area's code and seven or eight digits; with a country's code without its 0.</summary>
    public const string LandLine = @"(?:[(（]?[0０](?:[1１][0０]|[2２]\d)[)）]?" + Gap + @"[2-9２-９]\d{3}" + Gap + @"\d{4}|[(（]?[0０][3-9３-９]\d{2}[)）]?" + Gap + @"[2-9２-９]\d{2}(?:" + Gap + @"\d{4}|\d" + Gap + @"\d{3,4})"
        + @"|[(（]?(?:[+＋]|[0０]{2})[^\S\r\n]?[8８][6６][)）]?" + Gap + @"(?:[(（]?[0０][)）]?" + Gap + @")?(?:[1１][0０]|[2２]\d|[3-9３-９]\d{2})" + Gap + @"[2-9２-９]\d{2}\d?" + Gap + @"\d{4})";

    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>
    /// Numbers said in Chinese numerals (一三八…) as digits, each in its place; two or fewer are words (一二). Beside digits
    /// they are words too (13812345678一二三号楼), unless both together are just as long as a number and begin like one.
    /// </summary>
    public static string Digits(string words) => Said().Replace(Mixed().Replace(words, Plain), Plain);

    /// <summary>The text without the characters that nobody sees.</summary>
    public static string Seen(string text) => text.Any(IsUnseen) ? string.Concat(text.Where(c => !IsUnseen(c))) : text;

    /// <summary>True for characters that nobody sees, which copied numbers bring along: blanks without width, soft hyphens.</summary>
    public static bool IsUnseen(char c) => c is '\u00ad' or '\u2060' or '\ufeff' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e');

    /// <summary>True for a Chinese numeral that stands for one digit.</summary>
    public static bool IsNumeral(char c) => c is '幺' or '两' or '零' || Numerals.Contains(c, StringComparison.Ordinal);

    private static string Plain(Match said) => string.Concat(said.Value.Select(c => IsNumeral(c) ? Digit(c) : c));

    private static char Digit(char numeral) => numeral switch
    {
        '幺' => '1',
        '两' => '2',
        '零' => '0',
        _ => (char)('0' + Numerals.IndexOf(numeral, StringComparison.Ordinal)),
    };

    private const string Figure = "[0-9０-９零幺两" + Numerals + "]";

    private const string Zero = "[0０零〇]";

    private const string Code = "(?:(?:" + Zero + "{2})?[8８八][6６六])";

    /// <summary>The 0 before an area's code, which the country's code may stand for.</summary>
    private const string Trunk = "(?:" + Code + Zero + "?|" + Zero + ")";

    /// <summary>
    /// A mobile number, with the country's code or a 0 before it, or a land line with its area's. Digits that are a whole
    /// number of seven without the numeral behind them are one (03172345678一车间).
    /// </summary>
    [GeneratedRegex("(?<!" + Figure + ")(?:(?:" + Zero + "{2})?(?:[8８八][6６六])?" + Zero + "?[1１一幺][3-9３-９三四五六七八九]" + Figure + "{9}"
        + "|" + Trunk + "(?:[1１一幺]" + Zero + "|[2２二两]" + Figure + ")[2-9２-９二两三四五六七八九]" + Figure + "{7}"
        + "|(?!" + Code + @"?[0０]?[3-9３-９]\d{9}(?!\d))" + Trunk + "[3-9３-９三四五六七八九]" + Figure + "{2}[2-9２-９二两三四五六七八九]" + Figure + "{6,7})(?!" + Figure + ")")]
    private static partial Regex Mixed();

    [GeneratedRegex("(?<![0-9〇零一二三四五六七八九幺两])[〇零一二三四五六七八九幺两]{3,}(?![0-9])")]
    private static partial Regex Said();
}
