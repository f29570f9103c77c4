namespace AfterSales.Core.Search;

/// <summary>
/// One searchable tail of a name, phone or serial: every tail of the comparable form is a row, so that a fragment is a
/// prefix range over one index, alike on both databases.
/// </summary>
public sealed class SearchKey
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The tail, cut to <see cref="MaxLength"/>.</summary>
    public required string Tail { get; init; }

    /// <summary>What it belongs to.</summary>
    public SearchSubject Subject { get; init; }

    /// <summary>The row of that kind.</summary>
    public long SubjectId { get; init; }

    /// <summary>The customer behind it.</summary>
    public long CustomerId { get; set; }

    /// <summary>Longest tail kept.</summary>
    public const int MaxLength = 24;
}

/// <summary>Kinds of search hits.</summary>
public enum SearchSubject
{
    /// <summary>A customer's name or code.</summary>
    Customer = 1,

    /// <summary>A contact's name.</summary>
    Contact = 2,

    /// <summary>A phone number.</summary>
    Phone = 3,

    /// <summary>A serial number.</summary>
    Asset = 4,

    /// <summary>A case's number; looked up in the cases themselves.</summary>
    Case = 5,
}
