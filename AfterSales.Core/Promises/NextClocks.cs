using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Promises;

/// <summary>The chip of each case in a list: its most urgent promise.</summary>
internal static class NextClocks
{
    /// <summary>
    /// By case: the running promise that is due first, else one that stands still, else, where ended ones are asked for too, how
    /// handling ended; cases with none are left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, PromiseBrief>> Of(AfterSalesDb db, IReadOnlyCollection<long> cases, CancellationToken stop, bool ended = false) =>
        (await All(db, cases, stop, ended)).ToDictionary(g => g.Key, First);

    /// <summary>The same promises, all of each case.</summary>
    public static async Task<ILookup<long, PromiseBrief>> All(AfterSalesDb db, IReadOnlyCollection<long> cases, CancellationToken stop, bool ended = false)
    {
        var promises = db.Promises.AsNoTracking().Where(p => cases.Contains(p.CaseId));
        var found = await (ended ? promises.Where(p => p.State != PromiseState.Void) : promises.Where(p => p.State == PromiseState.Open))
            .Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new { p.CaseId, Clock = new PromiseBrief(p.Kind, p.Rule, p.State, p.DueAt, c.AtRiskAt, p.Paused, p.MetAt) })
            .ToListAsync(stop);
        return found.ToLookup(p => p.CaseId, p => p.Clock);
    }

    /// <summary>The chip among them.</summary>
    public static PromiseBrief First(IEnumerable<PromiseBrief> clocks) =>
        clocks.OrderBy(c => c.State != PromiseState.Open).ThenBy(c => c.Paused)
            .ThenBy(c => c.State == PromiseState.Open ? c.DueAt : DateTimeOffset.MinValue)
            .ThenBy(c => c.Kind != PromiseKind.Handling).First();
}
