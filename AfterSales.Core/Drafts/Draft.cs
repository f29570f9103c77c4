namespace AfterSales.Core.Drafts;

/// <summary>
/// What a person has typed into a long form and not yet saved, kept outside the circuit. Its key is the id of the write
/// request that the form will send, so that saving removes it in the same transaction and a restored form can't save twice.
/// </summary>
public sealed class Draft
{
    /// <summary>The id of the write request that the form will send.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public long PersonId { get; init; }

    /// <summary>Which form, as "intake" or "report/WO-20261124-0002".</summary>
    public required string Form { get; init; }

    /// <summary>The fields as a JSON object of texts.</summary>
    public required string Fields { get; set; }

    /// <summary>When it was last typed.</summary>
    public DateTimeOffset SavedAt { get; set; }
}
