using System.Linq.Expressions;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

public sealed partial class Scorecard
{
    private static readonly FigureKey[] Corrected = [FigureKey.K4, FigureKey.K11];

    private IQueryable<CaseFacts> Cases => rows.Cases.Where(c => !c.Cancelled);

    /// <summary>"Opened in the period" goes by the intake.</summary>
    private IQueryable<CaseFacts> Opened => Cases.Where(c => c.OpenedAt >= By.From && c.OpenedAt < By.To && c.OpenedAt <= By.Cutoff);

    private IQueryable<CaseFacts> Resolved => Cases.Where(c => c.ResolvedAt >= By.From && c.ResolvedAt < By.To && c.ResolvedAt <= By.Cutoff);

    /// <summary>What can repeat or be repeated: repairs and complaints that name a machine and a symptom.</summary>
    private IQueryable<CaseFacts> Faults => Cases.Where(e => e.AssetId != null && e.SymptomKey != "" && (e.Type == CaseType.Repair || e.Type == CaseType.Complaint));

    /// <summary>
    /// Every figure as a query of what it counts, so that the database sums it up and lists it by the same words. K9's days
    /// are those of the zone and of the policy, so it is worked out here (<see cref="Files"/>); so is what repeats (<see cref="Corrections"/>).
    /// </summary>
    internal IQueryable<Counted> Formula(FigureKey key) => key switch
    {
        FigureKey.K1 => Latest(apart: false),
        FigureKey.K2 => InHand(),
        FigureKey.K3 => Cases.Where(c => c.Type == CaseType.Complaint && c.ClosedAt >= By.From && c.ClosedAt < By.To && c.ClosedAt <= By.Cutoff && c.Verdict != null)
            .Select(c => new Counted { Id = c.CaseId, Case = c, Amount = c.Verdict == Verdict.Dissatisfied ? 1 : 0 }),
        FigureKey.K4 or FigureKey.K5 or FigureKey.K6 or FigureKey.K7 => Pass.Counted(Opened, OfOpened[key]),
        FigureKey.K8 => Windows(),
        FigureKey.K11 or FigureKey.K12 => Pass.Counted(Resolved, OfResolved[key]),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };

    /// <summary>What a case opened in the period amounts to in each figure; null where the figure doesn't count it.</summary>
    private Dictionary<FigureKey, Expression<Func<CaseFacts, long?>>> OfOpened => new()
    {
        [FigureKey.K4] = c => c.Type == CaseType.Complaint ? 0 : null,
        [FigureKey.K5] = c => c.RepliedAt <= By.Cutoff || c.ReplyDueAt < By.Cutoff ? (c.RepliedAt <= c.ReplyDueAt ? 1 : 0) : null,
        [FigureKey.K6] = c => !c.ArrivalExempt && c.ArrivalDueAt != null && (c.ArrivedAt <= By.Cutoff || c.ArrivalDueAt < By.Cutoff) ? (c.ArrivedAt <= c.ArrivalDueAt ? 1 : 0) : null,
        [FigureKey.K7] = c => c.ResolvedAt <= By.Cutoff || c.HandlingDueAt < By.Cutoff ? (c.ResolvedAt <= c.HandlingDueAt ? 1 : 0) : null,
    };

    /// <summary>The same of a case resolved in the period.</summary>
    private Dictionary<FigureKey, Expression<Func<CaseFacts, long?>>> OfResolved => new()
    {
        [FigureKey.K11] = c => c.Type == CaseType.Repair ? (c.Visits <= 1 && !c.Reopened ? 1 : 0) : null,
        [FigureKey.K12] = c => c.Handling ?? 0,
    };

    /// <summary>K1: of a case the latest sealed answer given in the period; ≥ 4 of 5 is satisfied. Apart: the latest of each source.</summary>
    private IQueryable<Counted> Latest(bool apart)
    {
        var given = rows.Answers.Where(a => !a.Replaced && a.AnsweredAt < By.To && a.AnsweredAt <= By.Cutoff);
        return from a in given
               where a.AnsweredAt >= By.From && !given.Any(b => b.CaseId == a.CaseId && (!apart || b.Source == a.Source) && b.AnsweredAt >= a.AnsweredAt
                   && (b.AnsweredAt > a.AnsweredAt || b.RecordedAt > a.RecordedAt || (b.RecordedAt == a.RecordedAt && b.Id > a.Id)))
               join c in Cases on a.CaseId equals c.CaseId
               select new Counted { Id = a.Id, Case = c, Answer = a, Amount = a.Score >= 4 ? 1 : 0 };
    }

    /// <summary>K2: opened before the period's end and not closed before its start. In two parts, each a range of the complaints' index.</summary>
    private IQueryable<Counted> InHand()
    {
        var complaints = Cases.Where(c => c.Type == CaseType.Complaint && c.OpenedAt < By.To && c.OpenedAt <= By.Cutoff);
        return complaints.Where(c => c.ClosedAt == null).Concat(complaints.Where(c => c.ClosedAt >= By.From))
            .Select(c => new Counted { Id = c.CaseId, Case = c, Amount = c.ClosedAt >= By.From && c.ClosedAt < By.To && c.ClosedAt <= By.Cutoff ? 1 : 0 });
    }

    /// <summary>
    /// K8: the window's last day lies in the period, so its end (excluded) may be the first instant after it; answered
    /// before that end, even before the window began. A void callback is none.
    /// </summary>
    private IQueryable<Counted> Windows() =>
        from w in rows.Callbacks
        where w.EndsAt > By.From && w.EndsAt <= By.To && w.EndsAt <= By.Cutoff && w.State != CallbackState.Void
        join c in Cases on w.CaseId equals c.CaseId
        select new Counted { Id = w.Id, Case = c, Window = w, Amount = w.AnsweredAt < w.EndsAt ? 1 : 0 };

    /// <summary>K4: a repair or complaint with the same machine and symptom was resolved at or before the complaint's opening.</summary>
    internal IQueryable<Repeat> Earlier()
    {
        var earliest = By.From - By.Widest;
        return from c in Opened
               where c.Type == CaseType.Complaint && c.AssetId != null && c.SymptomKey != ""
               from e in Faults
               where e.AssetId == c.AssetId && e.SymptomKey == c.SymptomKey && e.CaseId != c.CaseId && e.OpenedAt <= c.OpenedAt && e.ResolvedAt <= c.OpenedAt && e.ResolvedAt >= earliest
               select new Repeat { Case = c, ResolvedAt = e.ResolvedAt!.Value, OpenedAt = c.OpenedAt };
    }

    /// <summary>K11: a repair or complaint with the same machine and symptom opened at or after the repair's resolution.</summary>
    internal IQueryable<Repeat> Later()
    {
        var latest = By.To + By.Widest;
        return from c in Resolved
               where c.Type == CaseType.Repair && c.Visits <= 1 && !c.Reopened && c.AssetId != null && c.SymptomKey != ""
               from e in Faults
               where e.AssetId == c.AssetId && e.SymptomKey == c.SymptomKey && e.CaseId != c.CaseId && e.OpenedAt >= c.ResolvedAt && e.OpenedAt <= By.Cutoff && e.OpenedAt < latest
               select new Repeat { Case = c, ResolvedAt = c.ResolvedAt!.Value, OpenedAt = e.OpenedAt };
    }

    /// <summary>What repeats within the window goes into K4's numerator, and out of K11's: by how much each case's amount changes.</summary>
    private async Task<IReadOnlyList<Counted>> Corrections(FigureKey key, CancellationToken stop)
    {
        if (!Corrected.Contains(key))
        {
            return [];
        }

        var repeats = await PeriodRows.Read(key == FigureKey.K4 ? Earlier() : Later(), stop);
        return
        [
            .. repeats.Where(r => By.Recurs(r.ResolvedAt, r.OpenedAt, By.PolicyAt(r.Case.OpenedAt))).DistinctBy(r => r.Case.CaseId)
                .Select(r => new Counted { Id = r.Case.CaseId, Case = r.Case, Amount = key == FigureKey.K4 ? 1 : -1 }),
        ];
    }

    /// <summary>K9 goes by the day of the first contact.</summary>
    internal IQueryable<CustomerRow> Contacted() => rows.Customers.Where(c => c.FirstContactOn >= By.Period.First && c.FirstContactOn < By.Period.End);

    /// <summary>K9: filed within R5's days after the contact day ÷ filed, or overdue.</summary>
    private IEnumerable<Counted> Files(IEnumerable<CustomerRow> contacted)
    {
        var today = By.Zone.DayOf(By.Cutoff);
        foreach (var c in contacted.Where(c => c.FirstContactOn <= today))
        {
            var contact = c.FirstContactOn!.Value;
            var due = contact.AddDays(By.PolicyAt(By.Zone.StartOf(contact)).FileDays);
            if (c.FiledOn <= today || due < today)
            {
                yield return new() { Id = c.Id, Customer = c, Amount = c.FiledOn <= due ? 1 : 0 };
            }
        }
    }

    /// <summary>A case that repeats another, or is repeated: the resolution and the opening after it.</summary>
    internal sealed class Repeat
    {
        public required CaseFacts Case { get; init; }

        public DateTimeOffset ResolvedAt { get; init; }

        public DateTimeOffset OpenedAt { get; init; }
    }
}
