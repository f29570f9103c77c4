namespace AfterSales.Web.WorkOrders;

/// <summary>The way to an address on a map's site (decision 0009): the address, and nothing else, leaves the house.</summary>
internal static class MapLink
{
    /// <summary>The link.</summary>
    public static string Of(string address) => "https://uri.amap.com/search?keyword=" + Uri.EscapeDataString(address);
}
