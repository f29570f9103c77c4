namespace AfterSales.Core.Customers;

/// <summary>Longest texts of a customer, in UTF-16 units.</summary>
public static class CustomerLimits
{
    /// <summary>A customer's number.</summary>
    public const int Code = 40;

    /// <summary>A firm's name.</summary>
    public const int Name = 120;

    /// <summary>A person's name or position.</summary>
    public const int ContactName = 60;

    /// <summary>Wishes, remarks, the next talk.</summary>
    public const int Words = 2_000;

    /// <summary>An address.</summary>
    public const int Address = 300;

    /// <summary>Farthest road distance believed, in km.</summary>
    public const int DistanceKm = 20_000;
}
