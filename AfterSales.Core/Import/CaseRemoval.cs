using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Takes imported cases away with everything that hangs on them, children first.</summary>
internal static class CaseRemoval
{
    public static async Task Remove(AfterSalesDb db, IReadOnlyList<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var orders = db.WorkOrders.Where(o => ids.Contains(o.CaseId)).Select(o => o.Id);
        var callbacks = db.Callbacks.Where(k => ids.Contains(k.CaseId)).Select(k => k.Id);
        var calls = new[] { ActionKind.CallbackDue, ActionKind.CallAgain, ActionKind.CallbackWindowEnds };
        await db.ScheduledActions.Where(a => calls.Contains(a.Kind) && callbacks.Contains(a.SubjectId)).ExecuteDeleteAsync(stop);
        await db.Notifications.Where(n => n.CaseId != null && ids.Contains(n.CaseId.Value)).ExecuteDeleteAsync(stop);
        await db.SatisfactionAnswers.Where(a => ids.Contains(a.CaseId)).ExecuteDeleteAsync(stop);
        await db.CallbackAttempts.Where(a => callbacks.Contains(a.CallbackId)).ExecuteDeleteAsync(stop);
        await db.Callbacks.Where(k => ids.Contains(k.CaseId)).ExecuteDeleteAsync(stop);
        await db.ServiceReports.Where(r => ids.Contains(r.CaseId)).ExecuteDeleteAsync(stop);
        await db.Visits.Where(v => orders.Contains(v.WorkOrderId)).ExecuteDeleteAsync(stop);
        await db.WorkOrders.Where(o => ids.Contains(o.CaseId)).ExecuteDeleteAsync(stop);
        await db.Complaints.Where(x => ids.Contains(x.CaseId)).ExecuteDeleteAsync(stop);
        await db.CaseFacts.Where(x => ids.Contains(x.CaseId)).ExecuteDeleteAsync(stop);
        await db.CaseWords.Where(x => ids.Contains(x.CaseId)).ExecuteDeleteAsync(stop);
        await db.Promises.Where(x => ids.Contains(x.CaseId)).ExecuteDeleteAsync(stop);
        await db.CaseEvents.Where(x => ids.Contains(x.CaseId)).ExecuteDeleteAsync(stop);
        await db.Cases.Where(x => ids.Contains(x.Id)).ExecuteDeleteAsync(stop);
    }
}
