using AfterSales.Core.Assets;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>A machine's warranty by the policy version that held on the day its warranty starts.</summary>
public static class WarrantyBook
{
    /// <summary>The state on a day.</summary>
    public static WarrantyState Warranty(this ListBook lists, string policy, DateOnly? start, DateOnly day, TimeZoneInfo zone)
    {
        var months = start is { } first ? lists.Warranty(policy, zone.StartOf(first))?.MachineMonths : null;
        return WarrantyState.On(day, months is null ? null : start, months ?? 0);
    }

    /// <inheritdoc cref="Warranty(ListBook, string, DateOnly?, DateOnly, TimeZoneInfo)"/>
    public static WarrantyState Warranty(this ListBook lists, Asset asset, DateOnly day, TimeZoneInfo zone) =>
        lists.Warranty(asset.WarrantyPolicy, asset.WarrantyStart, day, zone);
}
