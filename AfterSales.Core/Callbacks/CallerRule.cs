using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Callbacks;

/// <summary>R46: the caller is not the technician of the job; block, warn or off by the policy.</summary>
internal static class CallerRule
{
    /// <summary>True when the person was one of the job's engineers: the lead one, or one who went there.</summary>
    public static async Task<bool> IsTechnician(AfterSalesDb db, long caseId, long? personId, CancellationToken stop) =>
        await db.Cases.AnyAsync(c => c.Id == caseId && c.EngineerId == personId, stop)
        || await db.WorkOrders.AnyAsync(o => o.CaseId == caseId && (o.EngineerId == personId || o.Visits.Any(v => v.EngineerId == personId && v.ArrivedAt != null)), stop);
}
