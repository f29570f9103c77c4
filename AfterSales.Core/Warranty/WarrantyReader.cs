using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Warranty;

/// <summary>
/// Reads what a machine's warranty depends on off its records: readings, repairs, holds, reports. One set of queries for all
/// the machines asked about, and none for those whose preset goes by months alone.
/// </summary>
public static class WarrantyReader
{
    /// <summary>Each machine's state on a day, by its key.</summary>
    public static async Task<IReadOnlyDictionary<long, WarrantyState>> Warranties(
        this AfterSalesDb db, ListBook book, IReadOnlyCollection<Asset> assets, DateOnly day, TimeZoneInfo zone, CancellationToken stop)
    {
        var asked = assets.Where(a => book.PolicyOf(a, zone) is { MachineMeter: not null } or { Prolongs: true }).ToList();
        var facts = await db.Facts(book, asked, zone, stop);
        return assets.ToDictionary(a => a.Id, a => SanBao.State(book.PolicyOf(a, zone), facts.GetValueOrDefault(a.Id) ?? WarrantyFacts.Of(a.WarrantyStart), day));
    }

    /// <summary>One machine's state on a day.</summary>
    public static async Task<WarrantyState> Warranty(this AfterSalesDb db, ListBook book, Asset asset, DateOnly day, TimeZoneInfo zone, CancellationToken stop) =>
        (await db.Warranties(book, [asset], day, zone, stop))[asset.Id];

    /// <summary>What the meter of a machine shows on a day.</summary>
    public static async Task<WarrantyReading> Meter(this AfterSalesDb db, ListBook book, Asset asset, DateOnly day, TimeZoneInfo zone, CancellationToken stop) =>
        SanBao.Read(book.PolicyOf(asset, zone), (await db.Facts(book, [asset], zone, stop))[asset.Id], day);

    /// <summary>The facts of machines, by key.</summary>
    public static async Task<IReadOnlyDictionary<long, WarrantyFacts>> Facts(this AfterSalesDb db, ListBook book, IReadOnlyCollection<Asset> assets, TimeZoneInfo zone, CancellationToken stop)
    {
        if (assets.Count == 0)
        {
            return new Dictionary<long, WarrantyFacts>();
        }

        var ids = assets.Select(a => a.Id).ToList();
        var readings = (await db.MeterReadings.Where(r => ids.Contains(r.AssetId)).Select(r => new { r.AssetId, Fact = new MeterFact(r.ReadOn, r.Before + r.Value) }).ToListAsync(stop)).ToLookup(r => r.AssetId, r => r.Fact);
        var repairs = (await RepairReader.Of(db, book, assets, zone, stop)).ToLookup(r => r.AssetId, r => r.Fact);
        var parts = (await PartsByHand.Of(db, ids, stop)).ToLookup(p => p.AssetId, p => p.Fact);
        return assets.ToDictionary(a => a.Id, a => new WarrantyFacts(a.WarrantyStart, a.MeterUnit, [.. readings[a.Id]], [.. repairs[a.Id]], a.PriceFen) { ByHand = [.. parts[a.Id]] });
    }
}
