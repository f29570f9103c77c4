namespace AfterSales.Core.Drafts;

/// <summary>What a person has typed into a long form and not yet saved, kept outside the circuit.</summary>
public sealed class Draft
{
    /// <summary>Whose.</summary>
    public long PersonId { get; init; }

    /// <summary>Which form, as "intake" or "report/WO-20261124-0002".</summary>
    public required string Key { get; init; }

    /// <summary>The fields as JSON.</summary>
    public required string Fields { get; set; }

    /// <summary>When it was last typed.</summary>
    public DateTimeOffset SavedAt { get; set; }
}
