using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

public sealed partial class Scorecard
{
    /// <summary>"Opened in the period" goes by the intake.</summary>
    private IEnumerable<CaseFacts> Opened => cases.Values.Where(c => by.Holds(c.OpenedAt));

    private IEnumerable<CaseFacts> Resolved => cases.Values.Where(c => by.Holds(c.ResolvedAt));

    private IEnumerable<CaseFacts> Complaints => cases.Values.Where(c => c.Type == CaseType.Complaint);

    private IEnumerable<Counted> Formula(FigureKey key) => key switch
    {
        FigureKey.K1 => Answers(null),
        FigureKey.K2 => InHand(),
        FigureKey.K3 => Complaints.Where(c => by.Holds(c.ClosedAt) && c.Verdict is not null).Select(c => Case(c, c.Verdict == Verdict.Dissatisfied)),
        FigureKey.K4 => Complaints.Where(c => by.Holds(c.OpenedAt)).Select(c => Case(c, RepeatsAnother(c))),
        FigureKey.K5 => Opened.Where(c => Judged(c.RepliedAt, c.ReplyDueAt)).Select(c => Case(c, c.RepliedAt <= c.ReplyDueAt)),
        FigureKey.K6 => Opened.Where(c => !c.ArrivalExempt && c.ArrivalDueAt is not null && Judged(c.ArrivedAt, c.ArrivalDueAt)).Select(c => Case(c, c.ArrivedAt <= c.ArrivalDueAt)),
        FigureKey.K7 => Opened.Where(c => Judged(c.ResolvedAt, c.HandlingDueAt)).Select(c => Case(c, c.ResolvedAt <= c.HandlingDueAt)),
        FigureKey.K8 => Windows(),
        FigureKey.K9 => Files(),
        FigureKey.K11 => Resolved.Where(c => c.Type == CaseType.Repair).Select(c => Case(c, c is { Visits: <= 1, Reopened: false } && !IsRepeated(c))),
        _ => Resolved.Select(c => new Counted(c.CaseId, (long)(c.Handling ?? TimeSpan.Zero).TotalMilliseconds, c)),
    };

    /// <summary>K1: of a case the latest sealed answer given in the period; ≥ 4 of 5 is satisfied.</summary>
    private List<Counted> Answers(AnswerSource? source)
    {
        var latest = new Dictionary<long, AnswerRow>();
        foreach (var a in rows.Answers.Where(a => !a.Replaced && by.Holds(a.AnsweredAt) && (source is null || a.Source == source) && cases.ContainsKey(a.CaseId)))
        {
            latest[a.CaseId] = latest.TryGetValue(a.CaseId, out var other) && IsLater(other, a) ? other : a;
        }

        return [.. latest.Values.Select(a => new Counted(a.Id, a.Score >= 4 ? 1 : 0, cases[a.CaseId]))];
    }

    private static bool IsLater(AnswerRow one, AnswerRow other) =>
        (one.AnsweredAt, one.RecordedAt, one.Id).CompareTo((other.AnsweredAt, other.RecordedAt, other.Id)) > 0;

    /// <summary>K2: opened before the period's end and not closed before its start.</summary>
    private IEnumerable<Counted> InHand() =>
        Complaints.Where(c => c.OpenedAt < by.To && by.Done(c.OpenedAt) && !(c.ClosedAt < by.From))
            .Select(c => Case(c, by.Holds(c.ClosedAt)));

    /// <summary>K4: a repair or complaint with the same machine and symptom was resolved before, within the window.</summary>
    private bool RepeatsAnother(CaseFacts c) =>
        faults[(c.AssetId, c.SymptomKey)].Any(e => e.CaseId != c.CaseId && e.ResolvedAt is { } resolved && resolved <= c.OpenedAt
            && by.Recurs(resolved, c.OpenedAt, by.PolicyAt(c.OpenedAt)));

    /// <summary>K11: a repair or complaint with the same machine and symptom opened afterwards, within the window.</summary>
    private bool IsRepeated(CaseFacts c) =>
        faults[(c.AssetId, c.SymptomKey)].Any(e => e.CaseId != c.CaseId && e.OpenedAt >= c.ResolvedAt && by.Done(e.OpenedAt)
            && by.Recurs(c.ResolvedAt!.Value, e.OpenedAt, by.PolicyAt(c.OpenedAt)));

    /// <summary>K5–K7: given, or overdue, at the cut-off; what is still running has not been judged.</summary>
    private bool Judged(DateTimeOffset? given, DateTimeOffset? due) => by.Done(given) || by.Passed(due);

    /// <summary>
    /// K8: the window's last day lies in the period, so its end (excluded) may be the first instant after it; answered
    /// before that end, even before the window began. A void callback is none.
    /// </summary>
    private IEnumerable<Counted> Windows() =>
        rows.Callbacks.Where(c => by.From < c.EndsAt && c.EndsAt <= by.To && by.Done(c.EndsAt) && c.State != CallbackState.Void && cases.ContainsKey(c.CaseId))
            .Select(c => new Counted(c.Id, c.AnsweredAt < c.EndsAt ? 1 : 0, cases[c.CaseId]));

    /// <summary>K9: filed within R5's days after the contact day ÷ filed, or overdue.</summary>
    private IEnumerable<Counted> Files()
    {
        var today = by.Zone.DayOf(by.Cutoff);
        foreach (var c in rows.Customers)
        {
            if (c.FirstContactOn is not { } contact || contact < by.Period.First || contact >= by.Period.End || contact > today)
            {
                continue;
            }

            var due = contact.AddDays(by.PolicyAt(by.Zone.StartOf(contact)).FileDays);
            if (c.FiledOn <= today || due < today)
            {
                yield return new(c.Id, c.FiledOn <= due ? 1 : 0, null, c);
            }
        }
    }

    private static Counted Case(CaseFacts c, bool hit) => new(c.CaseId, hit ? 1 : 0, c);
}
