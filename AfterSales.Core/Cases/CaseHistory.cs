using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>The cases of a customer or machine in short.</summary>
internal static class CaseHistory
{
    /// <summary>The newest first, so many.</summary>
    public static async Task<IReadOnlyList<CallerCase>> Of(AfterSalesDb db, IQueryable<ServiceCase> cases, int most, CancellationToken stop) =>
        await cases.AsNoTracking().OrderByDescending(c => c.OpenedAt).Take(most)
            .Select(c => new CallerCase(c.Number, c.Type, c.Symptom, c.SymptomText, c.Status, c.OpenedAt, c.ResolvedAt, c.NextDueAt, c.AtRiskAt, c.AssetId,
                db.SatisfactionAnswers.Where(a => a.CaseId == c.Id && !a.Replaced).OrderByDescending(a => a.AnsweredAt).Select(a => (int?)a.Score).FirstOrDefault()))
            .ToListAsync(stop);
}
