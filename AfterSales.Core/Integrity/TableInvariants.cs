using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Search;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>Invariants that one query each can find broken.</summary>
internal static class TableInvariants
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, CancellationToken stop)
    {
        var findings = new List<Finding>();
        foreach (var (name, broken) in Queries(db).Concat(Search(db)).Concat(Merges(db)))
        {
            findings.AddRange((await broken.OrderBy(subject => subject).Take(Most).ToListAsync(stop)).Select(subject => new Finding(name, subject)));
        }

        findings.AddRange(await Series(db, stop));
        return findings;
    }

    /// <summary>The sentence's code, and a query of the rows that break it.</summary>
    private static IEnumerable<(string Name, IQueryable<string> Broken)> Queries(AfterSalesDb db)
    {
        var pending = db.ScheduledActions.Where(a => a.State == ActionState.Pending);
        var open = new[] { WorkOrderStatus.Assigned, WorkOrderStatus.Accepted, WorkOrderStatus.Declined, WorkOrderStatus.InProgress };

        yield return ("WaitingCallbackHasAction", db.Callbacks
            .Where(c => c.State == CallbackState.Waiting && !pending.Any(a => a.Kind == ActionKind.CallbackDue && a.SubjectId == c.Id))
            .Select(c => "callback " + c.Id));
        yield return ("HoldHasAction", db.CaseHolds
            .Where(h => h.EndedAt == null && !pending.Any(a => a.Kind == ActionKind.HoldEnds && a.SubjectId == h.Id))
            .Select(h => "hold " + h.Id));
        yield return ("HandOffHasAction", db.HandOffs
            .Where(h => h.AnsweredAt == null && h.ToldAt == null && !pending.Any(a => a.Kind == ActionKind.HandOffDue && a.SubjectId == h.Id))
            .Select(h => "hand-off " + h.Id));
        yield return ("AnsweredCallbackHasScore", db.Callbacks
            .Where(c => c.State == CallbackState.Answered && !db.SatisfactionAnswers.Any(a => a.CaseId == c.CaseId && a.CallbackId == c.Id && !a.Replaced))
            .Select(c => "callback " + c.Id));
        yield return ("ScoreInRange", db.SatisfactionAnswers.Where(a => a.Score < 1 || a.Score > 5).Select(a => "answer " + a.Id));
        yield return ("ReplacedScoreHasCorrection", db.SatisfactionAnswers
            .Where(a => a.Replaced && !db.SatisfactionAnswers.Any(b => b.CaseId == a.CaseId && b.CorrectsId == a.Id))
            .Select(a => "answer " + a.Id));
        yield return ("AreaFollowsCase", db.WorkOrders.Where(o => db.Cases.Any(c => c.Id == o.CaseId && c.Area != o.Area)).Select(o => o.Number));
        yield return ("AreaFollowsCase", db.Callbacks.Where(k => db.Cases.Any(c => c.Id == k.CaseId && c.Area != k.Area)).Select(k => "callback " + k.Id));
        yield return ("ClosedCaseHasNoOpenOrder", db.WorkOrders
            .Where(o => open.Contains(o.Status) && db.Cases.Any(c => c.Id == o.CaseId && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Cancelled)))
            .Select(o => o.Number));
        yield return ("CompletedOrderHasReport", db.WorkOrders
            .Where(o => o.Status == WorkOrderStatus.Completed && !db.ServiceReports.Any(r => r.WorkOrderId == o.Id && r.CompletedAt != null))
            .Select(o => o.Number));
        yield return ("ComplaintHasDetail", db.Cases
            .Where(c => c.Type == CaseType.Complaint && !db.Complaints.Any(d => d.CaseId == c.Id))
            .Select(c => c.Number));
        yield return ("ReadSinceDelivery", db.MeterReadings.Where(r => db.Assets.Any(a => a.Id == r.AssetId && a.DeliveredOn > r.ReadOn)).Select(r => "reading " + r.Id));
        yield return ("NumberUnique", db.Cases.GroupBy(c => c.Number).Where(g => g.Count() > 1).Select(g => g.Key));
        yield return ("OrderNumberUnique", db.WorkOrders.GroupBy(c => c.Number).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>What there is can be searched, and search leads to nothing that isn't there.</summary>
    private static IEnumerable<(string Name, IQueryable<string> Broken)> Search(AfterSalesDb db)
    {
        yield return ("CustomerIsSearchable", db.Customers
            .Where(c => !db.SearchKeys.Any(k => k.Subject == SearchSubject.Customer && k.SubjectId == c.Id))
            .Select(c => c.Code));
        yield return ("AssetIsSearchable", db.Assets
            .Where(a => !db.SearchKeys.Any(k => k.Subject == SearchSubject.Asset && k.SubjectId == a.Id))
            .Select(a => a.SerialNo));
        // A number to search by has three digits at least; no row of what was taken away may lead to its customer.
        yield return ("PhoneIsSearchable", db.ContactPhones
            .Where(p => p.NumberKey.Length >= SearchTails.LeastDigits && !db.SearchKeys.Any(k => k.Subject == SearchSubject.Phone && k.SubjectId == p.Id && k.CustomerId == p.CustomerId))
            .Select(p => "phone " + p.Id));
        yield return ("SearchedIsThere", db.SearchKeys
            .Where(k => (k.Subject == SearchSubject.Phone && !db.ContactPhones.Any(p => p.Id == k.SubjectId && p.CustomerId == k.CustomerId))
                || (k.Subject == SearchSubject.Contact && !db.Contacts.Any(c => c.Id == k.SubjectId && c.CustomerId == k.CustomerId))
                || (k.Subject == SearchSubject.Asset && !db.Assets.Any(a => a.Id == k.SubjectId && a.CustomerId == k.CustomerId))
                || (k.Subject == SearchSubject.Customer && !db.Customers.Any(c => c.Id == k.SubjectId)))
            .Select(k => "search " + k.Id));
        yield return ("CaseIsSearchable", db.Cases.Where(c => !db.CaseWords.Any(w => w.CaseId == c.Id)).Select(c => c.Number));
    }

    /// <summary>A merged customer has nothing left, one record that stands, and search leads past it.</summary>
    private static IEnumerable<(string Name, IQueryable<string> Broken)> Merges(AfterSalesDb db)
    {
        yield return ("MergedCustomerIsEmpty", db.Customers
            .Where(c => c.MergedIntoId != null && (db.Cases.Any(x => x.CustomerId == c.Id) || db.Contacts.Any(x => x.CustomerId == c.Id) || db.Sites.Any(x => x.CustomerId == c.Id)
                || db.Assets.Any(x => x.CustomerId == c.Id || x.DealerId == c.Id) || db.ContactLogs.Any(x => x.CustomerId == c.Id)))
            .Select(c => c.Code));
        yield return ("MergeHasRecord", db.Customers
            .Where(c => c.MergedIntoId != null && !db.CustomerMerges.Any(m => m.GoneId == c.Id && m.SurvivorId == c.MergedIntoId && m.UndoneAt == null))
            .Select(c => c.Code));
        yield return ("MergeStands", db.CustomerMerges
            .Where(m => m.UndoneAt == null && !db.Customers.Any(c => c.Id == m.GoneId && c.MergedIntoId == m.SurvivorId))
            .Select(m => "merge " + m.Id));
        yield return ("SearchLeadsToSurvivor", db.Customers
            .Where(c => c.MergedIntoId != null && db.SearchKeys.Any(k => k.Subject == SearchSubject.Customer && k.SubjectId == c.Id && k.CustomerId == c.Id))
            .Select(c => c.Code));
        yield return ("PhoneFollowsContact", db.ContactPhones
            .Where(p => !db.Contacts.Any(c => c.Id == p.ContactId && c.CustomerId == p.CustomerId))
            .Select(p => "phone " + p.Id));
    }

    /// <summary>A number already given must not be given again: each day's counter stands at or beyond its numbers.</summary>
    private static async Task<IEnumerable<Finding>> Series(AfterSalesDb db, CancellationToken stop)
    {
        var series = await db.NumberSeries.AsNoTracking().ToDictionaryAsync(s => s.Series, s => s.Last, stop);
        // An imported record keeps its number, which may be of any make.
        var cases = await db.Cases.Where(c => EF.Functions.Like(c.Number, "SC-________-____%")).GroupBy(c => c.Number.Substring(0, 11)).Select(g => new { g.Key, Max = g.Max(c => c.Number) }).ToListAsync(stop);
        var orders = await db.WorkOrders.GroupBy(c => c.Number.Substring(0, 11)).Select(g => new { g.Key, Max = g.Max(c => c.Number) }).ToListAsync(stop);
        return cases.Concat(orders)
            .Where(g => int.TryParse(g.Max!.AsSpan(12), out var given) && given > series.GetValueOrDefault(g.Key))
            .Select(g => new Finding("CounterBeyondNumbers", g.Max!, $"counter {series.GetValueOrDefault(g.Key)}"))
            .Take(Most);
    }
}
