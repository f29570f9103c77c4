namespace AfterSales.Core.Data.SampleData;

/// <summary>How a symptom shows: the machine stands, runs worse, or hardly suffers.</summary>
internal enum Effect
{
    Impairs = 0,
    Stops,
    Bothers,
}

/// <summary>What is behind a symptom: its effect, the part that then breaks, what is adjusted otherwise, and whether that can be told by phone.</summary>
internal sealed record Fault(string Code, Effect Effect, string PartNo, string Part, string Adjustment, bool ByPhone = false);

/// <summary>The faults of the sample firm's machines, by symptom.</summary>
internal static class Faults
{
    private static readonly Fault Any = new("", Effect.Impairs, "TY-0001", "易损件", "清理并重新紧固");

    private static readonly Dictionary<string, Fault> ByCode = new Fault[]
    {
        new("GEN-POWER", Effect.Stops, "DQ-0101", "主断路器", "重新紧固进线端子并复位断路器", true), new("GEN-ESTOP", Effect.Stops, "DQ-0106", "急停按钮", "复位全部急停并检查安全回路接线", true),
        new("GEN-PLC", Effect.Stops, "DQ-0203", "PLC 输入模块", "按报警代码复位并重新下载参数", true), new("GEN-HMI", Effect.Impairs, "DQ-0305", "触摸屏", "重插通信电缆并重启触摸屏", true),
        new("GEN-DRIVE", Effect.Stops, "DQ-0412", "变频器", "清理风道并按手册复位变频器", true), new("GEN-NOISE", Effect.Bothers, "JX-0020", "联轴器弹性块", "重新找正并紧固地脚螺栓"),
        new("GEN-VIB", Effect.Impairs, "JX-0021", "减振垫", "重新做动平衡并紧固底座"), new("GEN-HOT", Effect.Impairs, "DQ-0508", "电机散热风扇", "清理电机风道并降低负载", true),
        new("GEN-OIL", Effect.Bothers, "MF-0032", "骨架油封", "紧固油管接头并补油"), new("GEN-AIR", Effect.Bothers, "QD-0016", "气管接头", "重新插接气管并调整压力", true),
        new("STR-BREAK", Effect.Impairs, "JX-1120", "张力弹簧组", "重新调整放线张力和过线轮位置"), new("STR-PITCH", Effect.Impairs, "DQ-1183", "编码器", "重新设定节距参数并校准", true),
        new("STR-TENSION", Effect.Impairs, "JX-1120", "张力弹簧组", "逐盘重新调整张力", true), new("STR-CAGE", Effect.Impairs, "JX-0412", "绞笼支撑轴承", "补加润滑脂并调整轴承游隙"),
        new("STR-BRAKE", Effect.Stops, "JX-0873", "气动制动盘", "调整制动间隙和气压"), new("STR-DIE", Effect.Impairs, "JX-0951", "并线模座", "重新对中并线模"), new("STR-LOAD", Effect.Stops, "JX-1306", "线盘锁销", "清理导轨并重新调整上盘机构"),
        new("CAB-PITCH", Effect.Impairs, "DQ-1183", "编码器", "重新设定节距参数并校准", true), new("CAB-SYNC", Effect.Impairs, "DQ-1183", "编码器", "重新整定主机与牵引的速比", true), new("CAB-TAPE", Effect.Impairs, "CL-0622", "绕包头离合器", "调整绕包角度和带张力"),
        new("CAB-BOW", Effect.Impairs, "CL-0317", "弓臂轴承", "重新紧固弓臂并补油"), new("CAB-CAPSTAN", Effect.Impairs, "CL-0440", "牵引轮衬套", "调整牵引压紧力并清洁轮面"), new("CAB-SLIPRING", Effect.Stops, "DQ-3105", "集电滑环", "清洁滑环并调整电刷压力"),
        new("BUN-BREAK", Effect.Impairs, "SX-0331", "过线陶瓷环", "重新调整放线张力", true), new("BUN-PITCH", Effect.Impairs, "SX-0107", "弓带", "重新设定束距参数", true), new("BUN-BOW", Effect.Stops, "SX-0107", "弓带", "修整弓带导槽"),
        new("BUN-TRAVERSE", Effect.Impairs, "SX-0215", "排线导杆", "重新设定排线换向点", true), new("BUN-DETECT", Effect.Bothers, "DQ-2209", "断线检测板", "调整检测灵敏度", true), new("BUN-DOOR", Effect.Stops, "DQ-2260", "门联锁开关", "调整联锁开关位置"),
        new("EXT-TEMP", Effect.Stops, "DQ-4102", "温控模块", "重新整定温控参数", true), new("EXT-HEATER", Effect.Stops, "SJ-0205", "铸铝加热圈", "重新紧固加热圈接线"), new("EXT-OUTPUT", Effect.Impairs, "SJ-0609", "机头密封环", "清理机筒并调整各区温度", true),
        new("EXT-OD", Effect.Impairs, "DQ-4110", "固态继电器", "重新校准测径仪并整定牵引", true), new("EXT-SCREW", Effect.Stops, "SJ-0118", "螺杆", "升温后拆出螺杆清理"), new("EXT-GEAR", Effect.Impairs, "SJ-0511", "推力轴承", "更换齿轮油并调整间隙"), new("EXT-LEAK", Effect.Impairs, "SJ-0609", "机头密封环", "重新紧固机头螺栓"),
        new("DRW-BREAK", Effect.Impairs, "LS-0214", "塔轮", "重新配模并调整张力", true), new("DRW-SURFACE", Effect.Impairs, "LS-0214", "塔轮", "抛光过线轮并更换乳液"), new("DRW-ANNEAL", Effect.Impairs, "LS-0418", "退火轮电刷", "清洁退火轮并调整电刷压力"),
        new("DRW-COOL", Effect.Impairs, "LS-0505", "乳液泵", "清理过滤网和管路", true), new("DRW-CAPSTAN", Effect.Impairs, "LS-0214", "塔轮", "修磨塔轮表面"), new("DRW-SEAL", Effect.Bothers, "LS-0302", "轴封组件", "重新压紧轴封"),
        new("ARM-BREAK", Effect.Impairs, "KZ-0320", "焊机电极", "调整放带张力并修整导轮"), new("ARM-GAP", Effect.Impairs, "DQ-6101", "计米编码器", "重新设定铠装节距", true), new("ARM-HEAD", Effect.Impairs, "KZ-0109", "铠装头主轴承", "重新平衡铠装头"),
        new("ARM-WELD", Effect.Impairs, "KZ-0320", "焊机电极", "重新设定焊接电流和压力", true), new("ARM-TENSION", Effect.Stops, "KZ-0212", "张力磁粉制动器", "重新整定张力控制器"), new("ARM-COUNT", Effect.Bothers, "DQ-6101", "计米编码器", "重新标定计米系数", true),
        new("TAK-TRAVERSE", Effect.Impairs, "SF-0104", "排线丝杆", "重新设定排线节距和换向点", true), new("TAK-TENSION", Effect.Impairs, "DQ-7102", "张力传感器", "重新标定张力零点", true), new("TAK-LIFT", Effect.Stops, "SF-0415", "升降减速机", "检查限位并复位升降机构"),
        new("TAK-CLAMP", Effect.Impairs, "SF-0208", "夹紧气缸", "调整夹紧气压并紧固顶锥"), new("TAK-DANCER", Effect.Impairs, "SF-0311", "储线舞轮", "清洁导轨并润滑舞轮"), new("TAK-COUNT", Effect.Bothers, "DQ-7102", "张力传感器", "重新标定计米系数", true),
        new("VEH-START", Effect.Stops, "QC-0101", "起动机", "清洁蓄电池桩头并重新紧固搭铁线", true), new("VEH-POWER", Effect.Impairs, "QC-0204", "燃油滤清器", "排除油路空气并清理进气"), new("VEH-BRAKE", Effect.Stops, "QC-0305", "制动衬片", "排气并调整制动间隙"),
        new("VEH-GEAR", Effect.Impairs, "QC-0402", "离合器从动盘", "调整离合器踏板自由行程"), new("VEH-STEER", Effect.Impairs, "QC-0508", "转向助力泵", "补充助力油并排气"), new("VEH-WINCH", Effect.Stops, "QC-0611", "绞盘液压马达", "调整溢流阀压力并清理排缆器"), new("VEH-LIFT", Effect.Impairs, "QC-0615", "液压油滤芯", "补充液压油并排气"),
    }.ToDictionary(f => f.Code);

    /// <summary>What is behind a symptom; another firm's own ones break what breaks everywhere.</summary>
    public static Fault Of(string? symptom) => ByCode.GetValueOrDefault(symptom ?? "", Any);
}
