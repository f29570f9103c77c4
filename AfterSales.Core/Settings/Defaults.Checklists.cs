using AfterSales.Core.Cases;

namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    /// <summary>
    /// R36: what is answered on every job, what belongs to a product line, and what to a type of job. Codes of points
    /// differ over all lists, because a job answers several of them on one report.
    /// </summary>
    private static IEnumerable<Checklist> Checklists() =>
    [
        List("safety", "安全检查", "Safety", null, null, 1,
            ("power-off", "已断电、上锁、挂牌并验电", "Power off, locked out, tagged and proved dead", true),
            ("lifting", "吊装前检查吊具，吊物下无人", "Lifting gear checked, nobody under the load", true),
            ("height", "二米及以上作业系安全带", "Safety belt worn at two metres and above", true),
            ("supply", "电源经断路器和漏电保护器接入", "Supply runs through a circuit breaker and an RCD", true),
            ("fuse", "熔断器规格正确，未用导线代替", "Fuses of the right size, none replaced by wire", true),
            ("earth", "接地线完好并已接牢", "Protective earth whole and fastened", true),
            ("leakage", "试车前已检查机身漏电", "Machine body checked for leakage before the trial run", true),
            ("guards", "防护罩和联锁全部复位", "All guards and interlocks back in place", true)),
        List("conduct", "服务规范", "Conduct", null, null, 2,
            ("on-time", "准时到场，迟到事先告知", "On time; told beforehand if late", false),
            ("tidy", "着装整洁，工具齐备", "Properly dressed, tools complete", false),
            ("polite", "说话文明，耐心解答，不推诿", "Polite and patient, no passing of blame", false),
            ("careful", "未经同意不动用户物品，不嬉闹", "Nothing of the user's touched without asking, no horseplay", false),
            ("no-favours", "未向用户索要钱物或接受宴请", "No money, goods or meals asked for or taken", false),
            ("site-clean", "现场已清理，旧件已交还或登记", "Site cleaned, old parts handed back or recorded", false),
            ("explained", "已向用户说明原因和保养要点", "Cause and upkeep explained to the user", false)),
        List("stranding", "绞线设备", "Stranding machines", "stranding", null, 3,
            ("str-bobbin", "线盘夹紧、锁销到位", "Bobbins clamped, locking pins home", true),
            ("str-brake", "绞笼制动与断线停车有效", "Cage brake and wire-break stop work", true)),
        List("cabling", "成缆设备", "Laying-up machines", "cabling", null, 4,
            ("cab-cradle", "摇篮与线盘锁紧到位", "Cradles and bobbins locked", true),
            ("cab-stop", "急停后在规定时间内停转", "Stops within the set time after emergency stop", true)),
        List("bunching", "束线设备", "Bunching machines", "bunching", null, 5,
            ("bun-door", "防护门打开时主机不能启动", "Will not start with the guard door open", true)),
        List("extruder", "挤塑设备", "Extruders", "extruder", null, 6,
            ("ext-heat", "高温部位已降温或隔离", "Hot parts cooled down or screened", true),
            ("ext-pressure", "拆机头前已泄压", "Pressure released before the crosshead is opened", true),
            ("ext-insulation", "加热圈绝缘合格", "Heater bands' insulation good", true)),
        List("drawing", "拉丝设备", "Wire drawing machines", "drawing", null, 7,
            ("drw-anneal", "退火回路断电放电", "Annealing circuit dead and discharged", true),
            ("drw-cover", "塔轮箱盖关闭、联锁有效", "Cone box closed, interlock works", true)),
        List("armouring", "铠装设备", "Armouring machines", "armouring", null, 8,
            ("arm-edge", "搬运钢带戴防割手套", "Cut-proof gloves worn with steel tape", true),
            ("arm-stop", "断带停车有效", "Tape-break stop works", true)),
        List("takeup", "收放线设备", "Take-up and pay-off", "takeup", null, 9,
            ("tak-lift", "升降机构已支撑防坠", "Lift propped against falling", true)),
        List("vehicle", "电缆敷设车", "Cable-laying vehicles", "vehicle", null, 9,
            ("veh-chocks", "已驻车制动、垫好轮挡", "Parking brake set, wheels chocked", true),
            ("veh-jack", "举升后已用支架支撑", "Raised vehicle propped on stands", true)),
        List("installation", "安装验收", "Installation", null, CaseType.Installation, 10,
            ("ins-anchor", "地脚螺栓齐全并拧紧", "All anchor bolts fitted and tightened", true),
            ("ins-trial", "空载、负载试车合格", "Trial runs without and with load passed", false),
            ("ins-training", "操作人员已培训", "Operators trained", false)),
        List("maintenance", "保养", "Maintenance", null, CaseType.Maintenance, 11,
            ("mnt-oil", "润滑点加油换油完成", "All lubrication points served", false),
            ("mnt-terminals", "电柜除尘、端子紧固", "Cabinet dusted, terminals tightened", false)),
    ];

    private static Checklist List(string code, string zh, string en, string? line, CaseType? type, int sort, params (string Code, string Zh, string En, bool Safety)[] items) => new()
    {
        Code = code,
        NameZh = zh,
        NameEn = en,
        ProductLine = line,
        CaseType = type,
        Sort = sort,
        ValidFrom = Beginning,
        Items = [.. items.Select(i => new ChecklistItem(i.Code, i.Zh, i.En, i.Safety))],
    };
}
