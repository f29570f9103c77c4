namespace AfterSales.Core.Data.SampleData;

/// <summary>What the sample firm builds, and the parts that are replaced in it.</summary>
internal static class Machines
{
    public sealed record Line(string Code, string Name, double Weight, string[] Models, (string No, string Name)[] Parts);

    public static readonly Line[] Lines =
    [
        new("stranding", "绞线机", 24, ["JLK-500/6+12+18", "JLK-630/12+18+24", "JLK-710/6+12", "JGG-500/6+12+18+24", "JGG-630/6+12"],
            [("JX-0412", "绞笼支撑轴承"), ("JX-1120", "张力弹簧组"), ("JX-0873", "气动制动盘"), ("DQ-2207", "断线检测开关"), ("JX-0951", "并线模座"), ("JX-1306", "线盘锁销")]),
        new("cabling", "成缆机", 16, ["CLY-1250/1+4", "CLY-1600/1+3", "CLY-2000/1+4", "JPD-1600", "JPD-2500"],
            [("CL-0317", "弓臂轴承"), ("CL-0622", "绕包头离合器"), ("DQ-3105", "集电滑环"), ("CL-0440", "牵引轮衬套"), ("DQ-1183", "编码器")]),
        new("bunching", "束线机", 14, ["FC-500B", "FC-650B", "SX-800", "SX-1000"],
            [("SX-0107", "弓带"), ("SX-0215", "排线导杆"), ("SX-0331", "过线陶瓷环"), ("DQ-2209", "断线检测板"), ("DQ-2260", "门联锁开关")]),
        new("extruder", "挤塑机", 20, ["SJ-45×25", "SJ-65×25", "SJ-90×25", "SJ-120×25", "SJ-150×25", "SJ-200×25"],
            [("SJ-0205", "铸铝加热圈"), ("SJ-0118", "螺杆"), ("SJ-0511", "推力轴承"), ("DQ-4102", "温控模块"), ("DQ-4110", "固态继电器"), ("SJ-0609", "机头密封环")]),
        new("drawing", "拉丝机", 13, ["LHD-450/13", "LHT-400/9", "LHT-280/17", "JCJX-22D"],
            [("LS-0214", "塔轮"), ("LS-0302", "轴封组件"), ("LS-0418", "退火轮电刷"), ("LS-0505", "乳液泵"), ("DQ-5107", "可控硅模块")]),
        new("armouring", "铠装机", 6, ["GDKZ-800", "GDKZ-1000", "KZ-630"],
            [("KZ-0109", "铠装头主轴承"), ("KZ-0212", "张力磁粉制动器"), ("KZ-0320", "焊机电极"), ("DQ-6101", "计米编码器")]),
        new("takeup", "收放线设备", 12, ["PND-630/1250", "PN-1250/2500", "SX-1000/2000", "CXJ-200"],
            [("SF-0104", "排线丝杆"), ("SF-0208", "夹紧气缸"), ("SF-0311", "储线舞轮"), ("DQ-7102", "张力传感器"), ("SF-0415", "升降减速机")]),
    ];

    /// <summary>Its vehicles, which are not drawn among the machines.</summary>
    public static readonly Line Vehicles =
        new("vehicle", "电缆敷设车", 7, ["DLF-5120", "DLF-5160", "DLF-5250"],
            [("QC-0204", "燃油滤清器"), ("QC-0305", "制动衬片"), ("QC-0402", "离合器从动盘"), ("QC-0611", "绞盘液压马达"), ("DQ-8103", "绞盘编码器")]);

    private static readonly Dictionary<string, Line> ByCode = Lines.Append(Vehicles).ToDictionary(l => l.Code);

    /// <summary>The line of a code; another firm's own line borrows the first one's parts.</summary>
    public static Line Of(string code) => ByCode.GetValueOrDefault(code, Lines[0]);
}
