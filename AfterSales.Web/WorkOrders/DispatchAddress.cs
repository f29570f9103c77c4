using System.Globalization;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Web.WorkOrders;

/// <summary>What the board shows, as its address says: a link is a view.</summary>
public sealed record DispatchAddress(DispatchShelf Shelf, string? Area, DateOnly? Day, string? Case, string? Order)
{
    /// <summary>Read from the query's texts; nonsense is left out.</summary>
    public static DispatchAddress Of(string? shelf, string? area, string? day, string? number, string? order) => new(
        Enum.TryParse<DispatchShelf>(shelf, true, out var s) && Enum.IsDefined(s) ? s : DispatchShelf.Undispatched,
        Text(area),
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) && d.Year is > 2000 and < 2200 ? d : null,
        Text(number), Text(order));

    /// <summary>The address.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Put("shelf", Shelf == DispatchShelf.Undispatched ? null : Shelf.ToString());
        Put("area", Area);
        Put("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("case", Case);
        Put("order", Order);
        return parts.Count == 0 ? "dispatch" : "dispatch?" + string.Join('&', parts);

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > 60 ? null : value.Trim();
}
