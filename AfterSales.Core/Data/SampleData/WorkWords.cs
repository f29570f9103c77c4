using AfterSales.Core.Cases;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What agents and engineers write about their work, put together from pieces.</summary>
internal static class WorkWords
{
    private static readonly string[] Found = ["检查发现", "拆检发现", "现场测试确认", "逐项排查后确认", "停机检查确认", "对照图纸排查，确认"];
    private static readonly string[] Tested = ["空载、负载试车正常。", "试车两小时，参数稳定。", "连续生产四小时未再出现。", "跟班观察，运行正常。", "按原速试产合格，用户认可。", "复位后连续启停十次正常。"];
    private static readonly string[] Advice = ["已提醒每周检查一次。", "建议备一套易损件。", "已给操作工讲解注意事项。", "建议按说明书周期润滑。", "", "", ""];

    private static readonly (string Cause, string Words, double Weight)[] Mechanical =
    [
        ("wear", "长期使用磨损", 46), ("manufacturing", "加工尺寸偏差", 13), ("assembly", "装配间隙过大", 11), ("material", "材质偏软", 7), ("maintenance", "缺油、清洁不到位", 12), ("misuse", "超载使用", 8), ("design", "结构余量不足", 3),
    ];

    private static readonly (string Cause, string Words, double Weight)[] Electrical =
        [("bought-in", "元件自身质量问题", 52), ("wear", "使用年久老化", 18), ("environment", "车间粉尘、潮湿", 14), ("misuse", "误操作", 10), ("maintenance", "长期未除尘", 6)];

    private static readonly (string Cause, string Words, double Weight)[] Adjusted =
        [("maintenance", "日常保养不到位", 30), ("assembly", "装配时调整偏差", 22), ("misuse", "操作设定不当", 24), ("environment", "车间潮湿、粉尘", 10), ("unauthorised", "用户自行改动过设定", 5), ("design", "调整余量偏小", 4), ("not-found", "暂未查明的原因", 5)];

    private static readonly Dictionary<CaseType, string[]> Done = new()
    {
        [CaseType.Installation] = ["完成就位、找平、接线和空载、负载试车", "按图安装调试完毕，试产合格", "安装找正后逐项调试，达到合同参数", "完成安装、校准和带料试车"],
        [CaseType.Maintenance] = ["按保养清单加油换油、除尘紧固", "完成定期保养，更换润滑脂并校准传感器", "清洗油路、紧固端子、检查制动", "完成年度保养，逐项测量并记录", "检查传动、补油并校准张力"],
        [CaseType.Training] = ["讲解操作、换产和日常点检，现场考核合格", "完成操作与安全培训，学员逐个上机", "讲解电气维护和常见报警，答疑完毕"],
        [CaseType.Recall] = ["按通知更换批次件并试车", "检查批次号后更换，旧件收回", "完成批次检查和更换，登记序列号"],
    };

    private static readonly string[] Handed = ["试车正常，已向用户交底。", "现场已清理，用户确认。", "已向操作工说明注意事项。", "资料已移交设备科。", "用户在场确认。", "下次保养时间已告知。"];

    private static readonly Dictionary<CaseType, string[]> Answers = new()
    {
        [CaseType.Enquiry] = ["已答复，客户清楚了", "已把资料发到客户邮箱", "技术部核对后已答复", "已电话讲解，客户记录完毕", "已发操作步骤和附图"],
        [CaseType.Parts] = ["已报价，客户下单，备件已发出", "已核库存并报价，当天发货", "已报价和交期，客户确认订单", "备件已发出，单号已告知"],
        [CaseType.Delivery] = ["已查物流并告知单号和到货日期", "已联系承运商，次日送达", "已核对地址并改派送", "货已找到并重新派送"],
        [CaseType.Return] = ["已办理换货，正确规格已发出", "已办理退货，运费由我方承担", "已收回并补发", "核对订单后同意调换，已发出"],
        [CaseType.Suggestion] = ["已转技术部评估，并回复客户", "已登记建议，技术部采纳", "已感谢客户并反馈设计部", "已回复客户现有选配方案"],
    };

    private static readonly string[] Agreed = ["，客户认可。", "，客户无异议。", "。", "，客户表示感谢。", "，已电话确认。"];
    private static readonly string[] Contact = ["已回电", "已电话联系设备科", "已与用户通话", "已联系现场值班人员", "已联系报修人", "已致电客户"];
    private static readonly string[] Field = ["，了解现象，正在安排工程师。", "，先指导检查电源和报警代码，随后派工。", "，说明上门安排。", "，约定上门前再联系。", "，核对机型和备件，准备派工。", "，确认停机时间，安排人员。"];
    private static readonly string[] Desk = ["，说明处理方法。", "，正在核实后答复。", "，告知办理步骤。", "，技术部正在判断。", "，约定当天给结果。", "，收到资料后处理。"];
    private static readonly string[] Letters = ["已回复邮件，附操作步骤。", "已回函说明安排。", "已在线答复，附联系电话。", "已书面回复处理办法。"];

    private static readonly string[] First = ["先电话联系设备科，确认停机时间。", "到厂先看报警记录。", "进厂需登记，带工作证。", "到场先断电挂牌。", "先听操作工说明情况。", "到门卫后找报修人。", "", ""];
    private static readonly string[] Then = ["注意绝缘检查，试车前测漏电。", "带全套易损件。", "带测振仪和万用表。", "完工后电话报总部再离场。", "旧件带回登记。", "拍照留底。", "", ""];
    private static readonly string[] Declines = ["在另一客户处，当天赶不到。", "手上的活还没完，走不开。", "不熟悉这个机型，请派别人。", "身体不适，请假半天。", "车辆检修，去不了。"];
    private static readonly string[] Chases = ["客户问师傅什么时候到。", "客户催处理结果，生产很急。", "客户再次催促。", "客户问今天能不能处理。", "客户说交货日期近了，催一下。", "客户问进展到哪一步了。"];
    private static readonly string[] Again = ["同样的故障又出现了。", "运行几天后再次发生。", "客户反映问题没有彻底解决。", "开了两个班又犯了。", "故障重现，要求再来。"];
    private static readonly string[] Beyond = ["另有防护罩螺栓缺失，建议停机时补齐。", "发现电柜风扇异响，建议下次更换。", "气源压力偏低，建议检查空压机。", "地线端子锈蚀，建议更换。", "导轮磨损接近限度，建议备件。"];

    /// <summary>A cause with its words; a machine in its first months is not worn.</summary>
    public static (string Cause, string Words) CauseOf(Dice dice, Fault fault, bool part, bool young)
    {
        var electrical = fault.PartNo.StartsWith("DQ", StringComparison.Ordinal);
        var choices = !part ? Adjusted : electrical ? Electrical : Mechanical;
        return dice.Of([.. choices.Select(c => ((c.Cause, c.Words), young && c.Cause == "wear" || electrical && c.Cause == "assembly" ? 0 : c.Weight))]);
    }

    /// <summary>What was done about a fault, with a part replaced or without.</summary>
    public static string Remedy(Dice dice, string symptom, string cause, string? part, string adjustment) => part is null
        ? $"{dice.Of(Found)}{symptom}由{cause}引起，{adjustment}，{dice.Of(Tested)}{dice.Of(Advice)}"
        : $"{dice.Of(Found)}{part}损坏（{cause}）导致{symptom}，更换{part}，{dice.Of(Tested)}{dice.Of(Advice)}";

    /// <summary>A fault put right by phone.</summary>
    public static string ByPhone(Dice dice, string symptom, string cause, string adjustment) =>
        $"电话指导用户{adjustment}，{symptom}消除，判断由{cause}引起。{dice.Of(Tested)}{dice.Of(Advice)}";

    /// <summary>Any other job done on site or told by phone.</summary>
    public static string Job(Dice dice, CaseType type, string? part) =>
        $"{dice.Of(Done.GetValueOrDefault(type) ?? Done[CaseType.Maintenance])}{(part is null ? "" : $"，更换{part}")}，{dice.Of(Handed)}";

    /// <summary>An answer from the desk.</summary>
    public static string Answer(Dice dice, CaseType type) =>
        dice.Of(Answers.GetValueOrDefault(type) ?? Answers[CaseType.Enquiry]) + dice.Of(Agreed);

    /// <summary>The first reply.</summary>
    public static string Reply(Dice dice, ReplyHow how, bool onSite) =>
        how == ReplyHow.Writing ? dice.Of(Letters) : dice.Of(Contact) + dice.Of(onSite ? Field : Desk);

    public static string Instruction(Dice dice) => dice.Of(First) + dice.Of(Then);

    public static string Decline(Dice dice) => dice.Of(Declines);

    public static string NotExempt(Dice dice) => dice.Of<string>(["可改乘汽车，当天能到。", "未事先告知客户，不予豁免。", "片区另有人可派，不予豁免。"]);

    public static string Chase(Dice dice) => dice.Of(Chases);

    public static string Reopen(Dice dice) => dice.Of(Again);

    public static string FoundBeyond(Dice dice) => dice.Of(Beyond);

    /// <summary>Why a case was given up.</summary>
    public static string Cancel(Dice dice, bool quoted) =>
        dice.Of<string>(quoted ? ["客户不接受报价。", "报价偏高，客户暂不处理。"] : ["客户来电撤销，自行处理。", "重复登记。", "客户改期到大修时一并处理。", "客户已自行解决。"]);

    /// <summary>What was said about a visit that ended unfinished.</summary>
    public static string Unfinished(Dice dice, string reason) => dice.Of<string>(reason switch
    {
        "part" => ["缺件，已下单，到货后再来。", "现场无此备件，已申请调拨。", "备件需从厂里发，约定到货后上门。"],
        "shutdown" => ["用户赶货不停机，约定停机后再来。", "等待用户安排停机。", "生产不能停，改约时间。"],
        "supplier" => ["需供应商技术支持，已联系。", "外购件需厂家到场，另约。", "已请供应商出方案。"],
        _ => ["工作未完，约定下次继续。", "试车还要半天，另约时间。", "当天做不完，客户同意改日。"],
    });
}
