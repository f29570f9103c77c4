using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Notices;

/// <summary>A notification as shown; its sentence is Notices.NoticeKind and its name, with the facts.</summary>
public sealed record NoticeRow(long Id, DateTimeOffset At, NoticeKind Kind, string? CaseNumber, IReadOnlyDictionary<string, string> Facts, bool Asks)
{
    /// <summary>It stands until it is dealt with.</summary>
    public bool IsTask => Kind == Notification.Task;
}

/// <summary>The signed-in person's notifications; nobody sees another's.</summary>
public sealed class NoticeService(Sight sight, Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>Counting stops here; the bell then says "99+".</summary>
    public const int CountCap = 100;

    /// <summary>The newest, first those that still ask for something: unread, and not handled by now.</summary>
    public async Task<IReadOnlyList<NoticeRow>> Mine(int take = 50, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var (mine, asking) = (db.Notifications.AsNoTracking().Where(n => n.PersonId == actor.Id), Asking(db));
        (IQueryable<Notification> Which, bool Asks)[] order =
        [
            (asking.OrderByDescending(n => n.Id), true),
            (mine.Where(n => n.ReadAt == null && !asking.Any(a => a.Id == n.Id)).OrderByDescending(n => n.Id), false),
            (mine.Where(n => n.ReadAt != null).OrderByDescending(n => n.ReadAt).ThenByDescending(n => n.Id), false),
        ];
        var rows = new List<NoticeRow>();
        foreach (var (which, asks) in order)
        {
            rows.AddRange(rows.Count == take ? [] : await Rows(db, which.Take(take - rows.Count), asks, stop));
        }

        return rows;
    }

    /// <summary>The tasks (<see cref="Notification.Task"/>) not dealt with yet, the oldest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> Tasks(int take, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        return await Rows(db, Asking(db).Where(n => n.Kind == Notification.Task).OrderBy(n => n.Id).Take(take), true, stop);
    }

    /// <summary>How many still ask for something, up to <see cref="CountCap"/>.</summary>
    public async Task<int> AskingCount(CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        return await Asking(db).Take(CountCap).CountAsync(stop);
    }

    /// <summary>
    /// Unread ones whose matter is not handled: its case goes on; of a follow-up, it is still to be called itself. An approval
    /// is waited for after the case is closed too.
    /// </summary>
    private IQueryable<Notification> Asking(AfterSalesDb db) => db.Notifications.AsNoTracking().Where(n => n.PersonId == actor.Id && n.ReadAt == null && (
        n.CaseId == null || n.Kind == NoticeKind.ApprovalAsked || (n.Kind == NoticeKind.CallbackDue
            ? db.Callbacks.Any(k => k.CaseId == n.CaseId && k.State == CallbackState.Due && n.Facts!.Contains("\"callback\":\"" + k.Id + "\""))
            : db.Cases.Any(c => c.Id == n.CaseId && c.Status != CaseStatus.Closed && c.Status != CaseStatus.Cancelled))));

    /// <summary>Read, or of a task: dealt with; another person's id does nothing.</summary>
    public Task<Result> MarkRead(long id, CancellationToken stop = default) => Mark(n => n.Where(x => x.Id == id), stop);

    /// <summary>All read but the tasks.</summary>
    public Task<Result> MarkAllRead(CancellationToken stop = default) => Mark(n => n.Where(x => x.Kind != Notification.Task), stop);

    private Task<Result> Mark(Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken stop) =>
        writer.Run(Guid.NewGuid(), async write =>
        {
            await which(write.Db.Notifications.Where(n => n.PersonId == actor.Id && n.ReadAt == null))
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, clock.Now), write.Stop);
            write.Touch($"person/{TextRule.Invariant(actor.Id)}");
            return Result.Done;
        }, stop);

    private static async Task<List<NoticeRow>> Rows(AfterSalesDb db, IQueryable<Notification> which, bool asks, CancellationToken stop)
    {
        var rows = await which.Select(n => new { n.Id, n.At, n.Kind, n.Facts, Number = db.Cases.Where(c => c.Id == n.CaseId).Select(c => c.Number).FirstOrDefault() }).ToListAsync(stop);
        return [.. rows.Select(r => new NoticeRow(r.Id, r.At, r.Kind, r.Number, CaseEvent.Unpack(r.Facts), asks))];
    }
}
