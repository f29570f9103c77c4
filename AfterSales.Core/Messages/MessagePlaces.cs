using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>Firms and addresses that stand in a sentence: known by how they begin and end.</summary>
internal static partial class MessagePlaces
{
    private const string Han = "\\p{IsCJKUnifiedIdeographs}";

    private const string Province = "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)";

    /// <summary>What a part of an address ends with, from the province down to the door.</summary>
    private const string Suffix = "(?:省|自治区|自治州|地区|市|开发区|高新区|经开区|新区|工业园区|工业园|产业园|科技园|物流园|园区|工业区|街道|区|县|旗|镇|乡|行政村|新村|村|嘎查|屯|庄|大道|公路|国道|省道|路|大街|街|巷|胡同|号楼|号院|号|栋|幢|单元|室|楼|层|车间|厂区|小区|花园|家园|嘉园|新城|大厦|大楼|广场|公寓|停车场|商城|苑|农场|服务区|后厨|东侧|西侧|南侧|北侧|对面|旁边|门口|[东西南北]门|路口)";

    private const string Top = "(?:(?:" + Province + "(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?[ ]?)?(?:" + Cities.Any + "(?:市|州|地区|盟)?)|" + Province + "(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?)";

    /// <summary>Firms, those said to have the machine first, without the words of the sentence in front of them.</summary>
    public static IEnumerable<string> Firms(string body) =>
        Firm().Matches(body).Concat(FirmAbroad().Matches(body)).Concat(FirmInBrackets().Matches(body)).OrderByDescending(m => Holder().IsMatch(body[Math.Max(0, m.Index - 6)..m.Index] + m.Value)).ThenBy(m => m.Index)
            .Select(m => Closed(Before().Replace(Holder().Replace(m.Value, ""), "")).Trim('[', ' ')).Where(f => f.Length > 3 && !Nobody().IsMatch(f)).Distinct();

    /// <summary>Of a name with a bracket that is opened and not closed what stands before it, where that is a firm's, else what stands behind: "我司(…公司", "…公司(济南分厂".</summary>
    public static string Closed(string name)
    {
        var (depth, open) = (0, -1);
        for (var i = 0; i < name.Length; i++)
        {
            open = name[i] == '(' && depth++ == 0 ? i : open;
            depth -= name[i] == ')' && depth > 0 ? 1 : 0;
        }

        return depth == 0 || open == name.Length - 1 ? name : Firm().IsMatch(name[..open]) ? name[..open].TrimEnd() : name[(open + 1)..].Replace("(", "", StringComparison.Ordinal).TrimStart();
    }

    /// <summary>Addresses: those that begin with a province or a city first, then the others in order; a firm's name is none.</summary>
    public static IEnumerable<string> Addresses(string body)
    {
        var chains = body.Split(Ends, StringSplitOptions.TrimEntries).SelectMany(Chains).ToList();
        return chains.Where(c => c.Topped).Concat(chains.Where(c => !c.Topped)).Select(c => c.Place)
            .Concat(AddressAbroad().Matches(body).Select(m => m.Value)).Concat(Bare().Matches(body).Select(m => m.Value))
            .Concat(TownAbroad().Matches(body).Select(m => m.Groups["town"].Value))
            .Select(a => a.Trim(' ', ',', '.')).Where(a => a.Length >= 4 && !NoPlace().IsMatch(a));
    }

    /// <summary>True where all of a line or clause is one place, and nothing of it a sentence's word.</summary>
    public static bool IsPlace(string clause) =>
        Chains(clause).FirstOrDefault().Place is { Length: > 0 } place && clause.EndsWith(place, StringComparison.Ordinal) && clause[..^place.Length].All(char.IsAsciiDigit);

    /// <summary>A region as an address has it: of "山东省/青岛市 城阳区" without what stands between.</summary>
    public static string Plain(string region) => Between().Replace(region, "");

    /// <summary>An address of two pieces; what the first ends and the second begins with stands once.</summary>
    public static string Joined(string first, string second)
    {
        var plain = Plain(second);
        var shared = Enumerable.Range(2, Math.Max(0, Math.Min(first.Length, plain.Length) - 1)).Where(n => first.EndsWith(plain[..n], StringComparison.Ordinal)).LastOrDefault();
        return shared == first.Length ? second : first + (shared > 0 ? plain[shared..] : second);
    }

    /// <summary>True for an address that begins with a province or a city, and not with a road or a district named after one (朝阳区).</summary>
    public static bool BeginsAtTop(string address) => Topped().IsMatch(address);

    /// <summary>The pieces of a region, from the top down in whatever order they came; not whole where one is of another region, which is left out.</summary>
    public static (string Region, bool Whole) Region(IEnumerable<string> pieces)
    {
        var (region, whole) = ("", true);
        foreach (var piece in pieces.Select(Plain).OrderBy(Level))
        {
            var joined = region.StartsWith(piece, StringComparison.Ordinal) ? region : Joined(region, piece);
            var goesOn = region.Length == 0 || joined.Length < region.Length + piece.Length || Level(piece) switch { 0 => false, 1 => ProvinceAlone().IsMatch(region), 2 => region[^1] is not ('区' or '县' or '旗'), _ => true };
            (region, whole) = (goesOn ? joined : region, whole && goesOn);
        }

        return (region, whole);
    }

    /// <summary>How high a piece begins: at the province, the city, the district, or below.</summary>
    private static int Level(string piece) =>
        AtProvince().IsMatch(piece) ? 0 : BeginsAtTop(piece) ? 1 : piece.Length > 0 && piece[^1] is '区' or '县' or '旗' or '市' ? 2 : 3;

    /// <summary>The places of a sentence: what ends like a part of an address, one close behind the other, from its province or city on; in one pass.</summary>
    private static IEnumerable<(string Place, bool Topped)> Chains(string sentence)
    {
        var tops = AtTop().Matches(sentence).ToList();
        var ends = Part().Matches(sentence).ToList();
        for (var i = 0; i < ends.Count; i++)
        {
            var first = ends[i].Index;
            var last = i;
            while (last + 1 < ends.Count && Close(sentence[(ends[last].Index + ends[last].Length)..ends[last + 1].Index]))
            {
                last++;
            }

            var end = ends[last].Index + ends[last].Length;
            var top = tops.FirstOrDefault(t => t.Index <= first && t.Index >= first - LongestTop && Close(sentence[(t.Index + t.Length)..Math.Max(first, t.Index + t.Length)]));
            var from = top?.Index ?? Beginning(sentence, first);
            end += Door().Match(sentence, end) is { Success: true } door ? door.Length : 0;
            if (end - from is > 1 and <= LongestPlace)
            {
                yield return (top is null ? Lead().Replace(sentence[from..end], "") : sentence[from..end], top is not null);
            }

            i = last;
        }
    }

    /// <summary>So little stands between two parts of one address.</summary>
    private static bool Close(string between) => between.Length <= LongestPart && !between.Trim().Contains(' ', StringComparison.Ordinal) && between.All(c => char.IsLetterOrDigit(c) || c is ' ' or '#' or '-');

    private static int Beginning(string sentence, int first)
    {
        var from = first;
        while (from > 0 && first - from < LongestPart && sentence[from - 1] != ' ' && char.IsLetterOrDigit(sentence[from - 1]))
        {
            from--;
        }

        return from;
    }

    private const int LongestPart = 9, LongestTop = 16, LongestPlace = 100;

    private static readonly char[] Ends = ['，', ',', '。', ';', '；', '!', '！', '?', '？', '\n', '|', '、', ':', '"', '<', '>'];

    [GeneratedRegex(Suffix + "(?:" + Suffix + ")?")]
    private static partial Regex Part();

    [GeneratedRegex(Top)]
    private static partial Regex AtTop();

    [GeneratedRegex("^" + Top + "(?![东西南北中]?(?:路|街|大道|大街|巷)|[区县镇乡])")]
    private static partial Regex Topped();

    [GeneratedRegex("^(?!吉林市|海南(?:州|藏族))" + Province + "(?![东西南北中]?(?:路|街|大道|大街|巷)|[区县镇乡])")]
    private static partial Regex AtProvince();

    [GeneratedRegex("^" + Province + "(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?$")]
    private static partial Regex ProvinceAlone();

    /// <summary>What forms put between the pieces of a region.</summary>
    [GeneratedRegex("(?<=" + Han + ")[ /·>-]+(?=" + Han + ")")]
    private static partial Regex Between();

    /// <summary>The door behind the last part: "502", " 11-2-902".</summary>
    [GeneratedRegex("\\G(?:附?\\d{1,4}(?:-\\d{1,4}){0,3}|[ ]\\d{1,3}(?:-\\d{1,4}){1,3}|(?<=[栋幢楼元])[ ]\\d{3,4})?(?:号|室|之[一二三四五六七八九十])?(?![\\d年月日:])")]
    private static partial Regex Door();

    [GeneratedRegex("[" + Han + "A-Za-z0-9()·]{2,28}?(?:有限责任公司|股份有限公司|有限公司|集团|公司|专业合作社|合作社|农机站|农机服务队|农场|4S店|维修站|服务站|修理厂|电缆厂|线缆厂|铜业|机械厂|加工厂|厂|酒店|宾馆|超市|饭店|学校|医院)(?!有限|股份|公司|集团|专业|业|合作|长|里|家|房|区)(?:[" + Han + "]{2,4}分公司)?")]
    private static partial Regex Firm();

    [GeneratedRegex(@"[A-Z][\w&'-]{0,20}(?: (?:[A-Z&(][\w&'.)-]{0,20}|of|and)){0,5},? (?:Co\.?,? ?Ltd\.?|Pvt\.? Ltd\.?|Ltd\.?|Limited|Inc\.?|LLC|GmbH|Corp\.?|Corporation|Cables?|Cooperative|Farms?|Factory|Industries|Group|Bhd)(?!\w)")]
    private static partial Regex FirmAbroad();

    /// <summary>A short message's signature: "[Greenfield Farm]", "【诸城鑫隆】".</summary>
    [GeneratedRegex(@"(?<=^\[)[A-Z][\w &'.-]{2,30}(?=\])")]
    private static partial Regex FirmInBrackets();

    /// <summary>Whose machine it is.</summary>
    [GeneratedRegex("(?:卖给|客户|用户|终端|替|帮)(?:是|的|:|了)?")]
    private static partial Regex Holder();

    /// <summary>What leads to a firm's name in a sentence.</summary>
    [GeneratedRegex("^.*(?:你好|您好|这里是|这边是|我们是|咱们是|我们这是|我是|我们在|我在|是在|咱是|在|是|给|到|来自|我们|我这|咱们|这里|师傅|我司|敝司|我方|我单位|本单位|本公司|我公司)[(:]?(?=.{4})", RegexOptions.Singleline)]
    private static partial Regex Before();

    [GeneratedRegex("^(?:.{0,3}(?:你们|我们|贵|咱|我|本|原|这家|那家|贵公|回|出|总|送|进)(?:公司|厂|集团)|电缆厂|机械厂|修理厂|有限公司|.*(?:回厂|出厂|返厂|原厂|进厂|到厂|工厂|分厂|在厂|我公司|我厂|你厂|你们厂))$")]
    private static partial Regex Nobody();

    /// <summary>A city or province with two or three characters behind it: "济南长清", "河北宁晋".</summary>
    [GeneratedRegex(Top + "[" + Han + "]{2,3}(?=[^" + Han + "]|$|的)")]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?:(?:No\.|Lane|Plot|Building|Unit) ?)?\d{1,5}(?:/\d+)?,? (?:[A-Z]\w{0,20}(?: [A-Z0-9]\w{0,20}){0,3}, ?)?[A-Z][\w-]{0,20}(?: [A-Z][\w-]{0,20}){0,3} (?:Road|Rd|Street|St|Avenue|Ave|Lane|Blvd|Drive|Area)\b(?:, ?[A-Z]\w{0,20}(?: [A-Z0-9]\w{0,20}){0,3})*")]
    private static partial Regex AddressAbroad();

    /// <summary>"(Jiansanjiang, Heilongjiang)", ", Shunyi Beijing,".</summary>
    [GeneratedRegex(@"\((?<town>[A-Z][a-z]{1,20}, ?[A-Z][a-z]{1,20})\)|, (?<town>[A-Z][a-z]{1,20} (?:Beijing|Shanghai|Tianjin|Chongqing|Shandong|Hebei|Henan|Jiangsu|Zhejiang|Guangdong|Anhui|Heilongjiang|Sichuan|Hubei|Hunan))(?=[,.]|$)")]
    private static partial Regex TownAbroad();

    /// <summary>What leads to a place in a sentence.</summary>
    [GeneratedRegex("^(?:.*(?:你好|您好|位于|家住|我住|送到|发到|寄到|过来|地址是|地址|我是|在|到|嗯|那个)(?=.{2})|\\d{1,12})", RegexOptions.Singleline)]
    private static partial Regex Lead();

    [GeneratedRegex("^(?:.*吵.*|.{0,2}[一二三四五六七八九十\\d]+(?:号|号楼|层|楼|路|号车间|车间)|.*[机温]\\d*区|.*\\d+月\\d+号|.*(?:电路|油路|气路|管路|线路|短路|断路|修路|水路|回路|走路|半路|[^" + Han + "]路口|市场|城市|区别|编号|型号|账号|几号|信号|合同号|工号|发票号|账号|卡号|税号|证号|流水号|同号|[的旧老新空个]号|尾号\\w*|机号\\w*|车牌号|手机号|单号|序列号|出厂编号|热线.*|座机号|车架号|发动机号))$")]
    private static partial Regex NoPlace();
}
