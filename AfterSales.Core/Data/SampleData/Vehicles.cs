using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>A few cable-laying vehicles of the sample's customers, whose 三包 meters are red, amber, ended by kilometres, and calm.</summary>
internal static class Vehicles
{
    private const string Line = "vehicle";

    private static readonly Vehicle[] All =
    [
        new("鲁A·7K", "LGAX2A13", "N1", "DLF-5120", 150, 186_800_00, 21_400,
            [new(118, "VEH-START", "engine", "缸体砂眼，更换发动机总成"), new(66, "VEH-START", "engine", "缸盖裂纹，更换发动机总成"), new(11, "VEH-START", null, "重新标定并试车")]),
        new("苏E·3D", "LGAX2A13", "N1", "DLF-5120", 128, 186_800_00, 17_250, [new(52, "VEH-GEAR", "gearbox", "同步器打齿，更换变速器总成")]),
        new("粤B·6H", "LZZ5CLSB", "KA", "DLF-5160", 700, 238_000_00, 61_320, []),
        new("川A·2M", "LZZ5CLSB", "NA", "DLF-5160", 205, 241_500_00, 9_860, [new(34, "VEH-LIFT", null, "更换液压油封")]),
    ];

    /// <summary>How many cases they have.</summary>
    public static int Cases { get; } = All.Sum(v => v.Repairs.Length);

    /// <summary>A history of at least this length has them, where the firm sells such.</summary>
    public static bool Belong(SampleSetting setting, SamplePlan plan) => plan.Cases >= 1000 && setting.Builds(Line);

    /// <summary>Vehicles, readings and cases.</summary>
    public static IEnumerable<IReadOnlyList<object>> Tell(Stage stage)
    {
        var owners = stage.World.Clients.Where(c => c.Customer is { Kind: not CustomerKind.Dealer, Sites.Count: > 0 }).Take(All.Length).ToList();
        foreach (var (vehicle, owner) in All.Zip(owners))
        {
            var asset = Asset(stage, vehicle, owner);
            owner.Assets.Add(asset);
            yield return [asset, .. SearchTails.Of(asset), .. Readings(stage, vehicle, asset)];
            var fitted = new List<Component>();
            foreach (var repair in vehicle.Repairs)
            {
                yield return Case(stage, repair, asset, owner, fitted);
            }

            // What another was replaced by goes in before it.
            yield return [.. fitted.OrderByDescending(c => c.FittedOn)];
        }
    }

    private static DateOnly Ago(Stage stage, int days) => stage.Setting.Zone.DayOf(stage.Setting.Now).AddDays(-days);

    private static Asset Asset(Stage stage, Vehicle vehicle, Client owner) => Asset(stage, vehicle, owner, stage.Ids.Asset());

    private static Asset Asset(Stage stage, Vehicle vehicle, Client owner, long id) => new()
    {
        Id = id,
        SerialNo = $"{vehicle.Model.Replace("-", "", StringComparison.Ordinal)}-{id:000000}",
        Plate = $"{vehicle.Plate}{id % 1000:000}",
        Vin = Fittings.Vin(vehicle.VinHead, vehicle.VinMiddle, id),
        ProductLine = Line,
        Model = vehicle.Model,
        MeterUnit = MeterUnit.Km,
        CustomerId = owner.Customer.Id,
        SiteId = owner.Customer.Sites[0].Id,
        PurchasedOn = Ago(stage, vehicle.Bought),
        DeliveredOn = Ago(stage, vehicle.Bought),
        PriceFen = vehicle.PriceFen,
        InvoiceOnFile = true,
        WarrantyCardOnFile = true,
        WarrantyPolicy = stage.Setting.WarrantyOf(Line),
    };

    private static IEnumerable<MeterReading> Readings(Stage stage, Vehicle vehicle, Asset asset) =>
        new[] { vehicle.Bought * 2 / 3, vehicle.Bought / 3, 2 }.Select(days => new MeterReading
        {
            AssetId = asset.Id,
            ReadOn = Ago(stage, days),
            Value = (int)((long)vehicle.Km * (vehicle.Bought - days) / (vehicle.Bought - 2)),
        });

    private static IReadOnlyList<object> Case(Stage stage, Repair repair, Asset asset, Client owner, List<Component> fitted)
    {
        var opened = stage.Setting.Zone.Instant(Ago(stage, repair.Ago).ToDateTime(new TimeOnly(9, 20)));
        IReadOnlyList<object> rows = [.. CaseStory.Tell(stage, new Fate(opened), new Casting(owner, asset, owner.Customer.Sites[0], CaseType.Repair, repair.Symptom, ServiceMode.Workshop, repair.Remedy))];
        foreach (var report in rows.OfType<ServiceReport>())
        {
            (report.Cause, report.CauseText) = ("manufacturing", null);
        }

        // Reopened, a case has a report for each time that somebody came: the assembly was replaced the first time.
        if (repair.Assembly is { } assembly && rows.OfType<ServiceReport>().FirstOrDefault() is { } first)
        {
            first.Parts.Add(new ReportPart { Name = stage.Setting.Name(Settings.TermKind.Assembly, assembly), Assembly = assembly, OldSerial = fitted.LastOrDefault(c => c.Assembly == assembly && c.RemovedOn is null)?.Serial ?? TextRule.Invariant(700_100 + repair.Ago), NewSerial = TextRule.Invariant(812_400 + repair.Ago) });
        }

        fitted.AddRange([.. rows.OfType<ServiceReport>().SelectMany(r => Fittings.Replaced(asset.Id, r.CaseId, r.Parts.Where(p => p.Assembly is not null), Ago(stage, repair.Ago), stage.Ids.Component, fitted))]);
        return rows;
    }

    private sealed record Vehicle(string Plate, string VinHead, string VinMiddle, string Model, int Bought, long PriceFen, int Km, Repair[] Repairs);

    private sealed record Repair(int Ago, string Symptom, string? Assembly, string Remedy);
}
