namespace AfterSales.Core.Attachments;

/// <summary>Who brought a content for an intake still being typed: only that person's intake may take it.</summary>
public sealed class KeptFile
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Hash { get; init; }

    /// <summary>Who brought it.</summary>
    public long? PersonId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
