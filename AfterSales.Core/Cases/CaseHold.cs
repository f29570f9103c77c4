namespace AfterSales.Core.Cases;

/// <summary>挂起 of a case: a reason, who, until when.</summary>
public sealed class CaseHold
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>Code of the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>True where the policy lets the reason pause the clocks.</summary>
    public bool Pauses { get; init; }

    /// <summary>Begin.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>When it is to end by itself.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who held.</summary>
    public long? PersonId { get; init; }
}
