using AfterSales.Core.Data;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Scheduling;

/// <summary>
/// Removes what has done its duty, so that these tables don't grow for ever: ids of writes that nobody will send again,
/// drafts that are offered no more, who brought the scans of drafts, notifications long read. History is never touched.
/// </summary>
public sealed class Housekeeping(IDbContextFactory<AfterSalesDb> factory, WriteGate gate, BusinessClock clock)
{
    /// <summary>A request sent again later than this is a new one; longer than drafts live, which are sent under their id.</summary>
    public static readonly TimeSpan RequestsKept = Drafts.DraftDesk.Kept + TimeSpan.FromDays(5);

    /// <summary>How long notifications are kept, read and unread.</summary>
    public static readonly TimeSpan ReadKept = TimeSpan.FromDays(90), UnreadKept = TimeSpan.FromDays(365);

    /// <summary>Rows removed in one turn at the gate, so that nobody waits.</summary>
    private const int Batch = 2000;

    /// <summary>Removes it all, batch by batch; answers how many rows.</summary>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now;
        var (requests, drafts, read, unread) = (now - RequestsKept, now - Drafts.DraftDesk.Kept, now - ReadKept, now - UnreadKept);
        return await Remove(db => db.WriteRequests.Where(r => r.At < requests).OrderBy(r => r.At).Select(r => r.Id), (db, ids) => db.WriteRequests.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop)
            + await Remove(db => db.KeptFiles.Where(k => k.At < requests).OrderBy(k => k.Id).Select(k => k.Id), (db, ids) => db.KeptFiles.Where(k => ids.Contains(k.Id)).ExecuteDeleteAsync(stop), stop)
            + await Remove(db => db.Drafts.Where(d => d.SavedAt < drafts).OrderBy(d => d.Id).Select(d => d.Id), (db, ids) => db.Drafts.Where(d => ids.Contains(d.Id) && d.SavedAt < drafts).ExecuteDeleteAsync(stop), stop)
            + await Remove(
                // A right is told once and for all: its notice is the memory of that.
                db => db.Notifications.Where(n => n.Kind != Notification.Task && (n.At < unread || (n.ReadAt != null && n.At < read))).OrderBy(n => n.Id).Select(n => n.Id),
                (db, ids) => db.Notifications.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync(stop), stop);
    }

    private async Task<int> Remove<TKey>(Func<AfterSalesDb, IQueryable<TKey>> old, Func<AfterSalesDb, List<TKey>, Task<int>> delete, CancellationToken stop)
    {
        var removed = 0;
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(stop);
            var ids = await old(db).Take(Batch).ToListAsync(stop);
            if (ids.Count == 0)
            {
                return removed;
            }

            using var turn = await gate.Enter(stop);
            removed += await delete(db, ids);
        }
    }
}
