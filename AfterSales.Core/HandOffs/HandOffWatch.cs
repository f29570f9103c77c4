using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.HandOffs;

/// <summary>R7: the due time of a hand-off has come.</summary>
internal static class HandOffWatch
{
    /// <summary>Still unanswered, it is told once: on the timeline, to the case's owner, to who asked, to the area's supervisor.</summary>
    public static async Task Due(Write write, long id)
    {
        var waiting = write.Db.HandOffs.Where(h => h.Id == id && h.AnsweredAt == null && h.ToldAt == null);
        if (await waiting.Select(h => (long?)h.CaseId).SingleOrDefaultAsync(write.Stop) is not { } owner)
        {
            return;
        }

        // Once the case is held, an answer that came meanwhile is seen.
        var file = await CaseFile.Open(write, owner);
        if (await waiting.SingleOrDefaultAsync(write.Stop) is not { } asked)
        {
            return;
        }

        asked.ToldAt = write.Now;
        var due = TextRule.Invariant(asked.DueAt.ToUnixTimeMilliseconds());
        file.Case.Tell(CaseEventKind.HandOffOverdue, write.Actor, write.Now, null, asked.DueAt, ("department", asked.Department), ("due", due));
        await file.Settle();
        var people = (await Concerned(write, file.Case, asked)).Concat(await Audience.Supervisors(write, asked.CaseId));
        await write.Notify(people, NoticeKind.HandOffOverdue, TextRule.Invariant(id), asked.CaseId, ("department", asked.Department), ("due", due));
    }

    /// <summary>Who waits for the answer.</summary>
    public static async Task<IEnumerable<long>> Concerned(Write write, ServiceCase c, HandOff asked) =>
        [.. await Audience.Of(write, c.OwnerId), .. await Audience.Of(write, asked.AskedById)];

    /// <summary>A case does not end while a department still owes it an answer: it is written down first, or that it is not needed any more.</summary>
    public static async Task<IReadOnlyList<Problem>> Against(AfterSalesDb db, long caseId, CancellationToken stop) =>
        await db.HandOffs.CountAsync(h => h.CaseId == caseId && h.AnsweredAt == null, stop) is > 0 and var open ? [new Problem("HandOffs.StillOpen", null, open)] : [];
}
