using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Promises;

/// <summary>The chip of each case in a list of work: its most urgent promise.</summary>
internal static class NextClocks
{
    /// <summary>By case: the running promise that is due first, else one that stands still; cases with none are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, PromiseBrief>> Of(AfterSalesDb db, IReadOnlyCollection<long> cases, CancellationToken stop)
    {
        var open = await db.Promises.AsNoTracking().Where(p => cases.Contains(p.CaseId) && p.State == PromiseState.Open)
            .Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new { p.CaseId, Clock = new PromiseBrief(p.Kind, p.Rule, p.State, p.DueAt, c.AtRiskAt, p.Paused, p.MetAt) })
            .ToListAsync(stop);
        return open.GroupBy(p => p.CaseId).ToDictionary(g => g.Key, g => g.Select(p => p.Clock).OrderBy(p => p.Paused).ThenBy(p => p.DueAt).First());
    }
}
