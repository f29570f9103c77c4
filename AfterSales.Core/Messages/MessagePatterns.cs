using System.Text.RegularExpressions;
using AfterSales.Core.Customers;

namespace AfterSales.Core.Messages;

/// <summary>Parts that are known by their shape alone, wherever they stand.</summary>
internal static partial class MessagePatterns
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /// <summary>Numbers that can be called, in order; an order's, an amount's or a QQ number is none.</summary>
    public static IEnumerable<string> Phones(string body) =>
        Correction().Matches(body).Select(m => m.Groups["number"]).Concat<Capture>(Mobile().Matches(body)).Concat(Landline().Matches(body)).Concat(Service().Matches(body)).Concat(Abroad().Matches(body))
            .OrderByDescending(m => m is Group and not Match).ThenBy(m => m.Index).Where(m => !OtherNumber().IsMatch(body[Math.Max(0, m.Index - 8)..m.Index])).Select(m => m.Value.Trim()).Concat(Read(body)).DistinctBy(PhoneNumber.Key);

    /// <summary>Mobile numbers written as words, 一三八….</summary>
    private static IEnumerable<string> Read(string body) =>
        InWords().Matches(body).Select(m => string.Concat(m.Value.Select(c => c is '幺' ? '1' : c is '两' ? '2' : c is '零' ? '0' : (char)('0' + "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal)))));

    /// <summary>Plates in capitals, without dot and blanks.</summary>
    public static IEnumerable<string> Plates(string body) =>
        Plate().Matches(body).Select(m => (m.Groups["head"].Value + m.Groups["tail"].Value).Replace(" ", "", StringComparison.Ordinal).Replace("·", "", StringComparison.Ordinal).ToUpperInvariant()).Where(p => p.Any(char.IsAsciiDigit)).Distinct();

    /// <summary>VINs in capitals.</summary>
    public static IEnumerable<string> Vins(string body) =>
        Vin().Matches(body).Select(m => m.Value.ToUpperInvariant()).Where(v => v.Any(char.IsAsciiDigit) && v.Any(char.IsAsciiLetter)).Distinct();

    /// <summary>Numbers of machines: long ones with letters and digits; shorter ones are models.</summary>
    public static IEnumerable<(string Value, bool Serial, bool Said)> Machines(string body) =>
        Token().Matches(body).Where(m => m.Value.Any(char.IsAsciiDigit) && m.Value.Any(char.IsAsciiLetter) && !Vin().IsMatch(m.Value) && !FaultCode().IsMatch(m.Value))
            .Where(m => !OtherNumber().IsMatch(body[Math.Max(0, m.Index - 8)..m.Index]) || SaidSerial().IsMatch(body[Math.Max(0, m.Index - 10)..m.Index]))
            .Where(m => m.Index == 0 || !(Provinces.Contains(body[m.Index - 1], StringComparison.Ordinal) && m.Length is 6 or 7))
            .Select(m => (m.Value, m.Value.Count(char.IsAsciiDigit) >= 5, SaidSerial().IsMatch(body[Math.Max(0, m.Index - 10)..m.Index])))
            .Concat(Tail().Matches(body).Select(m => (m.Groups["tail"].Value, true, true)));

    /// <summary>True for the middle of a plate.</summary>
    public static bool IsPlate(string text) => Plate().Match(text) is { Success: true } found && found.Length == text.Trim().Length;

    [GeneratedRegex(@"(?<![\dA-Za-z-])(?:[(]?\+?86[)]?[ -]?)?1[ ]?[3-9](?:[ .–—-]{0,3}\d){9}(?![\dA-Za-z])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\dA-Za-z-])(?:\+86[ -]?\d{2,3}|[(（]0\d{2,3}[)）]|0\d{2,3})(?:[ -]?\d){7,8}(?:\s*(?:转|-|ext\.?|x)\s*\d{1,6})?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<!\d)[48]00[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")]
    private static partial Regex Service();

    [GeneratedRegex(@"(?<!\w)\+(?!86)\d{1,3}[ -]?(?:\d[ -]?){6,12}\d(?!\d)")]
    private static partial Regex Abroad();

    /// <summary>"打错了 是138…": the number that counts.</summary>
    [GeneratedRegex(@"(?:打错了?|写错了?|更正|错了|新号码?|真实号码|正确号码|改打|请打|外面打|typo)[,，。! ]*(?:应该)?(?:是|为|:)?\s*(?<number>1[3-9](?:[ -]?\d){9}|0\d{2,3}(?:[ -]?\d){7,8})")]
    private static partial Regex Correction();

    [GeneratedRegex("(?<![零〇一二三四五六七八九幺两])[一幺][三四五六七八九][零〇一二三四五六七八九幺两]{9}(?![零〇一二三四五六七八九幺两])")]
    private static partial Regex InWords();

    [GeneratedRegex(@"((?:QQ|订单|合同|发票|身份证|证件)(?:号码?)?|单号|编号|工号|员工号|卡号|账号|(?<!手)机号|SN|no\.?|￥|¥|微信号)\s*(?:[:：是为]|号是)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherNumber();

    [GeneratedRegex("(?<head>[" + Provinces + @"][ ]?[A-Za-z])[ ]?[·•・.\-]?[ ]?(?<tail>[A-Za-z0-9](?:[ ·]?[A-Za-z0-9]){4}(?:[ ]?[0-9A-Za-z](?![A-Za-z0-9]{2}))?)(?![A-Za-z0-9])")]
    private static partial Regex Plate();

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
