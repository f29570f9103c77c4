using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>A row that moves a machine's delivery to after it was installed, accepted or read is rejected with what says so, as the form refuses it.</summary>
internal static class DeliveryDays
{
    private const int Batch = 2_000;

    public static async Task Check(AfterSalesDb db, IReadOnlyDictionary<string, Asset> stored, IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        foreach (var batch in rows.Where(r => r.State == RowState.Changed && r.Says(AssetCell.DeliveredOn) && r.Get<DateOnly>(AssetCell.DeliveredOn) is not null).Chunk(Batch))
        {
            var ids = batch.Select(r => r.Id).ToList();
            var readings = (await db.MeterReadings.AsNoTracking().Where(r => ids.Contains(r.AssetId)).OrderBy(r => r.ReadOn).ThenBy(r => r.Id).ToListAsync(stop)).ToLookup(r => r.AssetId);
            foreach (var row in batch)
            {
                var (delivered, machine) = (row.Get<DateOnly>(AssetCell.DeliveredOn)!.Value, stored[row.Key]);
                if ((machine.InstalledOn ?? machine.AcceptedOn) is { } used && used < delivered)
                {
                    row.Reject(AssetCell.DeliveredOn, "Import.DeliveredAfterUse", used);
                }

                if (readings[row.Id].FirstOrDefault() is { } first && first.ReadOn < delivered)
                {
                    row.Reject(AssetCell.DeliveredOn, "Assets.DeliveredAfterReading", first.ReadOn, first.Value);
                }
            }
        }
    }
}
