namespace AfterSales.Core.Data.SampleData;

/// <summary>What callers say and engineers write, put together from pieces.</summary>
internal static class Words
{
    private static readonly string[] Where = ["一车间", "二车间", "三号线", "老厂区", "新线", "东跨", "西跨", "五号机位", "拉丝车间", "护套线", "绝缘车间", "成缆工段"];
    private static readonly string[] When = ["从昨天夜班开始", "今天早上开机就", "换盘以后", "上周检修完", "最近三天", "连续生产两天后", "停机再开后", "换了规格以后", "下雨受潮后", "刚才"];
    private static readonly string[] Then = ["现在只能降速生产", "已经停机等处理", "重启过两次还是一样", "电工查过没找到原因", "一个班要停好几次", "废线明显增多", "交货很急", "白班夜班都出现", "换了备件也没好", "暂时用旁边的机器顶着"];
    private static readonly string[] Ask = ["请尽快派人来看。", "麻烦安排师傅。", "希望先电话指导一下。", "请回个电话。", "最好今天能给答复。", "客户催货，拜托快一点。", "来之前先打电话。", "请带上常用备件。"];
    private static readonly string[] Found = ["检查发现", "拆检发现", "现场测试确认", "逐项排查后确认", "停机检查，"];
    private static readonly string[] Tested = ["空载、负载试车正常。", "试车两小时，参数稳定。", "连续生产四小时未再出现。", "跟班一个班次，运行正常。", "按原速试产合格，用户认可。"];
    private static readonly string[] Advice = ["已提醒每周检查一次。", "建议备一套易损件。", "已给操作工讲解注意事项。", "建议按说明书周期润滑。", ""];
    private static readonly string[] Fixed = ["调整间隙并重新紧固", "清理并重新校准", "修改参数并复位", "重新接线并紧固端子", "更换密封并补油", "调整同轴度"];

    public static readonly string[] Replies =
    [
        "已电话联系，了解现象，正在安排工程师。", "已回电，先指导检查电源和报警代码，随后派工。", "已告知客户处理方案和到场时间。", "已收到照片，技术部正在判断。", "已确认型号和故障，备件有库存。",
        "已电话答复，客户同意报价后上门。", "已回复邮件，附操作步骤。", "已与设备科长沟通，约定时间。",
    ];

    public static readonly string[] Enquiries =
    [
        "咨询{0}换产{1}平方规格的模具配置。", "询问{0}操作手册电子版怎么拿。", "想了解{0}改造张力控制的费用。", "问{0}年检项目和周期。", "{0}参数密码忘记了，如何恢复？", "咨询{0}润滑油牌号和换油周期。", "询问{0}能否提速到{1}米每分。",
        "咨询旧{0}置换新机的政策。",
    ];

    public static readonly string[] Requests =
    [
        "订购{0}，数量{1}，请报价。", "需要{0}一批，问库存和到货时间。", "申请操作工培训，{1}人。", "新到设备，请安排安装调试。", "设备到保养期，请安排保养。", "建议{0}加装防护观察窗。", "发来的{0}规格不对，要求调换。", "请告知{0}的发货单号和到货日期。",
    ];

    public static readonly string[] Complaints =
    [
        "师傅到得太晚，耽误了一个班的生产。", "同一个毛病修了两次，还是没修好。", "打了几次电话没人回复，态度也不好。", "说好昨天来，没来也没通知。", "更换的配件用了一周又坏了。", "报价和实际收费对不上，要求解释。", "修完后噪声更大了，要求负责到底。", "备件等了十多天，没人给准信。",
    ];

    public static readonly string[] Solutions =
    [
        "主管致歉，改派资深工程师次日到场，免收差旅。", "更换同批次配件，延长该部件保修三个月。", "说明收费依据，退还多收部分。", "安排专人跟进，每日通报进度。", "重新检修并跟班一天，确认稳定后撤离。", "向客户书面说明原因并道歉，内部通报。",
    ];

    public static readonly string[] Praise = ["师傅很专业，处理得快。", "服务态度好。", "按时到场，讲解清楚。", "设备运行正常，满意。", "配合不错。", "比以前快多了。", "没有问题。", "修得好，下次还找他。"];
    public static readonly string[] Middling = ["修好了，就是来得慢。", "一般，还要再观察。", "配件价格偏高。", "希望多备些配件。", "说明得不够详细。"];
    public static readonly string[] Blame = ["又坏了，没修彻底。", "来得太晚，影响交货。", "等配件等太久。", "收费不清楚。", "没有把现场收拾干净。"];
    public static readonly string[] Chases = ["客户问师傅什么时候到。", "客户催处理结果，生产很急。", "客户问备件发了没有。", "客户再次催促。", "客户问报价单何时发。"];
    public static readonly string[] Reopens = ["同样的故障又出现了。", "运行三天后再次报警。", "客户反映问题没有彻底解决。", "换上的配件又松动。"];
    public static readonly string[] Instructions = ["带全套易损件，先电话联系设备科长。", "到厂先看报警记录。", "注意绝缘检查，试车前测漏电。", "客户赶货，尽量当天修好。", "先确认停机时间再出发。", ""];
    public static readonly string[] Cancels = ["客户自行修复，不需上门。", "客户不接受报价。", "重复登记。", "客户改期到大修时一并处理。"];

    /// <summary>A sentence with its holes filled.</summary>
    public static string Filled(string sentence, string what, int number) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, what, number);

    /// <summary>The caller's words about a fault.</summary>
    public static string Fault(Dice dice, string line, string symptom) =>
        $"{dice.Of(Where)}的{line}{dice.Of(When)}{symptom},{dice.Of(Then)},{dice.Of(Ask)}";

    /// <summary>What was done, with a part replaced or without.</summary>
    public static string Remedy(Dice dice, string symptom, string? part) => part is null
        ? $"{dice.Of(Found)}{symptom}系调整不当引起，{dice.Of(Fixed)}，{dice.Of(Tested)}{dice.Of(Advice)}"
        : $"{dice.Of(Found)}{part}损坏导致{symptom}，更换{part}，{dice.Of(Tested)}{dice.Of(Advice)}";
}
