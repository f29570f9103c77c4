using AfterSales.Core.Assets;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>Which version of its preset a machine has.</summary>
public static class WarrantyBook
{
    /// <summary>The version that held on the day it was bought: the invoice's, else the delivery's, else the clock's start.</summary>
    public static WarrantyPolicy? PolicyOf(this ListBook lists, Asset asset, TimeZoneInfo zone) =>
        (asset.PurchasedOn ?? asset.DeliveredOn ?? asset.WarrantyStart) is { } bought ? lists.Warranty(asset.WarrantyPolicy, zone.StartOf(bought)) : null;

    /// <summary>The machine's state on a day by its months alone: for history that is still being made up.</summary>
    public static WarrantyState Warranty(this ListBook lists, Asset asset, DateOnly day, TimeZoneInfo zone) =>
        SanBao.State(lists.PolicyOf(asset, zone), WarrantyFacts.Of(asset.WarrantyStart), day);
}
