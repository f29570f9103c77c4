using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>Parts that stand behind a word that says what they are: "联系人：王建国", "SN: 23A00917", "【地址】…".</summary>
internal static partial class MessageLabels
{
    /// <summary>The words, longest first; a null part is another's value and ends the one before.</summary>
    private static readonly (MessagePart? Part, string[] Words)[] Known =
    [
        (MessagePart.Name, ["联系人姓名", "客户姓名", "用户姓名", "报修人", "收货人", "收件人", "现场联系人", "所有人", "司机", "ask for", "caller", "人", "联系人", "姓名", "名字", "称呼", "车主", "机主", "contact person", "contact name", "your name", "full name", "contact", "name", "attn"]),
        (MessagePart.Phone, ["联系人电话", "客户电话", "用户电话", "联系电话", "联系方式", "电话号码", "手机号码", "手机号", "回电", "电话", "手机", "座机", "电话号", "新号", "dial", "telephone", "phone number", "cell phone", "mobile", "phone", "cell", "tel"]),
        (MessagePart.Firm, ["使用单位", "用户单位", "客户名称", "单位名称", "公司名称", "客户单位", "最终用户", "终端客户", "用户名称", "厂名", "厂", "名称", "企业", "on site", "单位", "公司", "客户", "用户", "company name", "end user", "company", "customer"]),
        (MessagePart.Address, ["安装地址", "详细地址", "收货地址", "上门地址", "现场地址", "使用地点", "客户地址", "设备地点", "新地址", "现地址", "new address", "公司地址", "家庭住址", "所在地", "在哪", "地", "住址", "地址", "ship-to", "where", "地点", "位置", "街道地址", "add / 地址", "address", "location", "site"]),
        (MessagePart.Serial, ["设备编号", "出厂编号", "整机编号", "机身编号", "产品编号", "机器编号", "机器号", "序列号", "机身号", "出厂号", "条码", "整机条码", "机身条码", "factory no", "号", "机号", "编号", "serial number", "serial no", "serial#", "serial", "s/n", "sn"]),
        (MessagePart.Model, ["设备型号", "产品型号", "机器型号", "型号", "机型", "车型", "model"]),
        (MessagePart.Plate, ["号牌号码", "车牌号码", "车牌号", "车牌", "牌照", "license plate", "plate number", "plate no", "plate"]),
        (MessagePart.Vin, ["车辆识别代号", "识别码", "识别代号", "车架号码", "车架号", "底盘号", "vin"]),
        (MessagePart.Symptom, ["故障现象", "故障描述", "故障内容", "问题描述", "报修内容", "故障情况", "毛病", "障", "维修事项", "complaint", "售后原因", "描述", "现象", "故障", "问题", "情况", "诉求", "problem description", "fault description", "problem", "issue", "symptom", "fault"]),
        (null, ["原地址", "旧地址", "老地址", "old address", "经销商", "代理商", "购买日期", "购机日期", "出厂日期", "购买时间", "报修时间", "经销商联系人", "门店", "备用", "工单号", "订单号", "订单编号", "单号", "预约", "合同号", "备注", "期望时间", "预约时间", "时间", "日期", "邮箱", "email", "e-mail", "税号", "开户行", "发动机号码", "发动机号", "发票", "claim no", "fax", "传真", "微信", "qq", "数量", "品牌", "行驶里程", "里程", "产品名称", "产品", "设备", "机器", "job", "dealer", "date", "purchased", "order no", "order", "po#", "machine", "add", "subject", "mileage"]),
    ];

    /// <summary>The pieces that a form asks an address in, from the province down, before the street and the door; words of a sentence without their colon.</summary>
    private static readonly string[] Pieces = ["所在地区", "收货地区", "所在区域", "所属地区", "省市区县", "省/市/区", "省市区", "省份", "城市", "区县", "区/县", "地区", "街道/乡镇", "乡镇/街道", "乡镇", "街道"];

    private static readonly (string Word, MessagePart? Part)[] Words =
        [.. Known.SelectMany(k => k.Words.Select(w => (Word: w, k.Part))).Concat(Pieces.Select(p => (Word: p, Part: (MessagePart?)MessagePart.Address))).OrderByDescending(w => w.Word.Length)];

    private static readonly Regex Label = new(
        @"(?<![\p{L}\d])(?<mine>(?:打?我|本人)的?)?(?:\(?\d{1,2}[.、)]\s*)?[【\[◆●★※#*-]?(?:[A-Z]{2,8} ?/ ?)?(?<word>" + string.Join('|', Words.Select(w => Regex.Escape(w.Word)))
            + @")(?:\([^)]{0,12}\)| ?no\.?)?[】\]◆]?(?:\s*(?:[:=→|]|\.{3,}|-{1,2}>|—{1,2})\s*|(?<=[】\]◆])\s*|(?<said>是|为)\s*|(?<bare>[ ]+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Each labelled value, in the order of the text; those of other words (a dealer, an order) have no part; told are the pieces of an address, and whether all was taken that a fault or an address may go on with. One that says there is nothing to say is left out.</summary>
    public static IEnumerable<(MessagePart? Part, string Value, bool Piece, bool Whole)> In(string body)
    {
        var marks = Label.Matches(body).Where(m => Stands(body, m)).ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            var from = marks[i].Index + marks[i].Length;
            var to = i + 1 < marks.Count ? marks[i + 1].Index : body.Length;
            var word = marks[i].Groups["word"].Value;
            var part = Part(word);
            var said = body[from..Math.Max(from, to)];
            if (Cut(part, said) is { Length: > 0 } value && !IsNothing(value))
            {
                // A word that is a label only by a blank may as well stand in the fault itself.
                var inside = i + 1 < marks.Count && marks[i + 1].Groups["bare"].Success && !marks[i + 1].Groups["mine"].Success && !marks[i].Groups["bare"].Success && !said.Contains('\n', StringComparison.Ordinal);
                var rest = said[(said.IndexOf(value, StringComparison.Ordinal) + value.Length)..];
                var (all, whole) = part == MessagePart.Address ? MessageAddresses.GoesOn(value, rest) : (value, !inside && !Goes().IsMatch(rest) && (part != MessagePart.Symptom || !MessageFaults.In(rest).Any()));
                yield return (part, all, Pieces.Contains(word), whole);
            }
        }
    }

    /// <summary>
    /// A label without a colon stands at the beginning of its line, a Chinese one or a number's also behind a blank or a comma; "是" makes
    /// one only of numbers; one of a single character begins its line or clause. "我的" is said of a number to call alone.
    /// </summary>
    private static bool Stands(string body, Match mark)
    {
        var word = mark.Groups["word"].Value;
        var (number, before) = (Part(word) is MessagePart.Phone or MessagePart.Serial or MessagePart.Plate or MessagePart.Vin or MessagePart.Model, mark.Index == 0 ? '\n' : body[mark.Index - 1]);
        return (!mark.Groups["mine"].Success || Part(word) == MessagePart.Phone) && (word.Length == 1 ? !mark.Groups["bare"].Success && !mark.Groups["said"].Success && before is '\n' or ';' or '；' or ',' or '，'
            : mark.Groups["said"].Success ? number
            : !mark.Groups["bare"].Success || (word is not ("机器" or "设备") && !Pieces.Contains(word) && (before == '\n' || ((number || !char.IsAscii(word[0])) && before is ' ' or ',' or '，' or ';' or '；'))));
    }

    /// <summary>True for an answer that tells nothing: "不知道", "同上", "n/a", "same as before".</summary>
    public static bool IsNothing(string value) => value.Length == 0 || Nothing().IsMatch(value);

    private static MessagePart? Part(string word) => Words.First(w => w.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Part;

    private static string Cut(MessagePart? part, string value)
    {
        var line = Inside(value.Split('\n')[0].TrimStart(' ', '|').Split('|')[0]);
        var chinese = Chinese().IsMatch(line);
        var end = part == MessagePart.Symptom ? line.IndexOfAny(['。', ';', '；', '!', '！']) : line.IndexOfAny(chinese || part is MessagePart.Serial or MessagePart.Vin or MessagePart.Plate or MessagePart.Model or MessagePart.Name ? [',', '，', ';', '；', '。'] : [';', '；']);
        var cut = (end > 0 ? line[..end] : line).Trim(' ', ',', '，', ';', '；', '、', '。', '/');
        return part == MessagePart.Firm && !chinese ? cut : cut.TrimEnd('.');
    }

    /// <summary>Up to a bracket that was opened before the value or opens the next label.</summary>
    private static string Inside(string line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            depth += line[i] == '(' ? 1 : line[i] == ')' ? -1 : 0;
            if (depth < 0 || line[i] is '【' or '】' or '[' or ']' or '◆')
            {
                return line[..i];
            }
        }

        return line;
    }

    /// <summary>What was cut at a bracket and goes on behind it.</summary>
    [GeneratedRegex(@"^ ?[\[【][^\[【\]】\n]{0,40}[\]】] ?[\p{L}\d]")]
    private static partial Regex Goes();

    [GeneratedRegex("^[ (]?(?:无|没有?|暂无|略|待定|不详|未知|不明|忘了|(?:记|看)不清楚?了?|(?:还?不知道|不清楚|不确定|说不清)(?:啊|呢|了|怎么回事|(?:是?什么|啥)(?:原因|问题|毛病|故障)?|哪里坏了?)?|同(?:上|前)|如(?:上|前)|见上|一样"
        + "|(?:还是|还在|同|跟|和|与)?(?:上次|上回|之前|以前|原来|老地方|上面)(?:的|一样|那个|那里|地址|相同){0,3}"
        + "|n[/.]?a|none|nil|null|no|nothing|not (?:applicable|known|sure)|unknown|no idea|i? ?(?:don'?t|do not) know|tb[dc]|ditto|see above|(?:the )?same(?: (?:address|one|as (?:(?:the )?last (?:time|one)|before|above|previous(?:ly)?|usual)))?|as (?:before|above|usual)|[-?？*]+)[)。.!！ ]{0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex("[\\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Chinese();
}
