using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>The fault as the customer tells it: the clause that has a word of trouble in it.</summary>
internal static partial class MessageFaults
{
    /// <summary>Clauses that tell a fault, in order, without greeting and filler; what is told in one breath with it, before or behind, is another clause.</summary>
    public static IEnumerable<string> In(string body) =>
        Clause().Split(body).SelectMany(c => Label().Split(c)).Select(c => Filler().Replace(c.Trim(), "").Trim()).Where(c => c.Length > 1 && Trouble().IsMatch(c) && !Wish().IsMatch(c) && !MessageLabels.IsNothing(c[(c.LastIndexOf(':') + 1)..].Trim())).Select(Short);

    /// <summary>A fault up to what is told in one breath with it (a number, a person, a place), unless the trouble stands only behind that.</summary>
    public static string BeforeLabel(string fault) =>
        Label().Match(fault) is { Success: true, Index: > 0 and var at } && (Trouble().IsMatch(fault[..at]) || !Trouble().IsMatch(fault[at..])) ? fault[..at] : fault;

    /// <summary>True where a word that names another part is left in a fault.</summary>
    public static bool HasLabel(string fault) => Foreign().IsMatch(fault);

    /// <summary>Of a long clause what stands about the trouble.</summary>
    private static string Short(string clause)
    {
        if (clause.Length <= Longest)
        {
            return clause;
        }

        var at = Trouble().Match(clause).Index;
        var from = clause.LastIndexOfAny([' ', '的'], at, Math.Min(at + 1, Longest / 2)) is var gap and >= 0 ? gap + 1 : Math.Max(0, at - (Longest / 2));
        return clause[from..Math.Min(clause.Length, from + Longest)].Trim();
    }

    private const int Longest = 40;

    [GeneratedRegex(@"[，。!！?？;；\n]+|[,.](?!\d)|\s{2,}|(?<=\p{IsCJKUnifiedIdeographs}) | (?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Clause();

    [GeneratedRegex("^(?:你好|您好|师傅|老师|请问|麻烦|那个|就是|我们|我家|我的|我|这台|这个|昨天|今天|早上|晚上|上午|下午|刚才|现在|突然|又|然后|一直|总是|老是|有点|的){0,6}(?=..)")]
    private static partial Regex Filler();

    [GeneratedRegex(
        "漏|无法|不能正常|异常|打不着|不着车|启动不|发动不|不开机|没反应|无反应|不转|不动|不走|没劲|无力|没力|异响|响|嗡|咔|噪音|噪声|声音大|吱|断线|断丝|断带|断了|老断|跳闸|短路|烧了|烧坏|糊味|焦味|冒.?烟|不制冷|不制热|不冷|不热|不凉|不冻|不排水|不脱水|不进水|不出水|不工作|不显示|黑屏|花屏|死机|报警|报错|报[A-Z]|显示[A-Z]\\d|故障|抖|震动|振动|卡住|卡死|卡滞|卡了|堵|抱死|失灵|失效|坏了|坏掉|高温|温度高|温高|过热|发热|发烫|压力不|跑偏|打滑|不稳|超差|不准|划伤|刮花|偏心|刹不|磨损|开锅|烧机油|熄火|憋|断电|松动|裂|脱落|掉了|不平|乱了?|不灵|不均|不匀|磨断|接触不良|亏电|不亮|灯亮|打火花|发黑|结冰|弹开|怎么消|弱|渗|甩油|滴水|超温|哐|丢失|关一半|淌|代码|出冷|又卡|就卡|卡(?=$)|不断|断不|沉重|发沉|缓慢|变慢|太慢|慢得很|迟缓|松旷|窜动|起皮|拉毛|不吸|不加|不喷"
        + "|[\\p{IsCJKUnifiedIdeographs}]不(?:上|了(?!解)|开|动|出|进|起|下|着|去|来)|没(?:气|热水|油|冷气|暖风|信号|压力|电|有反应)"
        + "|leak|won'?t|will not|doesn'?t|does not|not (?:work|\\w+ing)|cannot|can'?t|no (?:power|cooling|display|response|pressure|heat)|nois|vibrat|broken|breaks?\\b|breaking|stuck|jam|alarm|error|overheat|smok|fail|fault|tripp?|lost|stops?\\b|stopped|dead|soft|grind|click|slip|missing|loose|rattl|by itself|never|stays?\\b|hums?\\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Trouble();

    [GeneratedRegex("[,，、( ]{0,2}(?:我的?|联系)?(?:(?:电话|手机号?码?|座机|联系方式|phone|mobile|tel)[^\\d\\n]{0,3}[+(]?\\d[\\d-]*(?: \\d{4})*|(?:联系人|报修人)[:是为 ]?(?=" + People.Surname + ")|(?:安装|详细|现场)?地址(?:[:是为 ]|.{1,12}(?:[省市区县镇乡村路街]|号(?!机))))", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex("电话|手机|座机|联系人|报修人|联系方式|地址|姓名|phone|contact|address", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    /// <summary>A wish is no fault.</summary>
    [GeneratedRegex("^(?:请|麻烦|帮|打不通|please|pls|kindly|call|contact)|^.{0,8}(?:回电|来电|联系|接不了|没空|方便|电话|手机)", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();
}
