using AfterSales.Core.Data;
using AfterSales.Core.Promises;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>The cases of a customer or machine in short.</summary>
internal static class CaseHistory
{
    /// <summary>The newest first, so many, and how many there are.</summary>
    public static async Task<(IReadOnlyList<CallerCase> Rows, int All)> Counted(AfterSalesDb db, IQueryable<ServiceCase> cases, int most, CancellationToken stop)
    {
        var rows = await Of(db, cases, most, stop);
        return (rows, rows.Count < most ? rows.Count : await cases.CountAsync(stop));
    }

    /// <summary>The newest first, so many.</summary>
    public static async Task<IReadOnlyList<CallerCase>> Of(AfterSalesDb db, IQueryable<ServiceCase> cases, int most, CancellationToken stop)
    {
        var found = await cases.AsNoTracking().OrderByDescending(c => c.OpenedAt).Take(most).Select(c => new
        {
            c.Id,
            Row = new CallerCase(c.Number, c.Type, c.Symptom, c.SymptomText, c.Status, c.OpenedAt, c.ResolvedAt, c.NextDueAt, c.AtRiskAt, c.AssetId,
                db.SatisfactionAnswers.Where(a => a.CaseId == c.Id && !a.Replaced).OrderByDescending(a => a.AnsweredAt).Select(a => (int?)a.Score).FirstOrDefault())
            {
                RepeatOf = db.Cases.Where(r => r.Id == c.RepeatOfId).Select(r => r.Number).FirstOrDefault(),
                Resolution = c.Resolution,
            },
        }).ToListAsync(stop);
        var open = found.Where(f => f.Row.Status.IsOpen()).Select(f => f.Id).ToList();
        var clocks = open.Count == 0 ? null : await NextClocks.Of(db, open, stop, ended: true);
        return [.. found.Select(f => f.Row with { Clock = clocks?.GetValueOrDefault(f.Id) })];
    }
}
