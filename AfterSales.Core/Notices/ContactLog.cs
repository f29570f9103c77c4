using AfterSales.Core.Cases;

namespace AfterSales.Core.Notices;

/// <summary>R42: a call or letter, in or out, logged and filed; also the call that is no case.</summary>
public sealed class ContactLog
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>From the customer, or to the customer.</summary>
    public bool Incoming { get; init; }

    /// <summary>How.</summary>
    public Channel Channel { get; init; }

    /// <summary>Who of ours.</summary>
    public long? PersonId { get; init; }

    /// <summary>The number, as received.</summary>
    public string? Phone { get; init; }

    /// <summary>The customer, where known.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The case, where it became or concerns one.</summary>
    public long? CaseId { get; init; }

    /// <summary>Code of the reason why it is no case.</summary>
    public string? NoCaseReason { get; init; }

    /// <summary>What it was about.</summary>
    public string? Note { get; init; }
}
