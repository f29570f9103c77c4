using AfterSales.Core.Warranty;
using static AfterSales.Core.Warranty.RightClaim;
using static AfterSales.Core.Warranty.RightTrigger;

namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    private static readonly string[] FarmMainParts = ["engine-block", "cylinder-head", "flywheel", "frame", "gearbox-housing", "clutch-housing"];
    private static readonly string[] FarmElectrics = ["starter", "generator", "battery"];
    private static readonly string[] CarAssemblies = ["engine", "gearbox", "steering", "brake", "suspension", "axle", "body", "traction-battery", "drive-motor"];

    /// <summary>The day from which the law of 2022 holds for cars; one bought before has the law of 2013.</summary>
    private static readonly DateTimeOffset CarLaw2022 = new(2021, 12, 31, 16, 0, 0, TimeSpan.Zero);

    /// <summary>DOMAIN 3, the 三包 presets.</summary>
    public static IEnumerable<WarrantyPolicy> Warranties() =>
    [
        Months("machinery", "机械设备 12 个月", "Machinery, 12 months", 12, 1), Months("machinery-18", "机械设备 18 个月", "Machinery, 18 months", 18, 2),
        Months("machinery-24", "机械设备 24 个月", "Machinery, 24 months", 24, 3), Months("auxiliary", "辅机 6 个月", "Auxiliary machine, 6 months", 6, 4),
        Farm(), Cars2013(), Cars2022(), Appliance(), Months("none", "无保修", "No warranty", 0, 9),
    ];

    private static WarrantyPolicy Months(string code, string zh, string en, int months, int sort) =>
        new() { Code = code, NameZh = zh, NameEn = en, Sort = sort, ValidFrom = Beginning, MachineMonths = months };

    private static WarrantyPolicy Farm() => new()
    {
        Code = "farm",
        NameZh = "农机三包",
        NameEn = "Farm machinery",
        Sort = 5,
        ValidFrom = Beginning,
        MachineMonths = 12,
        Prolongs = true,
        Parts =
        [
            .. FarmMainParts.Select(a => new PartCover(a, 24, null, true)),
            .. FarmElectrics.Select(a => new PartCover(a, 3, null, false)),
        ],
        Rights =
        [
            new(RunOn, 30, null, RepairAgain, false, "R20"), new(PartWait, 90, null, Exchange, false, "R21"),
            new(OwnDelay, 30, null, Exchange, true, "R22"), new(BusySeason, 2, null, NewPart, false, "R23"),
        ],
        BusyMonths = [5, 6, 9, 10],
        PartHolds = ["part"],
        OwnHolds = ["internal"],
    };

    private static WarrantyPolicy Cars2013() => Cars(Beginning, "家用汽车三包（2013）", "Cars (2013)", repairDays: 35, sameFault: 5, least: 50, most: 80);

    private static WarrantyPolicy Cars2022() => Cars(CarLaw2022, "家用汽车三包（2022）", "Cars (2022)", repairDays: 30, sameFault: 4, least: 0, most: 50);

    private static WarrantyPolicy Cars(DateTimeOffset from, string zh, string en, int repairDays, int sameFault, int least, int most)
    {
        var policy = new WarrantyPolicy
        {
            Code = "cars",
            NameZh = zh,
            NameEn = en,
            Sort = 6,
            ValidFrom = from,
            MachineMonths = 36,
            MachineMeter = 60_000,
            ExchangeMonths = 24,
            ExchangeMeter = 50_000,
            Parts = [.. CarAssemblies.Select(a => new PartCover(a, 36, 60_000, true))],
            FittedMonths = 12,
            FittedMeter = 20_000,
            Rights =
            [
                new(EarlyGraveFault, 7, null, ExchangeOrReturn, false, ""), new(EarlyGraveFault, 60, 3_000, ExchangeOrReturn, false, ""),
                new(SafetyFault, 2, null, ExchangeOrReturn, false, ""), new(PartReplaced, 2, null, ExchangeOrReturn, false, ""),
                new(RightTrigger.RepairDays, repairDays, null, Exchange, false, ""), new(SameFault, sameFault, null, Exchange, false, ""),
            ],
            PartHolds = ["part"],
            OwnHolds = ["internal"],
            CompensationLeast = least,
            CompensationMost = most,
        };
        if (from == Beginning)
        {
            policy.End(CarLaw2022);
        }

        return policy;
    }

    private static WarrantyPolicy Appliance() => new()
    {
        Code = "appliance",
        NameZh = "家电三包",
        NameEn = "Appliance",
        Sort = 7,
        ValidFrom = Beginning,
        MachineMonths = 12,
        Prolongs = true,
        Rights = [new(EarlyFault, 7, null, Return, false, ""), new(EarlyFault, 15, null, Exchange, false, "")],
        PartHolds = ["part"],
        OwnHolds = ["internal"],
    };
}
