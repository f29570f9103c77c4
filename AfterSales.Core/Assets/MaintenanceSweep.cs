using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>Brings the days of the next maintenance into line with intervals of product lines that were changed, and with machines that came in by the thousand.</summary>
public sealed class MaintenanceSweep(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists, BusinessClock clock)
{
    private const int Batch = 200;
    private static readonly Guid Turn = new("5e7c1d0a-5d8f-4c55-9f0e-3b1d3d2f9a11");

    /// <summary>Every machine, batch by batch; only those whose day differs are written, so that nobody waits at the gate for the rest.</summary>
    public async Task Run(CancellationToken stop = default)
    {
        var book = await lists.Book(stop);
        for (var (after, more) = (0L, true); more;)
        {
            await using var db = await factory.CreateDbContextAsync(stop);
            var batch = await db.Assets.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(Batch).ToListAsync(stop);
            (more, after) = (batch.Count == Batch, batch.Count == 0 ? after : batch[^1].Id);
            if (await MaintenanceFile.Differing(db, batch, book, clock.Zone, stop) is { Count: > 0 } differing)
            {
                await Renew([.. differing.Select(a => a.Id)], book, stop);
            }
        }
    }

    /// <summary>Reckoned again in the write: a reading may have come in meanwhile.</summary>
    private Task Renew(List<long> ids, ListBook book, CancellationToken stop) => writer.Aside(Turn, async write =>
    {
        foreach (var asset in await write.Db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(write.Stop))
        {
            await MaintenanceFile.Renew(write, asset, book.LineOf(asset.ProductLine));
        }
    }, stop);
}
