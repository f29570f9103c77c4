using AfterSales.Core.Data;
using AfterSales.Core.Promises;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>What is shown of counted things: numbers, customers, the instants that the figure compares, reasons. What is gone since they were counted is left out.</summary>
internal static class CountedReader
{
    public static async Task<IReadOnlyList<CountedRow>> Rows(AfterSalesDb db, FigureKey key, IReadOnlyList<Counted> items, CancellationToken stop)
    {
        if (key == FigureKey.K9)
        {
            return await Customers(db, items, stop);
        }

        var cases = await Labels(db, items.Select(i => i.Case!.CaseId), stop);
        var answers = key == FigureKey.K1 ? await Answers(db, items, stop) : [];
        var reasons = PromiseOf(key) is { } kind ? await Reasons(db, items.Select(i => i.Case!.CaseId), [kind], stop) : null;
        return
        [
            .. items.Where(i => cases.ContainsKey(i.Case!.CaseId)).Select(item =>
            {
                var (label, answer) = (cases[item.Case!.CaseId], answers.GetValueOrDefault(item.Id));
                var (due, given) = item.Window is { } window ? (window.EndsAt, window.AnsweredAt) : Moments(key, item.Case);
                return new CountedRow(item, label.Number, label.Customer, due, answer?.At ?? given, answer?.Score, answer?.Words, reasons?[item.Case.CaseId].FirstOrDefault().Reason);
            }),
        ];
    }

    /// <summary>Numbers and customers' names of cases.</summary>
    public static async Task<Dictionary<long, CaseLabel>> Labels(AfterSalesDb db, IEnumerable<long> caseIds, CancellationToken stop)
    {
        var ids = caseIds.Distinct().ToList();
        return await (from c in db.Cases
                      where ids.Contains(c.Id)
                      join k in db.Customers on c.CustomerId equals k.Id
                      select new CaseLabel(c.Id, c.Number, k.Code, k.Name)).ToDictionaryAsync(c => c.Id, stop);
    }

    /// <summary>Why promises were broken, where somebody said so.</summary>
    public static async Task<ILookup<long, (PromiseKind Kind, string Reason)>> Reasons(AfterSalesDb db, IEnumerable<long> caseIds, IReadOnlyList<PromiseKind> kinds, CancellationToken stop)
    {
        var ids = caseIds.Distinct().ToList();
        var rows = await db.Promises.Where(p => ids.Contains(p.CaseId) && kinds.Contains(p.Kind) && p.LateReason != null)
            .Select(p => new { p.CaseId, p.Kind, p.LateReason }).ToListAsync(stop);
        return rows.ToLookup(r => r.CaseId, r => (r.Kind, r.LateReason!));
    }

    /// <summary>The promise behind a figure.</summary>
    public static PromiseKind? PromiseOf(FigureKey key) => key switch
    {
        FigureKey.K5 => PromiseKind.FirstReply,
        FigureKey.K6 => PromiseKind.Arrival,
        FigureKey.K7 => PromiseKind.Handling,
        _ => null,
    };

    /// <summary>The due instant and the given one that a figure looks at.</summary>
    public static (DateTimeOffset? Due, DateTimeOffset? Given) Moments(FigureKey key, CaseFacts c) => key switch
    {
        FigureKey.K2 or FigureKey.K3 => (null, c.ClosedAt),
        FigureKey.K5 => (c.ReplyDueAt, c.RepliedAt),
        FigureKey.K6 => (c.ArrivalDueAt, c.ArrivedAt),
        FigureKey.K7 => (c.HandlingDueAt, c.ResolvedAt),
        _ => (null, c.ResolvedAt),
    };

    private static async Task<Dictionary<long, AnswerText>> Answers(AfterSalesDb db, IReadOnlyList<Counted> items, CancellationToken stop)
    {
        var ids = items.Select(i => i.Id).ToList();
        return await db.SatisfactionAnswers.Where(a => ids.Contains(a.Id))
            .Select(a => new AnswerText(a.Id, a.AnsweredAt, a.Score, a.Comment)).ToDictionaryAsync(a => a.Id, stop);
    }

    private static async Task<IReadOnlyList<CountedRow>> Customers(AfterSalesDb db, IReadOnlyList<Counted> items, CancellationToken stop)
    {
        var ids = items.Select(i => i.Id).ToList();
        var names = await db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Code, c.Name }).ToDictionaryAsync(c => c.Id, stop);
        return [.. items.Where(i => names.ContainsKey(i.Id)).Select(i => new CountedRow(i, names[i.Id].Code, names[i.Id].Name, null, null))];
    }

    private sealed record AnswerText(long Id, DateTimeOffset At, int Score, string? Words);
}

/// <summary>What names a case in a list.</summary>
internal sealed record CaseLabel(long Id, string Number, string CustomerCode, string Customer);
