using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Customers;

/// <summary>A list of customers as its address says it; nonsense in an address doesn't filter.</summary>
public static class CustomerAddress
{
    private const int Longest = 100;

    /// <summary>Reads the words of an address.</summary>
    public static CustomerFilter Read(string? text, string? area, string? kind, string? tier, string? unfiled, string? after) => new()
    {
        Text = TextRule.Kept(text) is { } t && TextRule.IsClean(t) ? t[..Math.Min(t.Length, Longest)] : null,
        Area = TextRule.Kept(area) is { } a && TextRule.IsClean(a) ? a : null,
        Kind = Member<CustomerKind>(kind),
        Tier = Member<CustomerTier>(tier),
        Unfiled = unfiled == "true",
        After = TextRule.Kept(after) is { } c && TextRule.IsClean(c) ? c : null,
    };

    /// <summary>The address of a list.</summary>
    public static string Of(CustomerFilter filter)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", filter.Text), ("area", filter.Area), ("kind", filter.Kind?.ToString()), ("tier", filter.Tier?.ToString()), ("unfiled", filter.Unfiled ? "true" : null), ("after", filter.After),
        };
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "customers" : "customers?" + query;
    }

    private static T? Member<T>(string? word) where T : struct, Enum =>
        Enum.TryParse<T>(word, true, out var member) && Enum.IsDefined(member) ? member : null;
}
