using AfterSales.Core.Assets;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What a sample machine was bought with, what its meter showed and what sits in it; by chance of its own, so that the stories stay as they are.</summary>
internal static class Fittings
{
    private const string VinLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const int MostReadings = 6, PlateNumbers = 1_000;

    private static readonly Dictionary<string, string> Plates = new()
    {
        ["河北省"] = "冀", ["山东省"] = "鲁", ["江苏省"] = "苏", ["浙江省"] = "浙", ["安徽省"] = "皖", ["广东省"] = "粤", ["河南省"] = "豫", ["湖北省"] = "鄂", ["湖南省"] = "湘", ["四川省"] = "川",
        ["辽宁省"] = "辽", ["吉林省"] = "吉", ["黑龙江省"] = "黑", ["陕西省"] = "陕", ["山西省"] = "晋", ["福建省"] = "闽", ["江西省"] = "赣", ["云南省"] = "云", ["贵州省"] = "贵",
        ["上海市"] = "沪", ["内蒙古"] = "蒙", ["宁夏"] = "宁", ["新疆"] = "新", ["广西"] = "桂", ["甘肃省"] = "甘", ["海南省"] = "琼", ["天津市"] = "津", ["北京市"] = "京", ["重庆市"] = "渝",
    };

    private static readonly Dictionary<string, (string Name, string PartNo, string Assembly, string? Inside)[]> Assemblies = new()
    {
        ["vehicle"] = [("发动机总成", "QC-0100", "engine", null), ("变速器总成", "QC-0400", "gearbox", null), ("液压绞盘", "QC-0610", "hydraulics", null), ("绞盘液压马达", "QC-0611", "hydraulics", "液压绞盘")],
        ["extruder"] = [("主电机", "DQ-0500", "main-motor", null), ("减速机", "SJ-0500", "gearbox", null), ("推力轴承", "SJ-0511", "gearbox", "减速机"), ("电控柜", "DQ-4100", "control", null)],
        ["stranding"] = [("主电机", "DQ-0500", "main-motor", null), ("绞笼", "JX-0400", "working-head", null), ("绞笼支撑轴承", "JX-0412", "working-head", "绞笼")],
    };

    /// <summary>Purchase, papers, and a vehicle's plate and VIN, into a machine about to be stored.</summary>
    public static void Equip(Asset asset, Place place, Dice dice)
    {
        var vehicle = asset.ProductLine == "vehicle";
        asset.MeterUnit = vehicle ? MeterUnit.Km : asset.ProductLine is "extruder" or "stranding" && dice.Chance(0.5) ? MeterUnit.Hours : null;
        if (!vehicle && !dice.Chance(0.25))
        {
            return;
        }

        asset.PurchasedOn = asset.DeliveredOn?.AddDays(-dice.Int(0, 20));
        asset.PriceFen = dice.Int(260, 900) * 100_000L;
        (asset.InvoiceOnFile, asset.WarrantyCardOnFile) = (dice.Chance(0.9), dice.Chance(0.8));
        if (vehicle)
        {
            asset.Plate = $"{Plates.GetValueOrDefault(place.Province, "冀")}{VinLetters[dice.Int(0, 8)]}·{PlateTail(asset.Id)}";
            _ = dice.Int(10_000, 100_000); // what is drawn after it decides what machines are: it stays what it was
            var (head, letters) = ($"LZZ{VinLetters[dice.Int(0, 23)]}{dice.Int(1000, 10_000)}", $"{VinLetters[dice.Int(0, 23)]}{VinLetters[dice.Int(0, 23)]}");
            asset.Vin = Vin(head, letters, asset.Id + dice.Int(100_000, 1_000_000));
        }
    }

    /// <summary>Readings from its first days on, and for some what sits in it.</summary>
    public static IEnumerable<object> Of(Asset asset, Dice dice, DateOnly today, Func<long> component)
    {
        if (asset is { MeterUnit: { } unit, WarrantyStart: { } first })
        {
            var (daily, every) = (unit == MeterUnit.Km ? dice.Int(40, 160) : dice.Int(6, 19), dice.Int(80, 200));
            var from = today.AddDays(-every * MostReadings) is var late && late > first ? late : first.AddDays(dice.Int(5, 30));
            for (var day = from; day <= today; day = day.AddDays(every))
            {
                yield return new MeterReading { AssetId = asset.Id, ReadOn = day, Value = (day.DayNumber - first.DayNumber) * daily };
            }
        }

        if (!Assemblies.TryGetValue(asset.ProductLine, out var parts) || (asset.ProductLine != "vehicle" && !dice.Chance(0.3)))
        {
            yield break;
        }

        var placed = new Dictionary<string, long>();
        foreach (var (name, partNo, assembly, inside) in parts)
        {
            var id = placed[name] = component();
            yield return new Component
            {
                Id = id, AssetId = asset.Id, WithinId = inside is null ? null : placed[inside], Name = name, PartNo = partNo, Assembly = assembly,
                Serial = $"{partNo[^4..]}{dice.Int(100_000, 1_000_000)}", FittedOn = asset.InstalledOn ?? asset.DeliveredOn,
            };
        }
    }

    /// <summary>What a completed report's numbered parts make of the machine's components: the new one in; the old one out, of which perhaps nobody knew.</summary>
    public static IEnumerable<Component> Replaced(long assetId, long caseId, IEnumerable<ReportPart> parts, DateOnly day, Func<long> component, IReadOnlyList<Component>? mounted = null)
    {
        foreach (var part in parts.Where(p => p is { OldSerial: not null, NewSerial: not null }))
        {
            var fresh = component();
            yield return new Component { Id = fresh, AssetId = assetId, CaseId = caseId, Name = part.Name, PartNo = part.PartNo, Assembly = part.Assembly, Serial = part.NewSerial, FittedOn = day, WarrantyFrom = day };
            if (mounted?.FirstOrDefault(c => c.Serial == part.OldSerial) is { } old)
            {
                (old.RemovedOn, old.ReplacedById) = (day, fresh);
                continue;
            }

            yield return new Component { Id = component(), AssetId = assetId, CaseId = caseId, Name = part.Name, PartNo = part.PartNo, Assembly = part.Assembly, Serial = part.OldSerial, RemovedOn = day, ReplacedById = fresh };
        }
    }

    /// <summary>Two letters and a number: of two machines never the same.</summary>
    private static string PlateTail(long id) => $"{VinLetters[(int)(id / PlateNumbers / VinLetters.Length % VinLetters.Length)]}{VinLetters[(int)(id / PlateNumbers % VinLetters.Length)]}{id % PlateNumbers:000}";

    /// <summary>A well-formed one with its check digit, of a maker that doesn't exist; its number is another one in each history that is generated.</summary>
    public static string Vin(string head, string middle, long number) => "0123456789X".Select(digit => $"{head}{digit}{middle}{number % 1_000_000:000000}").First(VinRule.CheckDigitFits);
}
