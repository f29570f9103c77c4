using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Settings;

/// <summary>Which version of a dated row holds when.</summary>
public static class PolicyBook
{
    /// <summary>The rows that hold at an instant.</summary>
    public static IQueryable<T> At<T>(this IQueryable<T> rows, DateTimeOffset at) where T : Dated =>
        rows.Where(r => r.ValidFrom <= at && (r.ValidTo == null || at < r.ValidTo));

    /// <summary>The service policy in force at an instant.</summary>
    public static async Task<ServicePolicy> PolicyAt(this AfterSalesDb db, DateTimeOffset at, CancellationToken stop) =>
        await db.ServicePolicies.AsNoTracking().At(at).OrderByDescending(p => p.ValidFrom).FirstOrDefaultAsync(stop)
        ?? throw new InvalidOperationException("No service policy holds.");

    /// <summary>The version that a case is judged by.</summary>
    public static Task<ServicePolicy> PolicyOf(this AfterSalesDb db, long policyId, CancellationToken stop) =>
        db.ServicePolicies.AsNoTracking().SingleAsync(p => p.Id == policyId, stop);
}
