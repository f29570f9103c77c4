using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>Gathers a period's report for the workbook, the PDF and the print view.</summary>
public sealed class PerformanceReporting(Sight sight, PerformanceService performance, BusinessClock clock, Actor actor, Lists lists, ExportTrail trail)
{
    /// <summary>A workbook holds no more cases than this; beyond it the memory of a formatted sheet is not to be had.</summary>
    public const int MostCases = 50_000;

    private const int TopSymptoms = 7, TopBroken = 10, MostVerdicts = 3, MostBlame = 6, MostPraise = 2, BestScore = 5;

    private static readonly FigureKey[] PromiseFigures = [FigureKey.K5, FigureKey.K6, FigureKey.K7];

    /// <summary>The report of a period; with <paramref name="cases"/> every counted case as well.</summary>
    public async Task<Result<PerformanceReport>> Report(Period period, bool cases, CancellationToken stop = default)
    {
        actor.Must(Permission.Performance);
        if (cases)
        {
            actor.Must(Permission.Export);
        }

        await using var db = await sight.Open(stop);
        var card = await PeriodReader.Score(db, period, clock.Zone, clock.Now, stop);
        var counted = cases ? await CountedIn(card, stop) : [];
        if (counted.Count > MostCases)
        {
            return new Problem("Performance.TooManyCases", null, counted.Count, MostCases);
        }

        if (cases)
        {
            await trail.Note("performance", $"period={period.Name}", counted.Count, stop);
        }

        var view = await PerformanceService.View(db, card, Dimension.Area, await lists.Book(stop), stop);
        var engineers = (await card.Sum(Dimension.Engineer, stop)).Groups();
        var (reasons, broken, brokenCount) = await Broken(db, card, stop);
        return new PerformanceReport(
            view, view.Names.Sorted(Dimension.Engineer, engineers), await performance.Trend(period, stop),
            await Lines(db, counted, stop), cases ? await CountedReader.Rows(db, FigureKey.K9, await card.Count(FigureKey.K9, stop), stop) : [],
            await Symptoms(card, stop), reasons, broken, brokenCount, await Words(db, card, stop));
    }

    private static async Task<Dictionary<long, Dictionary<FigureKey, IReadOnlyList<Counted>>>> CountedIn(Scorecard card, CancellationToken stop)
    {
        var counted = new Dictionary<long, Dictionary<FigureKey, IReadOnlyList<Counted>>>();
        foreach (var key in FigureKeys.All.Where(k => k != FigureKey.K9))
        {
            foreach (var group in (await card.Count(key, stop)).GroupBy(c => c.Case!.CaseId))
            {
                (counted.TryGetValue(group.Key, out var figures) ? figures : counted[group.Key] = [])[key] = [.. group];
            }
        }

        return counted;
    }

    private static async Task<IReadOnlyList<CaseLine>> Lines(AfterSalesDb db, Dictionary<long, Dictionary<FigureKey, IReadOnlyList<Counted>>> counted, CancellationToken stop)
    {
        var labels = await CountedReader.Labels(db, counted.Keys, stop);
        return
        [
            .. counted.Values.Select(figures => (Case: figures.Values.First()[0].Case!, Figures: figures)).OrderBy(c => c.Case.OpenedAt).ThenBy(c => c.Case.CaseId).Select(c => new CaseLine(
                c.Case, labels[c.Case.CaseId].Number, labels[c.Case.CaseId].CustomerCode, labels[c.Case.CaseId].Customer,
                c.Figures.GetValueOrDefault(FigureKey.K1)?[0].Answer!.Score, c.Figures.ToDictionary(f => f.Key, f => Figure.Of(f.Key, f.Value)))),
        ];
    }

    private static async Task<IReadOnlyList<SymptomCount>> Symptoms(Scorecard card, CancellationToken stop) =>
        [.. (await PeriodRows.Read(card.Symptoms(), stop)).OrderByDescending(s => s.Cases).ThenBy(s => s.Symptom, StringComparer.Ordinal).Take(TopSymptoms)];

    private static async Task<(IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<BrokenPromise> Broken, int Count)> Broken(AfterSalesDb db, Scorecard card, CancellationToken stop)
    {
        var missed = new List<(CaseFacts Case, PromiseKind Kind, DateTimeOffset Due, DateTimeOffset? Given, TimeSpan Late)>();
        foreach (var key in PromiseFigures)
        {
            missed.AddRange((await card.Count(key, stop)).Where(c => c.Amount == 0 && CountedReader.Moments(key, c.Case!).Due is not null).Select(c => Missed(key, c.Case!, card.By.Cutoff)));
        }

        var reasons = await CountedReader.Reasons(db, missed.Select(m => m.Case.CaseId), [.. PromiseFigures.Select(k => CountedReader.PromiseOf(k)!.Value)], stop);
        string? Reason(CaseFacts c, PromiseKind kind) => reasons[c.CaseId].Where(r => r.Kind == kind).Select(r => r.Reason).FirstOrDefault();
        var worst = missed.OrderByDescending(m => m.Late).ThenBy(m => m.Case.CaseId).Take(TopBroken).ToList();
        var labels = await CountedReader.Labels(db, worst.Select(m => m.Case.CaseId), stop);
        return (
            [.. missed.GroupBy(m => (m.Kind, Reason: Reason(m.Case, m.Kind))).Select(g => new ReasonCount(g.Key.Kind, g.Key.Reason, g.Count())).OrderBy(r => r.Kind).ThenByDescending(r => r.Count)],
            [.. worst.Select(m => new BrokenPromise(labels[m.Case.CaseId].Number, labels[m.Case.CaseId].Customer, m.Case.Area, m.Kind, m.Due, m.Given, m.Late, Reason(m.Case, m.Kind)))],
            missed.Count);
    }

    private static (CaseFacts Case, PromiseKind Kind, DateTimeOffset Due, DateTimeOffset? Given, TimeSpan Late) Missed(FigureKey key, CaseFacts c, DateTimeOffset cutoff)
    {
        var (due, given) = CountedReader.Moments(key, c);
        return (c, CountedReader.PromiseOf(key)!.Value, due!.Value, given, (given ?? cutoff) - due.Value);
    }

    /// <summary>The worst first: complaints judged dissatisfied, the lowest scores, praise; of the same the latest first.</summary>
    private static async Task<IReadOnlyList<CustomerWords>> Words(AfterSalesDb db, Scorecard card, CancellationToken stop)
    {
        var counted = (await card.Count(FigureKey.K1, stop)).Select(c => c.Id).ToList();
        var answers = from a in db.SatisfactionAnswers
                      where counted.Contains(a.Id) && a.Comment != null
                      join c in db.Cases on a.CaseId equals c.Id
                      join k in db.Customers on c.CustomerId equals k.Id
                      select new { c.Number, k.Name, a.Score, a.AnsweredAt, a.Id, Words = a.Comment! };
        var blame = await answers.Where(a => a.Score < 4).OrderBy(a => a.Score).ThenByDescending(a => a.AnsweredAt).ThenBy(a => a.Id).Take(MostBlame).ToListAsync(stop);
        var praise = await answers.Where(a => a.Score >= 4).OrderByDescending(a => a.Score).ThenByDescending(a => a.AnsweredAt).ThenBy(a => a.Id).Take(MostPraise).ToListAsync(stop);
        var said = (await Verdicts(db, card, stop)).Concat(blame.Concat(praise).Select(a => new CustomerWords(a.Number, a.Name, a.Score, null, a.Words)));
        return [.. said.OrderBy(w => w.Verdict == Verdict.Dissatisfied ? 0 : w.Score ?? BestScore + 1)];
    }

    private static async Task<IReadOnlyList<CustomerWords>> Verdicts(AfterSalesDb db, Scorecard card, CancellationToken stop)
    {
        var judged = (await card.Count(FigureKey.K3, stop)).Select(c => c.Id).ToList();
        return await (from x in db.Complaints
                      where judged.Contains(x.CaseId) && x.VerdictWords != null && x.Verdict != null
                      join c in db.Cases on x.CaseId equals c.Id
                      join k in db.Customers on c.CustomerId equals k.Id
                      orderby x.Verdict descending, x.JudgedAt descending, x.CaseId
                      select new CustomerWords(c.Number, k.Name, null, x.Verdict, x.VerdictWords!)).Take(MostVerdicts).ToListAsync(stop);
    }
}
