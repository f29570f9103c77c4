using System.Text.RegularExpressions;
using AfterSales.Core.Shared;
using PhoneNumbers;

namespace AfterSales.Core.Customers;

/// <summary>Numbers compared whatever their spelling: +86, 0086, blanks, dashes, brackets, slashes, low lines, dots, an extension; what nobody sees between the digits is none of it.</summary>
public static partial class PhoneNumber
{
    /// <summary>Longest number kept, in characters.</summary>
    public const int MaxLength = 40;

    private const int LeastWhole = 7;
    private const int MostDigits = 15;
    private const ulong LeastWithArea = 100_000_000;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// E.164 digits without "+" ("8653288881234", "8613800138000"), an extension left off, also of a number that only might
    /// be one (a town's old seven digits); any other text gives its bare digits, so that inner lines and service numbers
    /// match too; no digit gives "".
    /// </summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var plain = Odd().Replace(Extension().Replace(TextRule.Compatible(PhoneShape.Seen(text)).Trim(), " x"), "-");
        if (plain.StartsWith("00", StringComparison.Ordinal))
        {
            plain = "+" + plain[2..];
        }

        var whole = LastGroup().Replace(plain, "");
        return E164(plain, Util.IsValidNumber) ?? E164(whole, Util.IsValidNumber) ?? E164(plain, MightBe) ?? E164(whole, MightBe)
            ?? string.Concat(plain.Where(char.IsAsciiDigit));
    }

    /// <summary>A link that dials the number: without its extension, which nobody can dial along.</summary>
    public static string Link(string number) =>
        "tel:" + string.Concat(Extension().Split(TextRule.Compatible(number))[0].Where((c, at) => char.IsAsciiDigit(c) || (c == '+' && at == 0)));

    /// <summary>The same of a number of a kind: a WeChat account that is no number is compared as a name.</summary>
    public static string Key(string? text, PhoneKind? kind) =>
        kind == PhoneKind.WeChat && TextRule.Kept(text) is { } account && !LooksWhole(account) ? Short(Search.SearchTails.Key(account)) : Key(text);

    /// <summary>What a number is by its looks: a mobile one, else an office's.</summary>
    public static PhoneKind KindOf(string? text) =>
        Key(text) is { Length: > 0 } key && Parsed("+" + key) is { } number && Util.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE ? PhoneKind.Mobile : PhoneKind.Office;

    /// <summary>True for a text that may be a whole number: at least so many digits, and what stands between them.</summary>
    public static bool LooksWhole(string text) => TextRule.Compatible(PhoneShape.Seen(text)) is var plain
        && plain.Count(char.IsAsciiDigit) >= LeastWhole && plain.All(c => char.IsAsciiDigit(c) || "+-‐–—−/() ._·转".Contains(c, StringComparison.Ordinal));

    /// <summary>So many further numbers are taken in beside the one that rang.</summary>
    public const int MostFurther = 3;

    /// <summary>Longest text of further numbers.</summary>
    public const int FurtherLength = MostFurther * (MaxLength + 1);

    /// <summary>Several numbers as one text.</summary>
    public static string Joined(IEnumerable<string> numbers) => string.Join('、', numbers);

    /// <summary>The numbers of such a text.</summary>
    public static IReadOnlyList<string> Each(string? joined) => (joined ?? "").Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// True for what can be called from outside: seven digits and more, up to the fifteen that the world's numbers have, or a
    /// service number (95588, 96110, 10086). "12345" is a key press; several in one text are none.
    /// </summary>
    public static bool CanBeCalled(string? text) => Each(text).Count < 2 && Key(text) is var key && (key.Length is >= LeastWhole and <= MostDigits || Service().IsMatch(key));

    /// <summary>The number with its middle hidden (138****8000), for those who need not see it.</summary>
    public static string Masked(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        if (digits < 7)
        {
            return new string('*', number.Length);
        }

        var seen = 0;
        return string.Concat(number.Select(c =>
            char.IsAsciiDigit(c) && ++seen > digits - 8 && seen <= digits - 4 ? '*' : c));
    }

    /// <summary>No number of the plan, but as long as one with its area.</summary>
    private static bool MightBe(PhoneNumbers.PhoneNumber number) => number.NationalNumber >= LeastWithArea && Util.IsPossibleNumber(number);

    /// <summary>Null for what doesn't fit any plan.</summary>
    private static string? E164(string text, Func<PhoneNumbers.PhoneNumber, bool> fits) =>
        Parsed(text) is { } parsed && fits(parsed) ? Util.Format(parsed, PhoneNumberFormat.E164).TrimStart('+') : null;

    private static string Short(string key) => key.Length > MaxLength ? key[..MaxLength] : key;

    private static PhoneNumbers.PhoneNumber? Parsed(string text)
    {
        try
        {
            return Util.Parse(text, "CN");
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>"转 803", "分机：803": how an extension is written in Chinese.</summary>
    [GeneratedRegex("\\s*(转接?|轉接?|分机|分機)\\s*[:号]?\\s*")]
    private static partial Regex Extension();

    /// <summary>What parts the digits where the plan's own reading would stop.</summary>
    [GeneratedRegex("[/_·]")]
    private static partial Regex Odd();

    /// <summary>Five or six digits of banks, insurers and authorities, and the carriers' own.</summary>
    [GeneratedRegex("^(9[56][0-9]{3,4}|100[0-9]{2})$")]
    private static partial Regex Service();

    /// <summary>"-803" behind a whole number: an extension too.</summary>
    [GeneratedRegex("[-\\s]\\d{1,6}$")]
    private static partial Regex LastGroup();
}
