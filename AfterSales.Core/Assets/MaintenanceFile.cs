using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>Keeps the day of the next maintenance on a machine, by which lists find it.</summary>
internal static class MaintenanceFile
{
    private const int MostReadings = 100;

    /// <summary>When it is due, from what is stored.</summary>
    public static async Task<MaintenanceDue> Of(AfterSalesDb db, Asset asset, ProductLine? line, TimeZoneInfo zone, CancellationToken stop)
    {
        var interval = MaintenanceInterval.Of(asset, line);
        var last = await db.Cases.Where(c => c.AssetId == asset.Id && c.Type == CaseType.Maintenance && c.Status != CaseStatus.Cancelled).MaxAsync(c => c.ResolvedAt, stop);
        var readings = interval.Meter is null ? [] : await db.MeterReadings.Where(r => r.AssetId == asset.Id).OrderByDescending(r => r.ReadOn).ThenByDescending(r => r.Id)
            .Select(r => new MeterPoint(r.ReadOn, r.Before + r.Value)).Take(MostReadings).ToListAsync(stop);
        readings.Reverse();
        return MaintenanceRule.Of(interval, asset.WarrantyStart, last is { } at ? zone.DayOf(at) : null, readings);
    }

    /// <summary>Those of a batch whose stored day is another than what is due; a query each for their cases and their readings.</summary>
    public static async Task<IReadOnlyList<Asset>> Differing(AfterSalesDb db, IReadOnlyList<Asset> batch, ListBook book, TimeZoneInfo zone, CancellationToken stop)
    {
        var ids = batch.Select(a => a.Id).ToList();
        var metered = batch.Where(a => MaintenanceInterval.Of(a, book.LineOf(a.ProductLine)).Meter is not null).Select(a => a.Id).ToList();
        var lasts = await db.Cases.Where(c => c.AssetId != null && ids.Contains(c.AssetId.Value) && c.Type == CaseType.Maintenance && c.Status != CaseStatus.Cancelled && c.ResolvedAt != null)
            .GroupBy(c => c.AssetId!.Value).Select(g => new { g.Key, At = g.Max(c => c.ResolvedAt) }).ToDictionaryAsync(g => g.Key, g => zone.DayOf(g.At!.Value), stop);
        var readings = (await db.MeterReadings.Where(r => metered.Contains(r.AssetId)).OrderBy(r => r.ReadOn).ThenBy(r => r.Id)
            .Select(r => new { r.AssetId, r.ReadOn, Total = r.Before + r.Value }).ToListAsync(stop)).ToLookup(r => r.AssetId, r => new MeterPoint(r.ReadOn, r.Total));
        return
        [
            .. batch.Where(a => a.ServiceDueOn != MaintenanceRule.Of(
                MaintenanceInterval.Of(a, book.LineOf(a.ProductLine)), a.WarrantyStart, lasts.TryGetValue(a.Id, out var day) ? day : null, [.. readings[a.Id].TakeLast(MostReadings)]).On),
        ];
    }

    /// <summary>Something it depends on changed in this transaction.</summary>
    public static async Task Renew(Write write, long assetId)
    {
        await write.Db.SaveChangesAsync(write.Stop);
        var asset = await write.Db.Assets.AsNoTracking().SingleAsync(a => a.Id == assetId, write.Stop);
        await Renew(write, asset, await Line(write.Db, asset.ProductLine, write.Now, write.Stop));
    }

    /// <summary>The same where the line is at hand; who edits the machine just then loses nothing by it.</summary>
    public static async Task Renew(Write write, Asset asset, ProductLine? line)
    {
        var due = (await Of(write.Db, asset, line, write.Zone, write.Stop)).On;
        if (due != asset.ServiceDueOn)
        {
            await write.Db.Assets.Where(a => a.Id == asset.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ServiceDueOn, due), write.Stop);
        }
    }

    private static Task<ProductLine?> Line(AfterSalesDb db, string code, DateTimeOffset now, CancellationToken stop) => db.ProductLines.AsNoTracking()
        .Where(l => l.Code == code && l.ValidFrom <= now).OrderByDescending(l => l.ValidTo == null || l.ValidTo > now).ThenByDescending(l => l.ValidFrom).FirstOrDefaultAsync(stop);
}
