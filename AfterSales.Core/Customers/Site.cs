using AfterSales.Core.Data;

namespace AfterSales.Core.Customers;

/// <summary>A place where a customer's machines stand.</summary>
public sealed class Site : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The customer.</summary>
    public long CustomerId { get; init; }

    /// <summary>Address.</summary>
    public required string Address { get; set; }

    /// <summary>Code of the 片区 of the place.</summary>
    public string? Area { get; set; }

    /// <summary>Road distance from the service base in km; null is unknown, not 0.</summary>
    public int? DistanceKm { get; set; }

    /// <summary>True where the distance is the area's default and not this place's own.</summary>
    public bool DistanceFromArea { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
