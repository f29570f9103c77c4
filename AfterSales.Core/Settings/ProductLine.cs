using AfterSales.Core.Cases;

namespace AfterSales.Core.Settings;

/// <summary>产品类别: what its machines have in common.</summary>
public sealed class ProductLine : Named
{
    /// <summary>Code of the warranty policy that its machines get.</summary>
    public required string WarrantyPolicy { get; init; }

    /// <summary>Where a repair of it is usually done.</summary>
    public ServiceMode RepairMode { get; init; } = ServiceMode.OnSite;

    /// <summary>Its machines are vehicles: they have plate, VIN and odometer, and their history is called 车历.</summary>
    public bool Vehicle { get; init; }

    /// <summary>保养周期 in months, where the machine has none of its own.</summary>
    public int? ServiceMonths { get; init; }

    /// <summary>保养周期 in what the machine's meter counts.</summary>
    public int? ServiceMeter { get; init; }
}
