using AfterSales.Core.Data;

namespace AfterSales.Core.Assets;

/// <summary>What a machine's meter counts.</summary>
public enum MeterUnit
{
    /// <summary>公里.</summary>
    Km = 1,

    /// <summary>小时.</summary>
    Hours = 2,
}

/// <summary>
/// 表读数 of a machine's meter on a day. A meter that was replaced begins anew: what the machine has run is
/// <see cref="Value"/> plus <see cref="Before"/>. <see cref="MeterRule"/> keeps the readings of a machine in order.
/// </summary>
public sealed class MeterReading : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The machine.</summary>
    public long AssetId { get; init; }

    /// <summary>The day it was read.</summary>
    public DateOnly ReadOn { get; set; }

    /// <summary>What the meter showed, in the machine's unit.</summary>
    public int Value { get; set; }

    /// <summary>What earlier meters of the machine had counted when this one began.</summary>
    public int Before { get; set; }

    /// <summary>A new meter began with this reading.</summary>
    public bool MeterReplaced { get; set; }

    /// <summary>The case on which it was read; null was read apart from one.</summary>
    public long? CaseId { get; init; }

    /// <summary>What the machine has run in all.</summary>
    public int Total => Before + Value;

    /// <inheritdoc/>
    public int Version { get; set; }
}
