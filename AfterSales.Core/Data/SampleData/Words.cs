using AfterSales.Core.Assets;
using AfterSales.Core.Cases;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What callers say, put together from pieces that fit the type, the machine and how badly it is hit.</summary>
internal static class Words
{
    private static readonly string[] Where = ["一车间", "二车间", "三号线", "老厂区", "新厂区", "东跨", "西跨", "五号机位", "二号线", "南厂房", "北厂房", "新线"];
    private static readonly string[] When = ["从昨天夜班开始", "今天早上开机就", "换盘以后", "上周检修完", "最近三天", "连续生产两天后", "停机再开后", "换了规格以后", "下雨受潮后", "刚才", "昨天下午起", "提速以后", "这个月以来", "交接班时"];

    private static readonly Dictionary<Impact, string[]> Then = new()
    {
        [Impact.Stopped] = ["已经停机等处理", "重启过两次还是开不了机", "整条线都停了", "电工查过没找到原因，机器停着", "机器停了一个班", "现在开不了机，订单压着", "换了备件还是不能开机"],
        [Impact.Impaired] = ["现在只能降速生产", "一个班要停好几次", "废线明显增多", "白班夜班都出现", "勉强能开，要有人盯着", "产量只有平时一半", "合格率下来了"],
        [Impact.None] = ["目前不影响生产", "偶尔出现，暂时能正常开", "机器照常开，先报一下", "产品质量没受影响", "还能正常用"],
    };

    private static readonly Dictionary<Impact, string[]> Ask = new()
    {
        [Impact.Stopped] = ["请尽快派人来看。", "最好今天能到。", "客户催货，拜托快一点。", "请马上安排师傅。", "来之前先打电话，我们留人等。", "急，请立即回电。"],
        [Impact.Impaired] = ["麻烦安排师傅。", "请回个电话。", "最好今天能给答复。", "请带上常用备件。", "希望这两天能处理。", "来之前先打电话。"],
        [Impact.None] = ["有空时安排看一下。", "保养时一并处理也可以。", "请先电话指导一下。", "不急，约个方便的时间。", "请告知是否要紧。"],
    };

    private static readonly string[] Enquiries =
    [
        "咨询{0}换产{1}平方规格时的参数设定。", "询问{0}操作手册电子版怎么拿。", "想了解{0}改造张力控制的费用。", "问{0}年检项目和周期。", "{0}参数密码忘记了，如何恢复？", "咨询{0}润滑油牌号和换油周期。", "询问{0}能否再提速百分之{2}。",
        "咨询旧{0}置换新机的政策。", "问{0}备一套易损件大概多少钱。", "咨询{0}搬到新厂房要注意什么。", "询问{0}电柜能否加装空调。", "想要{0}的电气原理图，原来的找不到了。", "问{0}的保修到什么时候。", "咨询{0}接入车间数据采集的方法。", "询问{0}的额定功率和用气量。",
    ];

    private static readonly string[] Due = ["到保养期", "运行满{0}小时", "按年度计划该保养了", "上次保养已过半年", "准备停产检修", "换季前想做一次保养"];
    private static readonly string[] Wish = ["请安排保养", "请派人做定期保养", "请约时间上门保养", "请安排师傅来保养"];
    private static readonly string[] Slot = ["。", "，停机时间可安排在月底。", "，白班都可以。", "，最好安排在周六。", "，请提前两天通知。", "，请带上滤芯和润滑脂。"];
    private static readonly string[] There = ["已到货", "已卸车就位", "已经进厂，基础做好了", "已就位，电源气源已接好", "到厂三天了", "已开箱清点，随机附件齐全"];
    private static readonly string[] Install = ["请安排安装调试。", "请约定安装时间。", "请派人来安装并培训操作工。", "请按合同时间来调试。"];

    private static readonly string[] Parts =
    [
        "订购{0}，数量{1}，请报价。", "需要{0}{1}件，问库存和到货时间。", "请报{0}的价格，要{1}件。", "备件快用完了，再订{0}{1}件。", "{0}要{1}件，走快递，请尽快发。", "年度备件计划：{0}{1}件，请报价和交期。",
    ];

    private static readonly string[] Trainings = ["申请操作工培训，{0}人。", "新招了{0}名操作工，请安排培训。", "想请师傅来讲电气维护，{0}人参加。", "换了班组，{0}人需要重新培训。"];
    private static readonly string[] Deliveries = ["请告知{0}的发货单号和到货日期。", "{0}发货了没有？请告知物流单号。", "{0}物流显示已签收，但我们没收到。", "请把{0}改发到新厂区。", "{0}什么时候能到？"];
    private static readonly string[] Returns = ["发来的{0}规格不对，要求调换。", "{0}多发了{1}件，申请退货。", "收到的{0}外包装破损，要求换货。", "{0}型号订错了，想退换。"];
    private static readonly string[] Suggestions = ["建议{0}加装防护观察窗。", "建议{0}的操作面板换成中文大字。", "建议{0}的急停按钮再加一个。", "希望{0}的润滑点集中到一处。", "建议{0}配一盏工作灯。", "建议{0}的说明书加上常见故障一章。"];
    private static readonly string[] Recalls = ["{0}收到批次检查通知，请安排上门检查更换{1}。", "通知说{0}要免费更换{1}，请约时间。", "{0}在召回批次内，请来更换{1}。"];

    /// <summary>What the caller says; <paramref name="symptom"/> is a fault's name, <paramref name="impact"/> a repair's.</summary>
    public static string Of(CaseType type, Dice dice, Asset? asset, string? symptom, Impact? impact)
    {
        var line = Machines.Of(asset?.ProductLine ?? "");
        var machine = asset is null ? dice.Of(Machines.Lines).Name : asset.Model + line.Name;
        var part = dice.Of(line.Parts).Name;
        var few = dice.Int(2, 10);
        return type switch
        {
            CaseType.Repair => $"{dice.Of(Where)}的{machine}{dice.Of(When)}{symptom}，{dice.Of(Then[impact!.Value])}，{dice.Of(Ask[impact.Value])}",
            CaseType.Enquiry => Filled(dice.Of(Enquiries), machine, dice.Int(2, 40) * 5, few),
            CaseType.Maintenance => $"{machine}{Filled(dice.Of(Due), dice.Int(3, 12) * 500)}，{dice.Of(Wish)}{dice.Of(Slot)}",
            CaseType.Installation => $"{machine}{dice.Of(There)}，{dice.Of(Install)}",
            CaseType.Parts => Filled(dice.Of(Parts), part, few),
            CaseType.Training => Filled(dice.Of(Trainings), few),
            CaseType.Delivery => Filled(dice.Of(Deliveries), part),
            CaseType.Return => Filled(dice.Of(Returns), part, few),
            CaseType.Recall => Filled(dice.Of(Recalls), machine, part),
            _ => Filled(dice.Of(Suggestions), machine),
        };
    }

    /// <summary>What a letter says it is about.</summary>
    public static string Subject(CaseType type) => type switch
    {
        CaseType.Complaint => "关于售后服务问题的函",
        CaseType.Repair => "关于设备故障请求维修的函",
        CaseType.Parts => "备件询价函",
        CaseType.Return => "关于退换货的函",
        CaseType.Installation => "关于设备安装调试的函",
        CaseType.Maintenance => "关于安排设备保养的函",
        CaseType.Training => "关于安排操作培训的函",
        _ => "业务咨询函",
    };

    /// <summary>The words as they came in writing.</summary>
    public static string AsSent(string words, string name) => $"您好：\n\n{words}\n\n{name}";

    private static string Filled(string sentence, params object?[] with) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, with);
}
