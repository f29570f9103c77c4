using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Attachments;

/// <summary>
/// Takes away contents that no row names: of an upload that broke off, of a draft never sent, of what was removed. A
/// draft may name one as long as it is kept, so nothing younger goes.
/// </summary>
public sealed class FileSweep(IDbContextFactory<AfterSalesDb> factory, FileStore store, BusinessClock clock)
{
    /// <summary>How long a content may lie there without a row.</summary>
    public static readonly TimeSpan Kept = Housekeeping.RequestsKept;

    /// <summary>One run; answers how many went.</summary>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var (before, gone) = (clock.OnTheWall - Kept, 0);
        await using var db = await factory.CreateDbContextAsync(stop);
        foreach (var name in store.Before(before))
        {
            gone += await store.Drop(name, before, () => db.Attachments.AnyAsync(a => a.Hash == name && a.RemovedAt == null, stop), stop) ? 1 : 0;
        }

        return gone;
    }
}
