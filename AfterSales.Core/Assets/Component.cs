using AfterSales.Core.Data;

namespace AfterSales.Core.Assets;

/// <summary>
/// 部件 of a machine, as one branch of a tree: an assembly, or a part in one. What was taken out stays on file with what took
/// its place, so that the old and the new serial are both kept.
/// </summary>
public sealed class Component : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The machine.</summary>
    public long AssetId { get; init; }

    /// <summary>The component that it sits in; null sits in the machine itself.</summary>
    public long? WithinId { get; set; }

    /// <summary>What it is.</summary>
    public required string Name { get; set; }

    /// <summary>零件号.</summary>
    public string? PartNo { get; set; }

    /// <summary>总成: code of the assembly that it is or belongs to; null belongs to that of what it sits in.</summary>
    public string? Assembly { get; set; }

    /// <summary>Its own serial number.</summary>
    public string? Serial { get; set; }

    /// <summary>装上日.</summary>
    public DateOnly? FittedOn { get; set; }

    /// <summary>拆下日; null is in the machine.</summary>
    public DateOnly? RemovedOn { get; set; }

    /// <summary>Why it was taken out, where somebody said so by hand; what a report replaced is told by the report.</summary>
    public RemovalReason? RemovedFor { get; set; }

    /// <summary>What took its place.</summary>
    public long? ReplacedById { get; set; }

    /// <summary>The first day of a warranty of its own; null has that of the machine.</summary>
    public DateOnly? WarrantyFrom { get; set; }

    /// <summary>Months of its own warranty.</summary>
    public int? WarrantyMonths { get; set; }

    /// <summary>The case on which it was fitted, or taken out where it was not on file before.</summary>
    public long? CaseId { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Why a component was taken out by hand.</summary>
public enum RemovalReason
{
    /// <summary>故障: replaced for it, it counts toward the rights of 三包.</summary>
    Fault = 1,

    /// <summary>磨损: it had served its time.</summary>
    Wear = 2,

    /// <summary>升级: for a better one.</summary>
    Upgrade = 3,
}

/// <summary>What becomes of the parts that sit in a component that is replaced.</summary>
public enum InnerParts
{
    /// <summary>They sit in the new one.</summary>
    Keep = 1,

    /// <summary>They are taken out with the old one.</summary>
    TakeOut = 2,
}
