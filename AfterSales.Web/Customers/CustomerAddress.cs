using AfterSales.Core.Customers;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Customers;

/// <summary>A list of customers as its address says it.</summary>
public static class CustomerAddress
{
    private const int Longest = 100;
    private const int LongestAfter = CustomerLimits.Name + 24;

    /// <summary>Reads the words of an address.</summary>
    public static CustomerFilter Read(string? text, string? area, string? kind, string? tier, string? unfiled, string? after) => new()
    {
        Text = Address.Text(text, Longest),
        Area = Address.Text(area, Longest),
        Kind = Address.Member<CustomerKind>(kind),
        Tier = Address.Member<CustomerTier>(tier),
        Unfiled = unfiled == "true",
        After = Address.Text(after, LongestAfter),
    };

    /// <summary>The address of a list.</summary>
    public static string Of(CustomerFilter f) => Address.Of(
        "customers", ("q", f.Text), ("area", f.Area), ("kind", f.Kind?.ToString()), ("tier", f.Tier?.ToString()), ("unfiled", f.Unfiled ? "true" : null), ("after", f.After));
}
