using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>Reads what waits for a supervisor's decision, each by its own small index.</summary>
internal static class ApprovalList
{
    /// <summary>All of it, or that of the cases of one area: of each kind the oldest, and how many there are.</summary>
    public static async Task<(IReadOnlyList<Approval> Oldest, int Count)> Read(AfterSalesDb db, string? area, int cap, CancellationToken stop)
    {
        var (pending, count) = (new List<Approval>(), 0);
        foreach (var kind in Kinds(db, area))
        {
            var oldest = await kind.Take(cap).ToListAsync(stop);
            pending.AddRange(oldest);
            count += await DispatchBoard.Count(oldest, kind, cap, stop);
        }

        return (pending, count);
    }

    private static IQueryable<Approval>[] Kinds(AfterSalesDb db, string? area)
    {
        var cases = db.Cases.Where(c => area == null || c.Area == area);
        return [Exemptions(db, cases), Arrivals(db, cases), Signatures(db, cases), Calls(db, cases)];
    }

    private static IQueryable<Approval> Exemptions(AfterSalesDb db, IQueryable<ServiceCase> cases) =>
        from p in db.Promises
        where p.ExemptionReason != null && p.ExemptionApprovedById == null && (p.State == PromiseState.Open || p.State == PromiseState.Late)
        join o in db.WorkOrders on p.CaseId equals o.CaseId
        where o.Status != WorkOrderStatus.Cancelled && !db.WorkOrders.Any(later => later.CaseId == o.CaseId && later.Id > o.Id)
        join c in cases on o.CaseId equals c.Id
        orderby p.Id
        select new Approval(ApprovalKind.Exemption, o.Number, c.Number, db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
            db.Users.Where(u => u.Id == o.EngineerId).Select(u => WhoWent.Name(u.UserName, u.Name, c.EngineerText)).First(), p.ExemptionReason, p.ExemptionNote, 0, p.DueAt, p.MetAt);

    private static IQueryable<Approval> Arrivals(AfterSalesDb db, IQueryable<ServiceCase> cases) =>
        from v in db.Visits
        where v.ArrivalEnteredAt != null && v.ArrivalConfirmedById == null
        join o in db.WorkOrders on v.WorkOrderId equals o.Id
        join c in cases on o.CaseId equals c.Id
        orderby v.Id
        select new Approval(ApprovalKind.Arrival, o.Number, c.Number, db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
            db.Users.Where(u => u.Id == v.EngineerId).Select(u => WhoWent.Name(u.UserName, u.Name, c.EngineerText)).First(), null, null, v.Ordinal, v.ArrivedAt, v.ArrivalEnteredAt,
            db.Promises.Where(p => p.CaseId == c.Id && p.Kind == PromiseKind.Arrival && c.ArrivedAt == v.ArrivalEnteredAt && (p.State == PromiseState.Kept || p.State == PromiseState.Late))
                .Select(p => (DateTimeOffset?)p.DueAt).FirstOrDefault());

    private static IQueryable<Approval> Signatures(AfterSalesDb db, IQueryable<ServiceCase> cases) =>
        from r in db.ServiceReports
        where r.NoSignatureReason != null && r.NoSignatureApprovedById == null
        join o in db.WorkOrders on r.WorkOrderId equals o.Id
        join c in cases on o.CaseId equals c.Id
        orderby r.Id
        select new Approval(ApprovalKind.Signature, o.Number, c.Number, db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
            db.Users.Where(u => u.Id == o.EngineerId).Select(u => WhoWent.Name(u.UserName, u.Name, c.EngineerText)).First(), r.NoSignatureReason, null, 0, null, null);

    private static IQueryable<Approval> Calls(AfterSalesDb db, IQueryable<ServiceCase> cases) =>
        from o in db.WorkOrders
        where o.HeadquartersCalledAt != null && o.HeadquartersConfirmedById == null
        join c in cases on o.CaseId equals c.Id
        orderby o.Id
        select new Approval(ApprovalKind.Headquarters, o.Number, c.Number, db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
            db.Users.Where(u => u.Id == o.EngineerId).Select(u => WhoWent.Name(u.UserName, u.Name, c.EngineerText)).First(), null, null, 0, o.HeadquartersCalledAt, null);
}
