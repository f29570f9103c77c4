namespace AfterSales.Core.Assets;

/// <summary>
/// 过户 to another customer, or 移机 to another place of the same: who entered it, when, and why. Rows are only added; the
/// cases of before stay with the customer that they were taken in for.
/// </summary>
public sealed class AssetMove
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The machine.</summary>
    public long AssetId { get; init; }

    /// <summary>The day it moved.</summary>
    public DateOnly MovedOn { get; init; }

    /// <summary>When that was entered.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who entered it; null is the system.</summary>
    public long? PersonId { get; init; }

    /// <summary>Whose machine it was.</summary>
    public long FromCustomerId { get; init; }

    /// <summary>Where it stood.</summary>
    public long? FromSiteId { get; init; }

    /// <summary>Whose machine it became.</summary>
    public long ToCustomerId { get; init; }

    /// <summary>Where it stands since.</summary>
    public long? ToSiteId { get; init; }

    /// <summary>Why; null where only the place was set right on the machine's record.</summary>
    public string? Reason { get; init; }
}
