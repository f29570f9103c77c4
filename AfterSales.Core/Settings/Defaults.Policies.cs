using AfterSales.Core.Cases;

namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    /// <summary>DOMAIN 3, the policy that ships as the default.</summary>
    public static ServicePolicy Standard() => new()
    {
        Code = "standard",
        NameZh = "标准服务承诺",
        NameEn = "Standard service promise",
        ValidFrom = Beginning,
        ReplyMinutes = 24 * 60,
        HandlingMinutes = 48 * 60,
        HandlingAfterArrivalMinutes = 48 * 60,
        ArrivalTiers = [new(300, 24 * 60), new(1000, 48 * 60), new(null, 72 * 60)],
        ComplaintReportMinutes = 48 * 60,
        HandOffMinutes = 24 * 60,
        FileDays = 2,
        WarningPercent = 75,
        EscalationPercent = 150,
        RecurrenceDays = 90,
        FirstFollowUpFromDay = 3,
        FirstFollowUpToDay = 7,
        SecondFollowUpFromDay = 7,
        SecondFollowUpToDay = 13,
        UnreachableAfter = 3,
        TechnicianCallback = TechnicianCallback.Block,
        CallHours = [new(new(9, 0), new(11, 0)), new(new(16, 0), new(18, 0))],
        ChasesToSupervisor = 3,
        PausingHolds = ["customer", "festival", "part"],
        NoHeadquartersCallFen = 5000,
    };

    /// <summary>DOMAIN 2, first targets, of the figures that are evaluated.</summary>
    private static IEnumerable<Target> Targets() =>
    [
        AtLeast("K1", 0.95, 0.03), AtLeast("K2", 0.98, 0.03), AtMost("K3", 0.03, 0.02), AtMost("K4", 0.05, 0.02),
        AtLeast("K5", 0.98, 0.02), AtLeast("K6", 0.95, 0.03), AtLeast("K7", 0.95, 0.03), AtLeast("K8", 0.90, 0.05),
        AtLeast("K9", 0.98, 0.02), AtLeast("K11", 0.90, 0.03), AtMost("K12", 48 * 60, 6 * 60),
    ];

    private static IEnumerable<Area> Areas() =>
    [
        Area("east", "华东片区", "East China", 1), Area("north", "华北片区", "North China", 2), Area("south", "华南片区", "South China", 3),
        Area("southwest", "西南片区", "South-west China", 4), Area("northeast", "东北片区", "North-east China", 5), Area("centralwest", "华中西北片区", "Central and North-west China", 6),
    ];

    private static IEnumerable<ProductLine> Lines() =>
    [
        Line("stranding", "绞线机", "Stranding machine", 1, every: 3000), Line("cabling", "成缆机", "Laying-up machine", 2),
        Line("bunching", "束线机", "Bunching machine", 3), Line("extruder", "挤塑机", "Extruder", 4, every: 3000),
        Line("drawing", "拉丝机", "Wire drawing machine", 5), Line("armouring", "铠装机", "Armouring machine", 6),
        Line("takeup", "收放线设备", "Take-up and pay-off", 7, "auxiliary"),
        Line("vehicle", "电缆敷设车", "Cable-laying vehicle", 8, "cars", vehicle: true, every: 10_000),
    ];

    private static Target AtLeast(string key, double value, double margin) =>
        new() { Code = key, ValidFrom = Beginning, Value = value, HigherIsBetter = true, AmberMargin = margin };

    private static Target AtMost(string key, double value, double margin) =>
        new() { Code = key, ValidFrom = Beginning, Value = value, HigherIsBetter = false, AmberMargin = margin };

    private static Area Area(string code, string zh, string en, int sort) =>
        new() { Code = code, NameZh = zh, NameEn = en, Sort = sort, ValidFrom = Beginning };

    private static ProductLine Line(string code, string zh, string en, int sort, string warranty = "machinery", bool vehicle = false, int? every = null) =>
        new() { Code = code, NameZh = zh, NameEn = en, Sort = sort, ValidFrom = Beginning, WarrantyPolicy = warranty, RepairMode = ServiceMode.OnSite, Vehicle = vehicle, ServiceMonths = 6, ServiceMeter = every };
}
