using System.Text.RegularExpressions;
using AfterSales.Core.Customers;

namespace AfterSales.Core.Messages;

/// <summary>Parts that are known by their shape alone, wherever they stand.</summary>
internal static partial class MessagePatterns
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /// <summary>Numbers that can be called, in order, and whether the text says itself that one is not to be; an order's, an amount's or a QQ number is none.</summary>
    public static IEnumerable<(string Value, bool Away)> Phones(string body) => Called(PhoneShape.Digits(WithoutReferences(body)));

    private static IEnumerable<(string Value, bool Away)> Called(string body) =>
        Correction().Matches(body).Select(m => m.Groups["number"]).Concat<Capture>(Mobile().Matches(body)).Concat(Landline().Matches(body)).Concat(Service().Matches(body)).Concat(Abroad().Matches(body))
            .OrderByDescending(m => m is Group and not Match).ThenBy(m => m.Index).Where(m => !OtherNumber().IsMatch(body[Math.Max(0, m.Index - Before)..m.Index]))
            .Select(m => (Value: Odd().Replace(m.Value.Trim(), "-"), Away: MessageNumbers.IsAway(body, m.Index, m.Length)))
            .GroupBy(n => PhoneNumber.Key(n.Value)).Select(same => (same.First().Value, same.Any(n => n.Away)));

    private const int Before = 20;

    /// <summary>The text without what says itself that it is an order's, a contract's, an invoice's, an employee's or an account's number: that is neither a telephone nor a place nor a machine.</summary>
    public static string WithoutReferences(string body) => ReferenceAbroad().Replace(Reference().Replace(body, "，"), ", ");

    /// <summary>Plates in capitals, without dot and blanks.</summary>
    public static IEnumerable<string> Plates(string body) =>
        Plate().Matches(body).Select(m => (m.Groups["head"].Value + m.Groups["tail"].Value).Replace(" ", "", StringComparison.Ordinal).Replace("·", "", StringComparison.Ordinal).ToUpperInvariant()).Where(p => p.Any(char.IsAsciiDigit)).Distinct();

    /// <summary>VINs in capitals.</summary>
    public static IEnumerable<string> Vins(string body) =>
        Vin().Matches(body).Select(m => m.Value.ToUpperInvariant()).Where(v => v.Any(char.IsAsciiDigit) && v.Any(char.IsAsciiLetter)).Distinct();

    /// <summary>Numbers of machines: long ones with letters and digits; shorter ones are models. What stands within a plate is none.</summary>
    public static IEnumerable<(string Value, bool Serial, bool Said, bool Tail)> Machines(string body)
    {
        var plates = Plate().Matches(body).Select(p => (From: p.Index, To: p.Index + p.Length)).ToList();
        return Token().Matches(body).Where(m => m.Value.Any(char.IsAsciiDigit) && m.Value.Any(char.IsAsciiLetter) && !Vin().IsMatch(m.Value) && !FaultCode().IsMatch(m.Value))
            .Where(m => !OtherNumber().IsMatch(body[Math.Max(0, m.Index - 8)..m.Index]) || SaidSerial().IsMatch(body[Math.Max(0, m.Index - 10)..m.Index]))
            .Where(m => !plates.Exists(p => p.From <= m.Index && m.Index + m.Length <= p.To))
            .Where(m => m.Index == 0 || !(Provinces.Contains(body[m.Index - 1], StringComparison.Ordinal) && m.Length is 6 or 7))
            .Select(m => (m.Value, m.Value.Count(char.IsAsciiDigit) >= 5, SaidSerial().IsMatch(body[Math.Max(0, m.Index - 10)..m.Index]), false))
            .Concat(Tail().Matches(body).Select(m => (m.Groups["tail"].Value, true, true, true)));
    }

    /// <summary>True where the text has another number of as many digits that nobody can be called by: of two machines which one is meant is not sure.</summary>
    public static bool HasLike(string body, string serial) =>
        serial.All(char.IsAsciiDigit) && Phones(body).Select(p => string.Concat(p.Value.Where(char.IsAsciiDigit))).ToHashSet() is var phones
            && Figure().Matches(body).Any(m => m.Length == serial.Length && m.Value != serial && !phones.Contains(m.Value));

    /// <summary>True for a number that is called old behind it: "20210315(旧)".</summary>
    public static bool IsOld(string labelled) => Gone().IsMatch(labelled);

    /// <summary>True for the middle of a plate.</summary>
    public static bool IsPlate(string text) => Plate().Match(text) is { Success: true } found && found.Length == text.Trim().Length;

    [GeneratedRegex(@"(?<![\dA-Za-z-])" + PhoneShape.Mobile + @"(?![\dA-Za-z]|\.\d|[ ]*[元块](?!\p{L}))")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\dA-Za-z-])" + PhoneShape.LandLine + @"(?:\s*(?:转|-|ext\.?|x)\s*\d{1,6})?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<![\dA-Za-z_-])[48]00[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")]
    private static partial Regex Service();

    [GeneratedRegex(@"(?<!\w)\+(?!86)\d{1,3}[ -]?(?:\d[ -]?){6,12}\d(?!\d)")]
    private static partial Regex Abroad();

    /// <summary>"打错了 是138…": the number that counts.</summary>
    [GeneratedRegex(@"(?:打错了?|写错了?|更正|错了|新号码?|真实号码|正确号码|改打|请打|外面打|typo)[,，。! ]*(?:应该)?(?:是|为|:)?\s*(?<number>1[3-9](?:[ -]?\d){9}|0\d{2,3}(?:[ -]?\d){7,8}(?:\s*转\s*\d{1,6})?)")]
    private static partial Regex Correction();

    /// <summary>What nobody writes between a number's digits where it is kept.</summary>
    [GeneratedRegex("[_·、]+")]
    private static partial Regex Odd();

    [GeneratedRegex(@"((?:编号|(?<!手)机号)\s*(?:[:：是为]|号是)?|(?<![A-Za-z])SN[: ]*|(?<!(?:phone|mobile|cell|tel|telephone|contact|whatsapp|fax) ?)(?<![A-Za-z])no\.?[: ]*|(?:价格|金额|总额|合计|报价|price|amount|total)[ ]*(?:[:：是为]|is)[ ]*|[￥¥$])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherNumber();

    private const string Said = "[ ]*(?:[:#]|号?是|为)[ ]*", Given = "[A-Za-z]{0,6}[-/_]?[0-9][A-Za-z0-9/_-]{0,30}";

    /// <summary>What is only named, a contract or an invoice, has a number where one is said or begins with letters: behind "还没签合同" stands the caller's own.</summary>
    [GeneratedRegex("(?:(?:(?:QQ|订单|合同|发票|身份证|证件|员工|运单|采购单|快递单)编?号码?|工号|单号|卡号|账号|税号|流水号|微信号)(?:(?:" + Said + "|[ ]*)" + Given + ")?|QQ(?:" + Said + "|[ ]*)" + Given + "|(?:订单|合同|发票|身份证|证件)(?:" + Said + Given + "|[ ]*[A-Za-z]{1,6}[-/_]?[0-9][A-Za-z0-9/_-]{0,30}))", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    private const string Mark = @"(?: ?(?:(?:no|num)(?![A-Za-z])\.?|(?:id|number|code|ref|reference)(?![A-Za-z])|#))", Is = "(?: is(?= ))", Figures = "[-/_]?[0-9][A-Za-z0-9/_-]{4,30}", Numbered = "[A-Za-z]{0,4}" + Figures;

    /// <summary>The same: behind "I want to order" and "send the invoice." stands the caller's own. "PO" and "ID" are words of their own, or the beginning of a machine's number.</summary>
    [GeneratedRegex("(?<![A-Za-z])(?:"
        + "(?:(?:purchase |sales |work )?order|contract|invoice)(?:(?:" + Mark + Is + "?|" + Is + "|[ ]?:)[ :#=]{0,3}" + Numbered + "|[ ]{1,3}[A-Za-z]{1,4}" + Figures + ")"
        + @"|(?:P\.O\.?|PO)(?![A-Za-z])(?:" + Mark + Is + "?[ :#=]{0,3}|" + Is + "?[ :#=-]{1,3})" + Numbered
        + "|(?:employee|staff|worker|badge|quotation|quote|ticket|case|claim|job|tracking|waybill|account|tax)" + Mark + "{1,2}" + Is + "?[ :#=]{0,3}" + Numbered
        + "|ID(?![A-Za-z])(?:" + Mark + Is + "?[ :#=]{0,3}|" + Is + "?[ :#=]{1,3})" + Numbered + ")", RegexOptions.IgnoreCase)]
    private static partial Regex ReferenceAbroad();

    [GeneratedRegex("(?<head>[" + Provinces + @"][ ]?[A-Za-z])[ ]?[·•・.\-]?[ ]?(?<tail>[A-Za-z0-9](?:[ ·]?[A-Za-z0-9]){4}(?:[ ]?[0-9A-Za-z](?![A-Za-z0-9]{2}))?)(?![A-Za-z0-9])")]
    private static partial Regex Plate();

    [GeneratedRegex("(?<![A-Za-z0-9.-])[0-9]{4,20}(?![A-Za-z0-9-])")]
    private static partial Regex Figure();

    [GeneratedRegex("[( ](?:这台|是)?(?:旧|老的|老机|原来|以前|已?报废|old(?![a-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex Gone();

    [GeneratedRegex("(?<![A-Za-z0-9])[A-HJ-NPR-Za-hj-npr-z0-9]{17}(?![A-Za-z0-9])")]
    private static partial Regex Vin();

    [GeneratedRegex(@"(?<![A-Za-z0-9@./_-])(?>[A-Za-z0-9]+(?:[-/.*][A-Za-z0-9]+){0,6})(?![@_/]|\.[A-Za-z])")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:[EFPA][A-Za-z]?-?\d{1,3}|\d+(?:km|kg|kw|mm|cm|m|v|a|h|w|hz|t|l|s|x|rpm|点|号|th|st|nd|rd)|\d+x\d+|4s)$", RegexOptions.IgnoreCase)]
    private static partial Regex FaultCode();

    [GeneratedRegex(@"(编号|机号|机好|序列号|机身号|出厂号|SN|S/N|\bno\.|serial(?: number| no\.?)?)\s*(?:是|为|:|#|is)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex SaidSerial();

    [GeneratedRegex(@"(?:编号|机号|序列号|SN)?尾号\s*(?:是|为|:)?\s*(?<tail>[A-Za-z0-9]{3,8})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();
}
