using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>A period's scorecard over the database.</summary>
internal static class PeriodReader
{
    /// <summary>Judged at a cut-off by the policies with their validity.</summary>
    public static async Task<Scorecard> Score(AfterSalesDb db, Period period, TimeZoneInfo zone, DateTimeOffset cutoff, CancellationToken stop) =>
        new(PeriodRows.Of(db), new Evaluation(period, zone, cutoff, await db.ServicePolicies.AsNoTracking().ToListAsync(stop)));
}
