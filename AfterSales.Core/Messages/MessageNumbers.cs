using System.Text.RegularExpressions;
using AfterSales.Core.Customers;

namespace AfterSales.Core.Messages;

/// <summary>Numbers of which the message says itself that they are not the ones to call: old, out of use, asked not to be rung, or a house's own.</summary>
internal static partial class MessageNumbers
{
    /// <summary>So far before and behind a number is looked.</summary>
    private const int Reach = 40;

    /// <summary>True for the number that stands there where it is not the one to call.</summary>
    public static bool IsAway(string body, int from, int length) =>
        Hotline().IsMatch(body[from..(from + length)])
        || Before().IsMatch(body[Math.Max(0, from - Reach)..from])
        || Behind().IsMatch(body[(from + length)..Math.Min(body.Length, from + length + Reach)]);

    private const string Kind = "(?:联系|手机|座机|电话)?(?:号码?|电话|手机|座机)", Old = "(?:旧|老|原先?|原来|以前|之前|过去)的?";

    /// <summary>The same where it begins a word: a place (太原) and a person (刘老) may end so.</summary>
    private const string OldHere = "(?:旧|(?<![太固中])原[来先]|以前|之前|过去|(?<![\\p{IsCJKUnifiedIdeographs}-[我的是个这那把将们他她户工位司厂家总傅理任长了换打]])[老原])的?";

    private const string Refused = "(?:不要|不用|别|勿|莫|甭)再?(?:打|拨|呼|联系)", Refuse = "(?:do not|don'?t|never) (?:call|ring|dial|phone|use|contact)";

    /// <summary>All that is said: where something goes on ("停机报警", "停用一年", "旧的空压机"), it is said of a machine.</summary>
    private const string End = "(?=了?(?: ?[\\d)，,。.;；!！\\n打请改新现]|$))", EndAbroad = "(?= ?(?:[),.;\\n]|$))";

    private const string This = "(?:这个?|那个?|此|该)?(?:" + Kind + ")?(?:现在|已经?|早就?|都|就是|是|也)*";

    /// <summary>A service number is a house's, not a caller's.</summary>
    [GeneratedRegex("^[48]00")]
    private static partial Regex Hotline();

    /// <summary>What leads to such a number.</summary>
    [GeneratedRegex("(?:" + OldHere + "(?:(?:用的?)?(?:" + Kind + "(?:是|为)?|是|为|:)|(?<=[来先前去]的?)用的?|(?<=的))[: ]*|" + Refused + "[^\\d,，。;；\\n]{0,8}|不是[: ]*"
        + "|(?:你们|贵司)(?:的|家的?|公司的?)?(?:工程师|师傅|客服|售后|热线|业务员|销售|经理|技术员)[^\\d,，。;；\\n我]{0,6}"
        + "|(?<!\\w)(?:old|former|previous)(?:(?: (?:contact|phone|telephone|mobile|cell|tel|number|no\\.?|one)){1,2}(?: (?:is|was))?|:)[: ]*|" + Refuse + "[^\\d,.;\\n]{0,16}"
        + "|your (?:engineer|technician|hotline|service|support|colleague|salesman)(?-i:(?: [A-Z][a-z]+){0,2})(?: (?:number|at|on|is))*[: ]*)\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    /// <summary>What is said of a number behind it; behind a comma it is said of the next one where that follows at once, and "停机" and "out of service" of the machine.</summary>
    [GeneratedRegex("^[ )]?(?:[(，, \\n]{0,2}" + This + "(?:换了?号|改打|(?:换成|换为|变更为|改成|改为)了?(?:" + Kind + ")?[: ]{0,2}(?:新号|" + PhoneShape.Mobile + "|" + PhoneShape.LandLine + "))"
        + "|(?:(?<! )|[(])" + This + "停机" + End
        + "|(?:[( ]?|(?<far>[，,。\\n] ?))" + This + "(?:" + Old + Kind + "|空号|(?:[旧老]的?|停用|不再?用了|作废|注销)" + End + "|" + Refused + ")(?! ?[:是为] ?\\d)(?(far)(?! ?\\d))"
        + "|[^\\d\\n]{1,16}" + Refused + "(?:这|[!！。])"
        + "|[ ,(]{0,2}(?:(?:which|that|this(?: number| one)?|it) )?(?:(?:is|was) )?(?:(?:my|the|an?) )?(?:old(?: (?:number|phone)(?!\\w)|(?: one)?" + EndAbroad + ")|no longer (?:in use|valid|mine|used|active|reachable)|(?<!(?:,|it (?:is|was)) ?)(?:not in use|out of (?:use|service)|disconnected)|" + Refuse + ")(?! ?:? ?\\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();
}
