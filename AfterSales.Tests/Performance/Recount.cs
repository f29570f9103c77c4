using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Performance;

/// <summary>
/// The figures of DOMAIN 4 once more, slowly and from the records themselves: no narrow rows, no policies, the shipped
/// numbers of days written out. It shares nothing with the scorecard but the wording of the manual.
/// </summary>
internal sealed class Recount
{
    private readonly List<ServiceCase> cases;
    private readonly List<SatisfactionAnswer> answers;
    private readonly List<Callback> callbacks;
    private readonly List<Customer> customers;
    private readonly Dictionary<long, Verdict?> verdicts;
    private readonly ILookup<long, DateTimeOffset?> arrivals;
    private readonly DateTimeOffset now;

    private Recount(AfterSalesDb db, DateTimeOffset now)
    {
        this.now = now;
        cases = [.. db.Cases.AsNoTracking().Include(c => c.Promises).Include(c => c.Holds).AsSplitQuery().Where(c => c.Status != CaseStatus.Cancelled)];
        var counted = cases.Select(c => c.Id).ToHashSet();
        answers = [.. db.SatisfactionAnswers.AsNoTracking().Where(a => !a.Replaced).AsEnumerable().Where(a => counted.Contains(a.CaseId))];
        callbacks = [.. db.Callbacks.AsNoTracking().Where(c => c.State != CallbackState.Void).AsEnumerable().Where(c => counted.Contains(c.CaseId))];
        customers = [.. db.Customers.AsNoTracking()];
        verdicts = db.Complaints.AsNoTracking().ToDictionary(c => c.CaseId, c => c.Verdict);
        arrivals = db.WorkOrders.AsNoTracking().Include(o => o.Visits).AsEnumerable().SelectMany(o => o.Visits.Select(v => (o.CaseId, v.ArrivedAt))).Where(v => v.ArrivedAt is not null).ToLookup(v => v.CaseId, v => v.ArrivedAt);
    }

    public static Recount Of(AfterSalesDb db, DateTimeOffset now) => new(db, now);

    /// <summary>Numerator and denominator of a figure in a period.</summary>
    public (double Numerator, int Denominator) Count(FigureKey key, Period period)
    {
        var (from, to) = (TestHouse.Zone.Instant(period.First.ToDateTime(default)), TestHouse.Zone.Instant(period.End.ToDateTime(default)));
        bool In(DateTimeOffset? at) => at >= from && at < to;
        var opened = cases.Where(c => In(c.OpenedAt)).ToList();
        var complaints = cases.Where(c => c.Type == CaseType.Complaint).ToList();
        var resolved = cases.Where(c => In(c.ResolvedAt)).ToList();
        return key switch
        {
            FigureKey.K1 => Share(answers.Where(a => In(a.AnsweredAt)).GroupBy(a => a.CaseId).Select(g => g.MaxBy(a => (a.AnsweredAt, a.RecordedAt, a.Id))!), a => a.Score >= 4),
            FigureKey.K2 => Share(complaints.Where(c => (c.OpenedAt < from && (c.ClosedAt is null || c.ClosedAt >= from)) || In(c.OpenedAt)), c => In(c.ClosedAt)),
            FigureKey.K3 => Share(complaints.Where(c => In(c.ClosedAt) && verdicts[c.Id] is not null), c => verdicts[c.Id] == Verdict.Dissatisfied),
            FigureKey.K4 => Share(complaints.Where(c => In(c.OpenedAt)), c => cases.Any(e => Same(e, c) && e.ResolvedAt <= c.OpenedAt && Days(e.ResolvedAt!.Value, c.OpenedAt) <= 90)),
            FigureKey.K5 => Kept(opened, PromiseKind.FirstReply, c => c.RepliedAt ?? c.ResolvedAt),
            FigureKey.K6 => Kept([.. opened.Where(c => c.PromiseOf(PromiseKind.Arrival) is { } p && p.State != PromiseState.Exempt)], PromiseKind.Arrival, c => c.ArrivedAt),
            FigureKey.K7 => Kept(opened, PromiseKind.Handling, c => c.ResolvedAt),
            FigureKey.K8 => Share(callbacks.Where(c => c.EndsAt <= now && In(c.EndsAt.AddTicks(-1))), c => c.AnsweredAt < c.EndsAt),
            FigureKey.K9 => Files(period),
            FigureKey.K11 => Share(resolved.Where(c => c.Type == CaseType.Repair), c => arrivals[c.Id].Count() <= 1 && c.Reopenings == 0
                && !cases.Any(e => Same(e, c) && e.OpenedAt >= c.ResolvedAt && Days(c.ResolvedAt!.Value, e.OpenedAt) <= 90)),
            _ => (resolved.Sum(Minutes), resolved.Count),
        };
    }

    /// <summary>Given in time ÷ given, or overdue; a clock that stands is neither.</summary>
    private (double, int) Kept(List<ServiceCase> of, PromiseKind kind, Func<ServiceCase, DateTimeOffset?> given) => Share(
        of.Where(c => given(c) is not null || c.PromiseOf(kind) is { Paused: false } p && p.DueAt < now), c => given(c) <= c.PromiseOf(kind)?.DueAt);

    private (double, int) Files(Period period)
    {
        var today = DateOnly.FromDateTime(TestHouse.Zone.Local(now));
        return Share(
            customers.Where(c => c.FirstContactOn >= period.First && c.FirstContactOn < period.End && (c.FiledOn is not null || c.FirstContactOn.Value.AddDays(2) < today)),
            c => c.FiledOn?.DayNumber - c.FirstContactOn!.Value.DayNumber <= 2);
    }

    /// <summary>Minute by stretch: everything from intake, or from the accepted quote, to resolution but the pauses.</summary>
    private static double Minutes(ServiceCase c)
    {
        var start = c is { QuoteFirst: true, QuoteAcceptedAt: { } accepted } ? accepted : c.OpenedAt;
        var edges = c.Pauses.SelectMany(p => new[] { p.From, p.To ?? c.ResolvedAt!.Value }).Append(start).Append(c.ResolvedAt!.Value).Where(t => t >= start && t <= c.ResolvedAt).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1)).Where(s => !c.Pauses.Any(p => p.From <= s.First && (p.To is null || p.To >= s.Second))).Sum(s => (s.Second - s.First).TotalMinutes);
    }

    private static bool Same(ServiceCase e, ServiceCase c) => e.Id != c.Id && e.Type is CaseType.Repair or CaseType.Complaint
        && e.Id != c.Id && e.AssetId is not null && e.AssetId == c.AssetId && e.SymptomKey.Length > 0 && e.SymptomKey == c.SymptomKey;

    private static int Days(DateTimeOffset from, DateTimeOffset to) => (TestHouse.Zone.Local(to).Date - TestHouse.Zone.Local(from).Date).Days;

    private static (double, int) Share<T>(IEnumerable<T> of, Func<T, bool> hit)
    {
        var all = of.ToList();
        return (all.Count(hit), all.Count);
    }
}
