using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>
/// Reads what a scorecard needs, each table by a range of one index and what hangs on it by key: the cost goes by the
/// period, not by the history.
/// </summary>
internal static class PeriodReader
{
    /// <summary>A period's scorecard at a cut-off.</summary>
    public static async Task<Scorecard> Score(AfterSalesDb db, Period period, TimeZoneInfo zone, DateTimeOffset cutoff, CancellationToken stop)
    {
        var by = new Evaluation(period, zone, cutoff, await db.ServicePolicies.AsNoTracking().ToListAsync(stop));
        return new(await Read(db, by, stop), by);
    }

    /// <summary>The rows of a period.</summary>
    public static async Task<PeriodRows> Read(AfterSalesDb db, Evaluation by, CancellationToken stop)
    {
        var cases = new Dictionary<long, CaseFacts>();
        foreach (var query in Cases(db, by))
        {
            await foreach (var row in query.AsAsyncEnumerable().WithCancellation(stop))
            {
                cases.TryAdd(row.CaseId, row);
            }
        }

        var faults = new List<CaseFacts>();
        foreach (var query in Faults(db, by))
        {
            faults.AddRange(await query.ToListAsync(stop));
        }

        return new([.. cases.Values], faults, await Answers(db, by).ToListAsync(stop), await Callbacks(db, by).ToListAsync(stop), await Customers(db, by).ToListAsync(stop));
    }

    /// <summary>Opened, resolved or in hand in the period, answered or called back in it; a case may come twice.</summary>
    internal static IReadOnlyList<IQueryable<CaseFacts>> Cases(AfterSalesDb db, Evaluation by)
    {
        var facts = db.CaseFacts.AsNoTracking();
        var (start, to) = (by.From, by.To);
        var asked = db.SatisfactionAnswers.Where(a => a.AnsweredAt >= start && a.AnsweredAt < to).Select(a => a.CaseId)
            .Concat(db.Callbacks.Where(c => c.EndsAt > start && c.EndsAt <= to).Select(c => c.CaseId));
        return
        [
            facts.Where(f => f.OpenedAt >= start && f.OpenedAt < to),
            facts.Where(f => f.ResolvedAt >= start && f.ResolvedAt < to && f.OpenedAt < start),
            facts.Where(f => f.Type == CaseType.Complaint && f.ClosedAt == null && f.OpenedAt < start),
            facts.Where(f => f.Type == CaseType.Complaint && f.ClosedAt >= start && f.OpenedAt < start),
            facts.Where(f => f.OpenedAt < start && asked.Contains(f.CaseId)),
        ];
    }

    /// <summary>What the period's complaints may repeat (K4), and what may repeat its repairs (K11).</summary>
    internal static IReadOnlyList<IQueryable<CaseFacts>> Faults(AfterSalesDb db, Evaluation by)
    {
        var facts = db.CaseFacts.AsNoTracking();
        var (start, to) = (by.From, by.To);
        return
        [
            from c in facts
            where c.OpenedAt >= start && c.OpenedAt < to && c.Type == CaseType.Complaint && c.AssetId != null && c.SymptomKey != ""
            from e in facts
            where e.AssetId != null && e.AssetId == c.AssetId && e.SymptomKey == c.SymptomKey && e.SymptomKey != ""
                && e.OpenedAt <= c.OpenedAt && e.ResolvedAt <= c.OpenedAt && (e.Type == CaseType.Repair || e.Type == CaseType.Complaint)
            select e,
            from c in facts
            where c.ResolvedAt >= start && c.ResolvedAt < to && c.Type == CaseType.Repair && c.AssetId != null && c.SymptomKey != ""
            from e in facts
            where e.AssetId != null && e.AssetId == c.AssetId && e.SymptomKey == c.SymptomKey && e.SymptomKey != ""
                && e.OpenedAt >= c.ResolvedAt && (e.Type == CaseType.Repair || e.Type == CaseType.Complaint)
            select e,
        ];
    }

    internal static IQueryable<AnswerRow> Answers(AfterSalesDb db, Evaluation by) =>
        db.SatisfactionAnswers.Where(a => a.AnsweredAt >= by.From && a.AnsweredAt < by.To)
            .Select(a => new AnswerRow(a.Id, a.CaseId, a.AnsweredAt, a.RecordedAt, a.Source, a.Score, a.Replaced));

    internal static IQueryable<CallbackRow> Callbacks(AfterSalesDb db, Evaluation by) =>
        db.Callbacks.Where(c => c.EndsAt > by.From && c.EndsAt <= by.To)
            .Select(c => new CallbackRow(c.Id, c.CaseId, c.EndsAt, c.AnsweredAt, c.State));

    internal static IQueryable<CustomerRow> Customers(AfterSalesDb db, Evaluation by) =>
        db.Customers.Where(c => c.FirstContactOn >= by.Period.First && c.FirstContactOn < by.Period.End)
            .Select(c => new CustomerRow(c.Id, c.Area, c.FirstContactOn, c.FiledOn));
}
