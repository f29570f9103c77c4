namespace AfterSales.Core.WorkOrders;

/// <summary>Longest texts of a part on a report, in UTF-16 units.</summary>
public static class PartLimits
{
    /// <summary>What it is.</summary>
    public const int Name = 120;

    /// <summary>Its number, or the serial of one piece.</summary>
    public const int Number = 60;
}
