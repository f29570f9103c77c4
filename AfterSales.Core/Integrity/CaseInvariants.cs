using System.Runtime.CompilerServices;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>Case by case, what is derived equals what its sources give: promises, facts, status and counters.</summary>
internal static class CaseInvariants
{
    private const int Batch = 2_000;

    /// <summary>The lines of the timeline that are counted, and those that change the status.</summary>
    private static readonly CaseEventKind[] Told =
    [
        CaseEventKind.Registered, CaseEventKind.Chased, CaseEventKind.Resolved, CaseEventKind.Closed, CaseEventKind.Reopened, CaseEventKind.Cancelled, CaseEventKind.Held, CaseEventKind.Resumed,
    ];

    public static async IAsyncEnumerable<Finding> Check(AfterSalesDb db, TimeZoneInfo zone, IProgress<long>? done, [EnumeratorCancellation] CancellationToken stop)
    {
        var policies = await db.ServicePolicies.AsNoTracking().ToDictionaryAsync(p => p.Id, stop);
        var (after, count) = (0L, 0L);
        while (await Read(db, after, stop) is { Count: > 0 } batch)
        {
            foreach (var subject in batch)
            {
                foreach (var finding in Of(subject, policies[subject.Case.PolicyId], zone))
                {
                    yield return finding;
                }
            }

            after = batch[^1].Case.Id;
            done?.Report(count += batch.Count);
        }
    }

    /// <summary>Every disagreement of one case.</summary>
    private static IEnumerable<Finding> Of(Subject s, ServicePolicy policy, TimeZoneInfo zone) =>
        ClosedIsFinished(s).Concat(ArrivalCounts(s)).Concat(PromisesAgree(s, policy, zone)).Concat(FactsAgree(s)).Concat(ComplaintAgrees(s)).Concat(HistoryAgrees(s))
            .Select(f => f with { Subject = s.Case.Number });

    /// <summary>The case's arrival is one of its visits': as entered until confirmed, then as it happened.</summary>
    private static IEnumerable<Finding> ArrivalCounts(Subject s)
    {
        if (s.Arrivals.Count > 0 && !s.Arrivals.Contains(s.Case.ArrivedAt))
        {
            yield return new("ArrivalIsAVisits", "", $"{s.Case.ArrivedAt:o}");
        }
    }

    /// <summary>Due instants, states and next stages are what the plan gives; an open promise has its next stage unless the clocks stand.</summary>
    private static IEnumerable<Finding> PromisesAgree(Subject s, ServicePolicy policy, TimeZoneInfo zone)
    {
        var plan = PromisePlan.Of(CaseFile.Grounds(s.Case, s.Complaint), policy, zone);
        foreach (var planned in s.Case.Status == CaseStatus.Cancelled ? [] : plan)
        {
            var promise = s.Case.Promises.SingleOrDefault(p => p.Kind == planned.Kind);
            if (promise is null)
            {
                yield return new("PromiseStands", "", planned.Kind.ToString());
                continue;
            }

            // A promise already broken when a hold began has a stage to come, but not before the hold's end is known.
            if (promise is { State: PromiseState.Open, Reached: < PromiseStage.Escalation, NextStageAt: null } && s.Case.PausesOf(planned.Kind).All(p => p.To is not null))
            {
                yield return new("OpenPromiseHasNextStage", "", planned.Kind.ToString());
            }

            var before = Reading(promise);
            if (promise.State != PromiseState.Void)
            {
                // Settled at the end of time, a stage already told stays told.
                promise.Settle(planned, s.Case.PausesOf(planned.Kind), CaseFile.MetAt(s.Case, s.Complaint, planned.Kind), policy, DateTimeOffset.MaxValue);
            }

            if (before != Reading(promise))
            {
                yield return new("PromiseRecomputes", "", $"{planned.Kind}: {before} ≠ {Reading(promise)}");
            }
        }

        var running = s.Case.Promises.Where(p => p is { State: PromiseState.Open, Paused: false }).ToList();
        var next = running.Select(p => (DateTimeOffset?)p.DueAt).Min();
        if (next != s.Case.NextDueAt || running.Select(p => p.AtRiskAt(s.Case.PausesOf(p.Kind), policy)).Min() != s.Case.AtRiskAt)
        {
            yield return new("NextDueIsMostUrgent", "", $"{s.Case.NextDueAt:o} ≠ {next:o}");
        }
    }

    private static string Reading(Promise p) => $"{p.Rule} {p.State} {p.DueAt:o} {p.Paused} {p.MetAt:o} {p.NextStage} {p.NextStageAt:o}";

    /// <summary>The figures' row is what the case gives.</summary>
    private static IEnumerable<Finding> FactsAgree(Subject s)
    {
        if (s.Facts is null)
        {
            yield return new("FactsStand", "");
            yield break;
        }

        var before = Reading(s.Facts);
        s.Facts.Take(s.Case, s.Complaint?.Verdict, s.Arrivals.Count);
        if (before != Reading(s.Facts))
        {
            yield return new("FactsRebuild", "", $"{before} ≠ {Reading(s.Facts)}");
        }
    }

    /// <summary>The case holds of its complaint what lists are narrowed by.</summary>
    private static IEnumerable<Finding> ComplaintAgrees(Subject s)
    {
        if ((s.Case.Severity, s.Case.Verdict) != (s.Complaint?.Severity, s.Complaint?.Verdict))
        {
            yield return new("ComplaintAgrees", "", $"{s.Case.Severity} {s.Case.Verdict} ≠ {s.Complaint?.Severity} {s.Complaint?.Verdict}");
        }
    }

    private static string Reading(CaseFacts f) =>
        $"{f.Type} {f.AssetId} {f.SymptomKey} {f.Cancelled} {f.RepliedAt:o} {f.ReplyDueAt:o} {f.ArrivedAt:o} {f.ArrivalDueAt:o} {f.ArrivalExempt} {f.ResolvedAt:o} {f.HandlingDueAt:o} {f.Handling} {f.ClosedAt:o} {f.Verdict} {f.Visits} {f.Reopened}";

    /// <summary>Status and counters are what the timeline tells.</summary>
    private static IEnumerable<Finding> HistoryAgrees(Subject s)
    {
        var c = s.Case;
        int Of(CaseEventKind kind) => s.Events.Count(e => e.Kind == kind);
        if (Of(CaseEventKind.Registered) != 1)
        {
            yield return new("HistoryBegins", "", $"{Of(CaseEventKind.Registered)} registrations");
        }

        if (Of(CaseEventKind.Chased) != c.Chases || Of(CaseEventKind.Reopened) != c.Reopenings)
        {
            yield return new("CountersAgree", "", $"chases {c.Chases}, reopenings {c.Reopenings}");
        }

        var last = s.Events.LastOrDefault(e => e.Kind is not (CaseEventKind.Registered or CaseEventKind.Chased))?.Kind;
        var agrees = c.Status switch
        {
            CaseStatus.Resolved => last == CaseEventKind.Resolved,
            CaseStatus.Closed => last == CaseEventKind.Closed,
            CaseStatus.Cancelled => last == CaseEventKind.Cancelled,
            CaseStatus.OnHold => last == CaseEventKind.Held,
            CaseStatus.Reopened => last is CaseEventKind.Reopened or CaseEventKind.Resumed,
            _ => last is null or CaseEventKind.Reopened or CaseEventKind.Resumed,
        };
        if (!agrees)
        {
            yield return new("StatusEqualsHistory", "", $"{c.Status}, last {last}");
        }

        if ((c.Status == CaseStatus.OnHold) != c.Holds.Any(h => h.EndedAt is null))
        {
            yield return new("HoldEqualsStatus", "", c.Status.ToString());
        }
    }

    /// <summary>A closed case has no open promise and, for service work, its report.</summary>
    private static IEnumerable<Finding> ClosedIsFinished(Subject s)
    {
        if (s.Case.Status != CaseStatus.Closed)
        {
            yield break;
        }

        if (s.Case.Promises.Any(p => p.State == PromiseState.Open))
        {
            yield return new("ClosedHasNoOpenPromise", "");
        }

        if (s.Case.Type.IsService() && !s.HasReport)
        {
            yield return new("ClosedServiceHasReport", "");
        }
    }

    private static async Task<List<Subject>> Read(AfterSalesDb db, long after, CancellationToken stop)
    {
        var cases = await db.Cases.AsNoTracking().Include(c => c.Promises).Include(c => c.Holds).AsSplitQuery()
            .Where(c => c.Id > after).OrderBy(c => c.Id).Take(Batch).ToListAsync(stop);
        if (cases.Count == 0)
        {
            return [];
        }

        var (first, last) = (cases[0].Id, cases[^1].Id);
        var facts = await db.CaseFacts.AsNoTracking().Where(f => f.CaseId >= first && f.CaseId <= last).ToDictionaryAsync(f => f.CaseId, stop);
        var complaints = await db.Complaints.AsNoTracking().Where(f => f.CaseId >= first && f.CaseId <= last).ToDictionaryAsync(f => f.CaseId, stop);
        var events = (await db.CaseEvents.Where(e => e.CaseId >= first && e.CaseId <= last && Told.Contains(e.Kind)).Select(e => new History(e.Id, e.CaseId, e.Kind)).ToListAsync(stop)).OrderBy(e => e.Id).ToLookup(e => e.CaseId);
        var visits = await (from o in db.WorkOrders where o.CaseId >= first && o.CaseId <= last join v in db.Visits on o.Id equals v.WorkOrderId where v.ArrivedAt != null select new { o.CaseId, Visit = v })
            .AsNoTracking().ToListAsync(stop);
        var arrivals = visits.ToLookup(v => v.CaseId, v => v.Visit.ArrivalCounts);
        var reported = await db.ServiceReports.Where(r => r.CaseId >= first && r.CaseId <= last && r.CompletedAt != null).Select(r => r.CaseId).ToHashSetAsync(stop);
        return [.. cases.Select(c => new Subject(c, complaints.GetValueOrDefault(c.Id), facts.GetValueOrDefault(c.Id), [.. events[c.Id]], [.. arrivals[c.Id]], reported.Contains(c.Id)))];
    }

    private sealed record History(long Id, long CaseId, CaseEventKind Kind);

    private sealed record Subject(ServiceCase Case, Complaint? Complaint, CaseFacts? Facts, IReadOnlyList<History> Events, IReadOnlyList<DateTimeOffset?> Arrivals, bool HasReport);
}
