using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>设备档案 as typed.</summary>
public sealed class AssetForm : EditForm<AssetForm>
{
    /// <summary>设备编号; can't be changed later.</summary>
    public string? SerialNo { get; set; }

    /// <summary>Code of the 产品类别.</summary>
    public string? ProductLine { get; set; }

    /// <summary>产品型号.</summary>
    public string? Model { get; set; }

    /// <summary>Where it stands.</summary>
    public long? SiteId { get; set; }

    /// <summary>交付日.</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>安装日.</summary>
    public DateOnly? InstalledOn { get; set; }

    /// <summary>验收日.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>车牌.</summary>
    public string? Plate { get; set; }

    /// <summary>车架号 in any spelling.</summary>
    public string? Vin { get; set; }

    /// <summary>What its meter counts; a vehicle's counts km unless said otherwise.</summary>
    public MeterUnit? MeterUnit { get; set; }

    /// <summary>保养周期 of its own in months; null has the product line's.</summary>
    public int? ServiceMonths { get; set; }

    /// <summary>保养周期 of its own in what its meter counts.</summary>
    public int? ServiceMeter { get; set; }

    /// <summary>购买日, the invoice's.</summary>
    public DateOnly? PurchasedOn { get; set; }

    /// <summary>The price paid, in yuan.</summary>
    public decimal? Price { get; set; }

    /// <summary>R14: a valid invoice was seen; null is not asked.</summary>
    public bool? InvoiceOnFile { get; set; }

    /// <summary>R14: the warranty card was seen; null is not asked.</summary>
    public bool? WarrantyCardOnFile { get; set; }

    /// <summary>The dealer's customer number, of at most <see cref="CustomerLimits.Code"/> characters; blank is sold by us.</summary>
    public string? DealerCode { get; set; }

    /// <summary>Code of the warranty policy; blank takes the product line's.</summary>
    public string? WarrantyPolicy { get; set; }

    /// <summary>The form of a stored machine.</summary>
    public static AssetForm Of(Asset a, string? dealerCode) => new AssetForm
    {
        SerialNo = a.SerialNo,
        ProductLine = a.ProductLine,
        Model = a.Model,
        SiteId = a.SiteId,
        DeliveredOn = a.DeliveredOn,
        InstalledOn = a.InstalledOn,
        AcceptedOn = a.AcceptedOn,
        Plate = a.Plate,
        Vin = a.Vin,
        MeterUnit = a.MeterUnit,
        ServiceMonths = a.ServiceMonths,
        ServiceMeter = a.ServiceMeter,
        PurchasedOn = a.PurchasedOn,
        Price = a.PriceFen / 100m,
        InvoiceOnFile = a.InvoiceOnFile,
        WarrantyCardOnFile = a.WarrantyCardOnFile,
        DealerCode = dealerCode,
        WarrantyPolicy = a.WarrantyPolicy,
        Version = a.Version,
    }.Freshly();

    /// <summary>Every fault at once; the days run delivered, installed, accepted, and none lies ahead.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateOnly today) => new Checks()
        .Text(nameof(SerialNo), SerialNo, AssetLimits.SerialNo, required: true)
        .Text(nameof(Model), Model, AssetLimits.Model, required: true)
        .Text(nameof(DealerCode), DealerCode, CustomerLimits.Code)
        .When(string.IsNullOrEmpty(ProductLine), "Shared.Required", nameof(ProductLine))
        .When(!string.IsNullOrEmpty(ProductLine) && lists.LineOf(ProductLine) is null, "Shared.NotInList", nameof(ProductLine))
        .When(!string.IsNullOrEmpty(WarrantyPolicy) && lists.Warranties.All(w => w.Code != WarrantyPolicy), "Shared.NotInList", nameof(WarrantyPolicy))
        .When(DeliveredOn > today, "Assets.DayAhead", nameof(DeliveredOn))
        .When(InstalledOn > today, "Assets.DayAhead", nameof(InstalledOn))
        .When(AcceptedOn > today, "Assets.DayAhead", nameof(AcceptedOn))
        .When(DeliveredOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(DeliveredOn), AssetLimits.Earliest)
        .When(InstalledOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(InstalledOn), AssetLimits.Earliest)
        .When(AcceptedOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(AcceptedOn), AssetLimits.Earliest)
        .When(PurchasedOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(PurchasedOn), AssetLimits.Earliest)
        .When(InstalledOn < DeliveredOn, "Assets.InstalledBeforeDelivered", nameof(InstalledOn), InstalledOn, DeliveredOn)
        .When(AcceptedOn < InstalledOn, "Assets.AcceptedBeforeInstalled", nameof(AcceptedOn), AcceptedOn, InstalledOn)
        .When(InstalledOn is null && AcceptedOn < DeliveredOn, "Assets.AcceptedBeforeDelivered", nameof(AcceptedOn), AcceptedOn, DeliveredOn)
        .When(PlateRule.Kept(Plate) is { } plate && !PlateRule.IsFormed(plate), "Assets.NotAPlate", nameof(Plate))
        .When(VinRule.Kept(Vin) is { } vin && !VinRule.IsFormed(vin), "Assets.NotAVin", nameof(Vin), VinRule.Kept(Vin)?.Length)
        .Member(nameof(MeterUnit), MeterUnit)
        .Range(nameof(ServiceMonths), ServiceMonths, 1, ComponentForm.MostMonths)
        .Range(nameof(ServiceMeter), ServiceMeter, 1, ReadingForm.Highest)
        .When(PurchasedOn > today, "Assets.DayAhead", nameof(PurchasedOn))
        .Range(nameof(Price), Price, 0, AssetLimits.Price)
        .When(Price is { } price && decimal.Round(price, 2) != price, "Assets.PriceToFen", nameof(Price))
        .Problems;

    /// <summary>Writes what may change into the machine.</summary>
    public void Fill(Asset a, long? dealerId, ListBook lists)
    {
        (a.ProductLine, a.Model, a.SiteId, a.DealerId) = (ProductLine!, TextRule.Kept(Model)!, SiteId, dealerId);
        (a.DeliveredOn, a.InstalledOn, a.AcceptedOn) = (DeliveredOn, InstalledOn, AcceptedOn);
        a.WarrantyPolicy = TextRule.Kept(WarrantyPolicy) ?? lists.LineOf(ProductLine)!.WarrantyPolicy;
        (a.Plate, a.Vin) = (PlateRule.Kept(Plate), VinRule.Kept(Vin));
        a.MeterUnit = MeterUnit ?? (lists.LineOf(ProductLine)!.Vehicle ? Assets.MeterUnit.Km : null);
        (a.ServiceMonths, a.ServiceMeter) = (ServiceMonths, ServiceMeter);
        (a.PurchasedOn, a.PriceFen) = (PurchasedOn, Price is { } price ? (long)(price * 100) : null);
        (a.InvoiceOnFile, a.WarrantyCardOnFile) = (InvoiceOnFile, WarrantyCardOnFile);
    }
}
