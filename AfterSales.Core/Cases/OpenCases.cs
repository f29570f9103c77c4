using System.Linq.Expressions;
using AfterSales.Core.Data;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Which cases are open, and which of them wait for dispatch 待派工: one meaning for lists, board and next step.</summary>
internal static class OpenCases
{
    /// <summary>The open states, in the order of the partial indexes' filter, which SQLite compares word by word.</summary>
    private static readonly CaseStatus[] Open = [CaseStatus.Registered, CaseStatus.Replied, CaseStatus.Dispatched, CaseStatus.InProgress, CaseStatus.OnHold, CaseStatus.Reopened];

    /// <summary>Not resolved, closed or cancelled; as a query condition.</summary>
    public static readonly Expression<Func<ServiceCase, bool>> IsOpen = c => EF.Constant(Open).Contains(c.Status);

    /// <summary>True for a mode whose work an engineer does on a work order: every one but remote.</summary>
    public static readonly Expression<Func<ServiceCase, bool>> NeedsOrder = c => c.Mode != ServiceMode.Remote;

    private static readonly Func<ServiceCase, bool> Needs = NeedsOrder.Compile();

    /// <summary>Open cases whose work needs an order and that have no open one. Whoever gave out an order named an engineer, so a case without one is not asked.</summary>
    public static IQueryable<ServiceCase> Undispatched(this IQueryable<ServiceCase> cases, AfterSalesDb db)
    {
        var orders = db.WorkOrders.Where(WorkOrder.IsOpen);
        return cases.Where(IsOpen).Where(NeedsOrder).Where(c => c.EngineerId == null || !orders.Any(o => o.CaseId == c.Id));
    }

    /// <summary>The same of a loaded case that has no open order.</summary>
    public static bool Undispatched(this ServiceCase c) => c.Status.IsOpen() && Needs(c);
}
