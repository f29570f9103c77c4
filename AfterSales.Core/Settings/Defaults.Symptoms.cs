namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    /// <summary>Faults that can hurt somebody.</summary>
    private static readonly string[] OfSafety = ["GEN-ESTOP", "STR-BRAKE", "BUN-DOOR", "CAB-BOW", "TAK-CLAMP", "VEH-BRAKE", "VEH-STEER"];

    /// <summary>Coded symptoms 故障现象: those of every machine, then those of each product line.</summary>
    private static IEnumerable<Term> Symptoms() =>
    [
        .. Of(null,
            ("GEN-POWER", "无法上电", "No power"), ("GEN-ESTOP", "急停无法复位", "Emergency stop will not reset"), ("GEN-PLC", "PLC 报警停机", "Stops with PLC alarm"),
            ("GEN-HMI", "触摸屏黑屏或失灵", "Touch screen dark or dead"), ("GEN-DRIVE", "变频器报故障", "Drive reports a fault"), ("GEN-NOISE", "异常响声", "Unusual noise"),
            ("GEN-VIB", "振动大", "Strong vibration"), ("GEN-HOT", "电机过热", "Motor overheats"), ("GEN-OIL", "漏油", "Oil leak"), ("GEN-AIR", "气路漏气", "Air leak")),
        .. Of("stranding",
            ("STR-BREAK", "频繁断线", "Wire breaks often"), ("STR-PITCH", "节距不稳", "Lay length unstable"), ("STR-TENSION", "放线张力不均", "Uneven pay-off tension"),
            ("STR-CAGE", "绞笼轴承发热", "Cage bearing runs hot"), ("STR-BRAKE", "绞笼制动失灵", "Cage brake fails"), ("STR-DIE", "并线模偏移", "Closing die off centre"), ("STR-LOAD", "上下盘机构卡死", "Bobbin loading jams")),
        .. Of("cabling",
            ("CAB-PITCH", "成缆节距超差", "Lay length out of tolerance"), ("CAB-SYNC", "主机与牵引不同步", "Main drive and capstan out of step"), ("CAB-TAPE", "绕包头跑带", "Tape runs off the lapping head"),
            ("CAB-BOW", "弓臂异响", "Bow arm noisy"), ("CAB-CAPSTAN", "牵引打滑", "Capstan slips"), ("CAB-SLIPRING", "滑环接触不良", "Slip ring makes poor contact")),
        .. Of("bunching",
            ("BUN-BREAK", "束线断丝", "Strand breaks"), ("BUN-PITCH", "束距不匀", "Uneven bunching pitch"), ("BUN-BOW", "弓带磨断", "Bow strip worn through"),
            ("BUN-TRAVERSE", "排线不平", "Traverse uneven"), ("BUN-DETECT", "断线检测误报", "False wire-break alarm"), ("BUN-DOOR", "防护门联锁失效", "Guard door interlock fails")),
        .. Of("extruder",
            ("EXT-TEMP", "温控失灵", "Temperature control fails"), ("EXT-HEATER", "加热圈不热", "Heater band cold"), ("EXT-OUTPUT", "出胶不稳", "Output unstable"),
            ("EXT-OD", "外径波动大", "Diameter varies"), ("EXT-SCREW", "螺杆抱死", "Screw seized"), ("EXT-GEAR", "齿轮箱异响", "Gearbox noisy"), ("EXT-LEAK", "机头漏胶", "Crosshead leaks compound")),
        .. Of("drawing",
            ("DRW-BREAK", "拉丝断线", "Wire breaks while drawing"), ("DRW-SURFACE", "线材表面划伤", "Wire surface scratched"), ("DRW-ANNEAL", "退火电流不稳", "Annealing current unstable"),
            ("DRW-COOL", "乳液循环不畅", "Emulsion circulation poor"), ("DRW-CAPSTAN", "塔轮磨损", "Cone worn"), ("DRW-SEAL", "轴封漏液", "Shaft seal leaks")),
        .. Of("armouring",
            ("ARM-BREAK", "钢带断带", "Steel tape breaks"), ("ARM-GAP", "铠装间隙超差", "Armour gap out of tolerance"), ("ARM-HEAD", "铠装头振动", "Armouring head vibrates"),
            ("ARM-WELD", "钢带焊接不良", "Tape weld poor"), ("ARM-TENSION", "张力失控", "Tension out of control"), ("ARM-COUNT", "计米不准", "Metre counter wrong")),
        .. Of("takeup",
            ("TAK-TRAVERSE", "排线乱", "Traverse disordered"), ("TAK-TENSION", "收线张力不稳", "Take-up tension unstable"), ("TAK-LIFT", "升降不动作", "Lift does not move"),
            ("TAK-CLAMP", "夹紧松动", "Clamp loosens"), ("TAK-DANCER", "储线舞轮卡滞", "Dancer sticks"), ("TAK-COUNT", "计米误差大", "Metre counter far off")),
        .. Of("vehicle",
            ("VEH-START", "发动机无法启动", "Engine will not start"), ("VEH-POWER", "动力不足", "Lack of power"), ("VEH-BRAKE", "制动跑偏或偏软", "Brakes pull or feel soft"),
            ("VEH-GEAR", "换挡困难", "Gears hard to engage"), ("VEH-STEER", "转向沉重", "Steering heavy"), ("VEH-WINCH", "绞盘收放异常", "Winch fails to pay out or haul in"), ("VEH-LIFT", "液压升降缓慢", "Hydraulic lift slow")),
    ];

    private static IEnumerable<Term> Of(string? line, params (string Code, string Zh, string En)[] terms) =>
        terms.Select((t, i) => new Term { Kind = TermKind.Symptom, ProductLine = line, Code = t.Code, Safety = OfSafety.Contains(t.Code), NameZh = t.Zh, NameEn = t.En, Sort = line is null ? 100 + i : i + 1, ValidFrom = Beginning });
}
