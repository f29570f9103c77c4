namespace AfterSales.Core.Data.SampleData;

/// <summary>A city with its area and road distance from the service base in Hefei, km.</summary>
internal sealed record Place(string Province, string City, string Area, int Km, string Dial, int Weight);

/// <summary>Where customers of a maker of cable machinery are, and what streets and firms are called there.</summary>
internal static class Places
{
    /// <summary>The usual distance of an area's places, for those not measured yet.</summary>
    public static readonly Dictionary<string, int> Usual = new()
    {
        ["east"] = 380, ["north"] = 1050, ["south"] = 1300, ["southwest"] = 1750, ["northeast"] = 1800, ["centralwest"] = 950,
    };

    public static readonly Place[] Cities =
    [
        new("安徽省", "合肥", "east", 20, "0551", 7), new("安徽省", "芜湖", "east", 150, "0553", 8), new("安徽省", "天长", "east", 215, "0550", 6), new("江苏省", "宜兴", "east", 290, "0510", 9),
        new("江苏省", "无锡", "east", 345, "0510", 6), new("江苏省", "扬州", "east", 265, "0514", 5), new("江苏省", "常州", "east", 310, "0519", 4), new("江苏省", "苏州", "east", 400, "0512", 5),
        new("上海市", "上海", "east", 475, "021", 5), new("浙江省", "杭州", "east", 430, "0571", 4), new("浙江省", "湖州", "east", 330, "0572", 4), new("浙江省", "宁波", "east", 560, "0574", 3),
        new("山东省", "济南", "east", 620, "0531", 3), new("山东省", "聊城", "east", 560, "0635", 5), new("山东省", "青岛", "east", 800, "0532", 3), new("福建省", "福州", "east", 880, "0591", 2), new("福建省", "厦门", "east", 1080, "0592", 2),
        new("江西省", "南昌", "east", 460, "0791", 2), new("北京市", "北京", "north", 1020, "010", 2), new("天津市", "天津", "north", 920, "022", 4), new("河北省", "邢台", "north", 780, "0319", 7),
        new("河北省", "沧州", "north", 830, "0317", 4), new("河北省", "保定", "north", 960, "0312", 2), new("山西省", "太原", "north", 1000, "0351", 2), new("内蒙古", "呼和浩特", "north", 1480, "0471", 1),
        new("广东省", "广州", "south", 1240, "020", 3), new("广东省", "东莞", "south", 1280, "0769", 5), new("广东省", "佛山", "south", 1260, "0757", 4), new("广东省", "惠州", "south", 1220, "0752", 2), new("广西", "南宁", "south", 1500, "0771", 2),
        new("四川省", "成都", "southwest", 1560, "028", 4), new("四川省", "绵阳", "southwest", 1590, "0816", 2), new("重庆市", "重庆", "southwest", 1280, "023", 3), new("云南省", "昆明", "southwest", 2050, "0871", 2), new("贵州省", "贵阳", "southwest", 1500, "0851", 2),
        new("辽宁省", "沈阳", "northeast", 1650, "024", 3), new("辽宁省", "大连", "northeast", 1500, "0411", 2), new("吉林省", "长春", "northeast", 1950, "0431", 1), new("黑龙江省", "哈尔滨", "northeast", 2200, "0451", 2),
        new("湖北省", "武汉", "centralwest", 390, "027", 4), new("河南省", "郑州", "centralwest", 560, "0371", 4), new("河南省", "新乡", "centralwest", 630, "0373", 3), new("湖南省", "长沙", "centralwest", 690, "0731", 3),
        new("陕西省", "西安", "centralwest", 950, "029", 3), new("甘肃省", "兰州", "centralwest", 1560, "0931", 1), new("宁夏", "银川", "centralwest", 1480, "0951", 1), new("新疆", "乌鲁木齐", "centralwest", 3420, "0991", 1),
    ];

    /// <summary>Area codes whose landlines still have seven digits; everywhere else they have eight.</summary>
    public static readonly HashSet<string> SevenDigits =
        ["0550", "0553", "0572", "0592", "0635", "0312", "0317", "0319", "0351", "0471", "0752", "0771", "0816", "0373", "0931", "0951", "0991"];

    public static readonly string[] Streets =
        ["工业大道", "创业路", "科技路", "兴业路", "电缆大道", "经三路", "振兴路", "滨河路", "环城北路", "开发大道", "和平东路", "人民西路", "金山路", "长江路", "新港路", "富民路"];

    public static readonly string[] Parks = ["经济开发区", "高新区", "线缆产业园", "工业园", "电工产业园", "城东工业区", "临港工业区", "循环经济园"];

    public static readonly string[] FirmNames =
    [
        "华能", "远大", "鑫源", "恒通", "中联", "金龙", "宏达", "亚星", "瑞华", "江南", "天元", "四海", "东昌", "华光", "新亚", "永固", "长城", "起帆", "兴乐", "飞宇", "国威", "海纳", "通达", "万马", "银河", "双龙", "嘉盛", "泰山", "凯达",
        "联创", "神州", "力拓", "博远", "盛世", "德胜", "昌盛", "庆丰", "明珠", "阳光", "立信", "正泰源", "福斯特", "科信", "九州", "三原", "巨龙", "奥克", "光大", "红旗", "青山", "丰源", "和润", "铭扬", "锦程", "卓越", "伟业",
    ];

    public static readonly (string, double)[] FirmKinds =
    [
        ("电缆有限公司", 30), ("线缆有限公司", 18), ("电缆集团有限公司", 8), ("特种电缆有限公司", 10), ("电线电缆厂", 8), ("电力电缆有限公司", 6), ("铜业有限公司", 6),
        ("电工材料有限公司", 5), ("光电线缆有限公司", 4), ("电缆股份有限公司", 5),
    ];

    public static readonly string[] DealerKinds = ["机电设备有限公司", "线缆设备销售有限公司", "电工机械贸易有限公司", "机械设备有限公司"];
}
