using AfterSales.Core.Data;

namespace AfterSales.Core.Assets;

/// <summary>设备档案: a machine in the installed base.</summary>
public sealed class Asset : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>Serial number, unique in whatever case and width.</summary>
    public required string SerialNo
    {
        get;
        init
        {
            field = value;
            SerialKey = SerialRule.Key(value);
        }
    }

    /// <summary>The serial number as <see cref="SerialRule"/> compares it.</summary>
    public string SerialKey { get; private init; } = "";

    /// <summary>Code of the product line.</summary>
    public required string ProductLine { get; set; }

    /// <summary>Model.</summary>
    public required string Model { get; set; }

    /// <summary>车牌 of a vehicle, as <see cref="PlateRule"/> keeps it.</summary>
    public string? Plate { get; set; }

    /// <summary>车架号 of a vehicle, seventeen letters and digits in capitals.</summary>
    public string? Vin { get; set; }

    /// <summary>What its meter counts; null has none.</summary>
    public MeterUnit? MeterUnit { get; set; }

    /// <summary>Whose machine it is.</summary>
    public long CustomerId { get; set; }

    /// <summary>Where it stands.</summary>
    public long? SiteId { get; set; }

    /// <summary>Day of delivery 交付日.</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>Day of installation 安装日.</summary>
    public DateOnly? InstalledOn { get; set; }

    /// <summary>Day of acceptance 验收日; starts the warranty clock.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>购买日: the invoice's day, by which the 三包 preset is chosen; null is the day of delivery.</summary>
    public DateOnly? PurchasedOn { get; set; }

    /// <summary>The price paid in fen; R24's compensation is a share of it.</summary>
    public long? PriceFen { get; set; }

    /// <summary>R14: a valid invoice is on file; null is not asked.</summary>
    public bool? InvoiceOnFile { get; set; }

    /// <summary>R14: the warranty card is on file; null is not asked.</summary>
    public bool? WarrantyCardOnFile { get; set; }

    /// <summary>The dealer who sold it; null is sold by us.</summary>
    public long? DealerId { get; set; }

    /// <summary>保养周期 of its own in months; null has the product line's.</summary>
    public int? ServiceMonths { get; set; }

    /// <summary>保养周期 of its own in what its meter counts.</summary>
    public int? ServiceMeter { get; set; }

    /// <summary>下次保养日, as <see cref="MaintenanceRule"/> reckons it; kept for lists.</summary>
    public DateOnly? ServiceDueOn { get; set; }

    /// <summary>Code of its warranty policy.</summary>
    public required string WarrantyPolicy { get; set; }

    /// <summary>The day on which the warranty clock starts: accepted, else installed, else delivered, else bought.</summary>
    public DateOnly? WarrantyStart => AcceptedOn ?? InstalledOn ?? DeliveredOn ?? PurchasedOn;

    /// <inheritdoc/>
    public int Version { get; set; }
}
