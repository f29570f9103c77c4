using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>Brings the days of the next maintenance into line with intervals of product lines that were changed, and with machines that came in by the thousand.</summary>
public sealed class MaintenanceSweep(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists)
{
    private const int Batch = 200;
    private static readonly Guid Turn = new("5e7c1d0a-5d8f-4c55-9f0e-3b1d3d2f9a11");

    /// <summary>Every machine, batch by batch, so that nobody waits at the gate.</summary>
    public async Task Run(CancellationToken stop = default)
    {
        var book = await lists.Book(stop);
        for (var (after, more) = (0L, true); more;)
        {
            await using var db = await factory.CreateDbContextAsync(stop);
            var ids = await db.Assets.Where(a => a.Id > after).OrderBy(a => a.Id).Take(Batch).Select(a => a.Id).ToListAsync(stop);
            more = ids.Count == Batch;
            after = ids.LastOrDefault();
            await writer.Aside(Turn, async write =>
            {
                foreach (var asset in await write.Db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(write.Stop))
                {
                    await MaintenanceFile.Renew(write, asset, book.LineOf(asset.ProductLine));
                }
            }, stop);
        }
    }
}
