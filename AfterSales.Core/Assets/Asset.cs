using AfterSales.Core.Data;

namespace AfterSales.Core.Assets;

/// <summary>设备档案: a machine in the installed base.</summary>
public sealed class Asset : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>Serial number, unique.</summary>
    public required string SerialNo { get; init; }

    /// <summary>Code of the product line.</summary>
    public required string ProductLine { get; set; }

    /// <summary>Model.</summary>
    public required string Model { get; set; }

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

    /// <summary>The dealer who sold it; null is sold by us.</summary>
    public long? DealerId { get; set; }

    /// <summary>Code of its warranty policy.</summary>
    public required string WarrantyPolicy { get; set; }

    /// <summary>The day on which the warranty clock starts: accepted, else installed, else delivered.</summary>
    public DateOnly? WarrantyStart => AcceptedOn ?? InstalledOn ?? DeliveredOn;

    /// <inheritdoc/>
    public int Version { get; set; }
}
