using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>What other features hold about a case, read for its page.</summary>
internal static class CaseWork
{
    public static async Task<IReadOnlyList<OrderView>> Orders(AfterSalesDb db, long caseId, CancellationToken stop)
    {
        var orders = await db.WorkOrders.AsNoTracking().Include(o => o.Visits).Where(o => o.CaseId == caseId).OrderBy(o => o.Id).ToListAsync(stop);
        var ids = orders.Select(o => o.EngineerId).Concat(orders.SelectMany(o => o.Visits).Select(v => v.EngineerId)).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Users.Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, Name = WhoWent.Name(p.UserName, p.Name, db.Cases.Where(c => c.Id == caseId).Select(c => c.EngineerText).FirstOrDefault()) }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return
        [
            .. orders.Select(o => new OrderView(o.Id, o.Number, o.Status, names.GetValueOrDefault(o.EngineerId, ""), o.Instructions,
            [
                .. o.Visits.OrderBy(v => v.Ordinal).Select(v => new VisitView(
                    v.Id, v.Ordinal, names.GetValueOrDefault(v.EngineerId, ""), v.Appointment, v.DepartedAt, v.ArrivedAt, v.LeftAt, v.Ending, v.UnfinishedReason, v.Note, v.AwaitsConfirmation)),
            ])),
        ];
    }

    public static async Task<IReadOnlyList<ReportLine>> Reports(AfterSalesDb db, long caseId, CancellationToken stop) =>
        await db.ServiceReports.Where(r => r.CaseId == caseId).OrderBy(r => r.Id)
            .Select(r => new ReportLine(r.Id, db.WorkOrders.Where(o => o.Id == r.WorkOrderId).Select(o => o.Number).FirstOrDefault(), r.Cause, r.CauseText, r.Remedy, r.CompletedAt,
                r.NoSignatureReason != null && r.NoSignatureApprovedById == null)).ToListAsync(stop);

    public static async Task<IReadOnlyList<FollowUpView>> Callbacks(AfterSalesDb db, long caseId, CancellationToken stop)
    {
        var callbacks = await db.Callbacks.AsNoTracking().Where(k => k.CaseId == caseId).OrderBy(k => k.Id).ToListAsync(stop);
        if (callbacks.Count == 0)
        {
            return [];
        }

        var answers = (await db.SatisfactionAnswers.AsNoTracking().Where(a => a.CaseId == caseId && a.CallbackId != null && !a.Replaced).ToListAsync(stop)).ToLookup(a => a.CallbackId);
        return [.. callbacks.Select(k => new FollowUpView(k.Id, k.Round, k.State, k.OpensAt, k.EndsAt, k.AnsweredAt, answers[k.Id].LastOrDefault()?.Score, answers[k.Id].LastOrDefault()?.Comment))];
    }

    public static Task<CaseComplaint?> Complaint(AfterSalesDb db, long caseId, CancellationToken stop) =>
        db.Complaints.Where(c => c.CaseId == caseId)
            .Select(c => new CaseComplaint(c.Severity, c.AnsweredOnSpot, c.ReportedAt, db.Users.Where(p => p.Id == c.ReportedToId).Select(p => p.Name).FirstOrDefault(),
                c.Cause, c.Solution, c.SolutionKnownAt, c.SolutionToldAt, c.Handling, c.Verdict, c.JudgedAt, c.VerdictWords))
            .SingleOrDefaultAsync(stop);

    public static async Task<IReadOnlyList<CaseLink>> Links(AfterSalesDb db, ServiceCase c, CancellationToken stop)
    {
        var found = await db.Cases.AsNoTracking().Where(x => x.Id == c.ParentId || x.Id == c.RepeatOfId || x.ParentId == c.Id).OrderBy(x => x.Id)
            .Select(x => new { x.Id, x.ParentId, x.Number, x.Type, x.Status, x.OpenedAt }).ToListAsync(stop);
        return
        [
            .. found.Select(x => new CaseLink(
                x.ParentId == c.Id ? CaseLinkKind.FollowOn : x.Id == c.ParentId ? CaseLinkKind.Parent : CaseLinkKind.RepeatOf, x.Number, x.Type, x.Status, x.OpenedAt)),
        ];
    }
}
