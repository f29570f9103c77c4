using AfterSales.Core.Data;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>A hold ends by itself at the time set: the clocks run on from that instant, however late this is noticed.</summary>
internal static class HoldEnding
{
    public static async Task End(Write write, long holdId)
    {
        var hold = await write.Db.CaseHolds.AsNoTracking().SingleOrDefaultAsync(h => h.Id == holdId && h.EndedAt == null, write.Stop);
        if (hold is null)
        {
            return;
        }

        var file = await CaseFile.Open(write, hold.CaseId);
        if (!file.Case.Resume(write.Actor, write.Now, null, hold.Until).Ok)
        {
            return;
        }

        await file.Settle();
        var people = new[] { file.Case.OwnerId, file.Case.EngineerId }.OfType<long>();
        await write.Notify(people, NoticeKind.HoldEnded, TextRule.Invariant(holdId), hold.CaseId, ("reason", hold.Reason));
    }
}
