using AfterSales.Core.Data;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>
/// A case can't close with an open promise, an open work order, an unanswered hand-off (R7), or (repair, installation, maintenance) without its service
/// report (DOMAIN 2, case life).
/// </summary>
public static class ClosingRule
{
    private static readonly WorkOrderStatus[] Open = [WorkOrderStatus.Assigned, WorkOrderStatus.Accepted, WorkOrderStatus.Declined, WorkOrderStatus.InProgress];

    /// <summary>Everything at once that keeps the case from being closed; empty when it may close.</summary>
    public static async Task<IReadOnlyList<Problem>> Hindrances(AfterSalesDb db, ServiceCase c, CancellationToken stop)
    {
        var order = await db.WorkOrders.Where(o => o.CaseId == c.Id && Open.Contains(o.Status)).Select(o => o.Number).FirstOrDefaultAsync(stop);
        var report = !c.Type.IsService() || await db.ServiceReports.AnyAsync(r => r.CaseId == c.Id && r.CompletedAt != null, stop);
        return
        [
            .. await HandOffWatch.Against(db, c.Id, stop),
            .. new Checks()
                .When(c.Status != CaseStatus.Resolved, "Cases.NotResolved")
                .When(c.Promises.Any(p => p.State == PromiseState.Open), "Cases.PromiseOpen")
                .When(order is not null, "Cases.OrderOpen", null, order)
                .When(!report, "Cases.ReportMissing")
                .Problems,
        ];
    }
}
