namespace AfterSales.Core.Data.SampleData;

/// <summary>What a customer complains of, what lay behind it, and what was done about it.</summary>
internal sealed record Grievance(string Words, string Cause, string[] Solutions, bool OfVisit);

/// <summary>What customers think of the service.</summary>
internal static class Opinions
{
    private static readonly string[] Apology = ["主管致电道歉并说明原因，客户接受。", "向客户书面说明原因并道歉，内部通报。", "主管登门道歉，当事人培训后上岗。"];
    private static readonly string[] Rework = ["改派资深工程师重新检修，确认稳定后撤离，免收差旅。", "重新检修并跟班一天，运行稳定。", "技术部会诊后重新处理，延长该部位保修三个月。"];
    private static readonly string[] Bill = ["说明收费依据，退还多收部分。", "逐项对账，更正结算单并致歉。", "补发明细，客户核对后认可。"];
    private static readonly string[] Wait = ["安排专人跟进，每日通报进度。", "协调仓库优先发货，次日送达。", "从兄弟单位调拨备件，当天发出。"];

    private static readonly Grievance[] Grievances =
    [
        new("师傅到得太晚，耽误了一个班的生产。", "派工安排不及时", Apology, true), new("修过的毛病又犯了，没修彻底。", "检修不彻底", Rework, true), new("换上的配件没用几天又坏了。", "配件质量问题", Rework, true),
        new("修完后噪声更大了，要求负责到底。", "检修后试车时间不足", Rework, true), new("师傅走的时候现场没收拾干净。", "现场管理不到位", Apology, true), new("师傅讲得不清楚，操作工还是不会用。", "交底不到位", Apology, true),
        new("报价和实际收费对不上，要求解释。", "报价明细不清", Bill, true), new("来了一趟没带备件，白跑。", "出发前未核对备件", Wait, true),
        new("打了几次电话没人回复，态度也不好。", "来电登记后未及时跟进", Apology, false), new("说好当天回电，等到第二天也没消息。", "回电安排遗漏", Apology, false), new("备件等了十多天，没人给准信。", "备件缺货，沟通不及时", Wait, false),
        new("发票开错两次了，财务一直在催。", "开票信息核对不严", Bill, false), new("电话里说的和发来的资料不一样。", "资料版本未更新", Apology, false), new("订的配件少发了，催了几次才补。", "发货核对不严", Wait, false),
    ];

    private static readonly string[] Good = ["处理得快", "服务态度好", "讲解清楚", "配合不错", "比以前快多了", "很专业", "很负责", "满意", "沟通顺畅", "答复及时"];
    private static readonly string[] After = ["。", "，谢谢。", "，继续保持。", "，没有问题。", "，运行正常。", "，大家都认可。"];
    private static readonly string[] Here = ["师傅", "工程师", "来的师傅", "现场", "这次", "上门服务"];
    private static readonly string[] There = ["客服", "电话指导", "这次", "售后", "答复的同事", "服务"];
    private static readonly string[] Middling = ["一般，还要再观察。", "配件价格偏高。", "希望多备些配件。", "说明得不够详细。", "还可以，流程有点长。", "解决了，希望再快一点。", "基本满意，电话不太好打。"];
    private static readonly string[] Settled = ["处理得当，接受。", "已解释清楚，满意。", "问题解决了，谢谢。", "主管亲自处理，认可。", "道歉诚恳，接受。", "说到做到，满意。"];
    private static readonly string[] Unsettled = ["处理结果不满意，希望再改进。", "只是道歉，问题没有根本解决。", "拖得太久，不满意。"];

    private static readonly Grievance[] Blame =
    [
        new("又出现过一次，没修彻底。", "检修不彻底", Rework, true), new("没有达到原来的效果。", "参数未恢复到位", Rework, true), new("问题反复，不放心。", "原因未查清", Rework, true),
        new("说得不清楚，还是要自己摸索。", "讲解不到位", ["安排工程师重新讲解，并发送图文步骤。", "重新培训操作工，附操作视频。"], true), new("前后换了几个人说法不一样。", "内部口径不一", Apology, true),
        new("等得太久，影响交货。", "安排与备货不及时", Apology, true), new("收费明细不清楚。", "报价明细不清", Bill, true),
    ];

    /// <summary>A grievance: of a visit that there was, or of anything else.</summary>
    public static Grievance About(Dice dice, bool visited) => dice.Of(Grievances.Where(g => g.OfVisit == visited).ToList());

    /// <summary>The grievance that words belong to.</summary>
    public static Grievance Behind(string words) => Array.Find([.. Grievances, .. Blame], g => g.Words == words) ?? Blame[0];

    /// <summary>What the customer says about how a complaint was dealt with.</summary>
    public static string Judgement(Dice dice, bool satisfied) => dice.Of(satisfied ? Settled : Unsettled);

    /// <summary>The customer's words with a score.</summary>
    public static string Comment(Dice dice, int score, bool visited) =>
        score >= 4 ? dice.Of(visited ? Here : There) + dice.Of(Good) + dice.Of(After) : score == 3 ? dice.Of(Middling) : dice.Of(Blame).Words;
}
