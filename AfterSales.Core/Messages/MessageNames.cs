using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>Who writes, as people say it: "我叫…", "我是…的小周", a name beside the number, a name at the end.</summary>
internal static partial class MessageNames
{
    private const string Han = "\\p{IsCJKUnifiedIdeographs}";

    /// <summary>"的" stands before a name and in none: of "…公司的刘师傅" the name is no "司的刘".</summary>
    private const string Given = "[" + Han + "-[的]]";

    private const string Person = "(?:" + People.Surname + "" + Given + "{1,2}?" + People.Title + "|" + People.Surname + People.Title + "|[小老]" + People.Surname + "|" + People.Surname + "" + Given + "{1,2})";

    /// <summary>Names in the order of how surely they are the writer's; the first two ways say so themselves.</summary>
    public static IEnumerable<(string Name, bool Sure)> In(MessageText text) =>
    [
        .. Said(Called(), text.Body, true),
        .. Said(CalledAbroad(), text.Body, true),
        .. Said(Owner(), text.Body, true),
        .. Surnamed().Matches(text.Body).Select(m => (m.Groups["who"].Value, false)),
        .. Said(Ask(), text.Body, false),
        .. Said(Am(), text.Body, false),
        .. Said(AtNumber(), text.Body, false),
        .. Said(AtEnd(), text.Body, false),
        .. text.Senders.Select(Sender).OfType<string>().Select(s => (s, false)),
        .. Abroad().Matches(text.Body).Select(m => (m.Groups["who"].Value, false)),
        .. Said(Anywhere(), text.Body, false),
    ];

    private static IEnumerable<(string Name, bool Sure)> Said(Regex way, string body, bool sure) =>
        way.Matches(body).Select(m => m.Groups["who"].Value).Where(People.LooksLikeOne).Select(n => (People.Bare(n), sure));

    /// <summary>Of "宏泰-设备科-李工" and "A平安建材 徐艳" the person.</summary>
    private static string? Sender(string sender) =>
        People.LooksLikeOne(sender) || FirstName().IsMatch(sender) ? People.Bare(sender) : sender.Split(' ', '-', '·', '(', ')', '_', '@').LastOrDefault(People.LooksLikeOne) is { } person ? People.Bare(person) : null;

    [GeneratedRegex("^[A-Z][a-z]{1,14}$")]
    private static partial Regex FirstName();

    [GeneratedRegex("(?:车主|机主|司机|户主|现场联系人|联系人|报修人)[是: ]*(?<who>" + Person + ")")]
    private static partial Regex Owner();

    [GeneratedRegex("(?:我|免贵|[,，。 \\n])姓(?<who>" + People.Surname + ")(?!名)")]
    private static partial Regex Surnamed();

    [GeneratedRegex("(?:我叫|我名叫|本人叫|本人)(?<who>" + Person + ")(?=[^" + Han + "]|$|的|在|家|住|电话|手机)")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?:my name is|i am|i'm|this is|here is)\s+(?<who>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}))", RegexOptions.IgnoreCase)]
    private static partial Regex CalledAbroad();

    [GeneratedRegex("(?:我是|我们是|这里是|这边是)[^\\n，,。]{0,24}?(?:的|公司|厂|社|站|店)?(?<who>" + Person + ")(?=[^" + Han + "]|$|的电话|电话|手机|[啊呀呢嘛哈噻])")]
    private static partial Regex Am();

    [GeneratedRegex("(?:联系|找|联络|打给|请打|问)(?:一下|我们)?(?:现场|厂里|车间|公司|合作社|那边|这边)?的?(?<who>" + Person + ")")]
    private static partial Regex Ask();

    [GeneratedRegex("(?<![" + Han + "])(?<who>" + Person + ")\\s*[,，:(（、]?\\s*(?:电话|手机|tel)?\\s*[:]?\\s*(?=\\+?\\(?\\d[\\d ]{4,})|\\d{4}[ ,，)）]*\\s*(?<who>" + Person + ")(?=[^" + Han + "]|$)")]
    private static partial Regex AtNumber();

    [GeneratedRegex("(?:^|[\\n ])[-— ]{0,4}(?:[" + Han + "]{2,20}(?:公司|厂|社|部) ?)?(?<who>" + Person + "|[A-Z][a-z]+ [A-Z][a-z]+)\\s*(?=\\n|$)")]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"\b(?<who>(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]+)|(?<=[,.] ?)(?<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?)[ ,:]+(?=\+?\(?\d[\d -]{6,})")]
    private static partial Regex Abroad();

    [GeneratedRegex("(?<![" + Han + "])(?<who>" + People.Surname + "[" + Han + "]{0,2}?" + People.Title + ")|(?<who>" + People.Surname + "(?:师傅|经理|主任|厂长|队长|老板|先生|女士))")]
    private static partial Regex Anywhere();
}
