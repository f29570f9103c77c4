namespace AfterSales.Core.Data;

/// <summary>
/// A write that was carried out, by the id its client made: sent again (a double click, a retry, a phone that sends
/// twice) it has one effect and gets the first answer.
/// </summary>
public sealed class WriteRequest
{
    /// <summary>The client's id.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was carried out.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who sent it; another person's id is no answer for this one.</summary>
    public long? PersonId { get; init; }

    /// <summary>The answer, as JSON.</summary>
    public required string Answer { get; init; }
}
