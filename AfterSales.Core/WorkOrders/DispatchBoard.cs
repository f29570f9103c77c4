using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>What the supervisor dispatches by.</summary>
public sealed class DispatchBoard(Sight sight, BusinessClock clock, Actor actor)
{
    /// <summary>Rows of each list at first; who has more dispatches these first.</summary>
    public const int Cap = 100;

    /// <summary>Rows of each list at the most.</summary>
    public const int Most = 1_000;

    /// <summary>Days of the lanes.</summary>
    public const int Days = 5;

    /// <summary>The board from a day on, <paramref name="cap"/> rows of each list; <paramref name="area"/> null shows every one.</summary>
    public async Task<Board> Read(DateOnly? from = null, string? area = null, int cap = Cap, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        await using var db = await sight.Open(stop);
        var day = from ?? clock.Today;
        var waiting = db.Cases.AsNoTracking().Undispatched(db).Where(c => area == null || c.Area == area);
        var orders = db.WorkOrders.Where(o => area == null || db.Cases.Any(c => c.Id == o.CaseId && c.Area == area));
        var (unaccepted, unplanned) = (orders.On(db, OrderShelf.Unaccepted), orders.On(db, OrderShelf.Unplanned));
        var cases = await Cases(db, waiting.OrderBy(c => c.NextDueAt == null).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id).Take(cap), stop);
        var (toAccept, toPlan) = (await Orders(db, unaccepted, cap, stop), await Orders(db, unplanned, cap, stop));
        var (approvals, approvalCount) = await ApprovalList.Read(db, area, cap, stop);
        return new Board(cases, await Lanes(db, clock.StartOf(day), clock.StartOf(day.AddDays(Days)), area, stop), toAccept, toPlan, approvals, new Dictionary<DispatchShelf, int>
        {
            [DispatchShelf.Undispatched] = await Count(cases, waiting, cap, stop),
            [DispatchShelf.Unaccepted] = await Count(toAccept, unaccepted, cap, stop),
            [DispatchShelf.Unplanned] = await Count(toPlan, unplanned, cap, stop),
            [DispatchShelf.Approvals] = approvalCount,
        });
    }

    /// <summary>How many there are; only a list that is full need be counted in the database.</summary>
    internal static async Task<int> Count<TRow, T>(IReadOnlyList<TRow> shown, IQueryable<T> all, int cap, CancellationToken stop) =>
        shown.Count < cap ? shown.Count : await all.CountAsync(stop);

    /// <summary>One case to dispatch, however far down it stands; null when it is not there or awaits no dispatch.</summary>
    public async Task<BoardCase?> Find(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        await using var db = await sight.Open(stop);
        return await Cases(db, db.Cases.AsNoTracking().Undispatched(db).Where(c => c.Number == number), stop) is [var found, ..] ? found : null;
    }

    private static async Task<IReadOnlyList<BoardCase>> Cases(AfterSalesDb db, IQueryable<ServiceCase> asked, CancellationToken stop)
    {
        var cases = await asked
            .Select(c => new BoardCase(
                c.Id, c.Number, c.Type, c.Mode, c.Priority, c.Impact, c.Status, db.Customers.Where(x => x.Id == c.CustomerId).Select(x => x.Name).First(), c.Area,
                db.Sites.Where(s => s.Id == c.SiteId).Select(s => s.Address).FirstOrDefault(), c.DistanceKm,
                db.Assets.Where(a => a.Id == c.AssetId).Select(a => a.Model).FirstOrDefault(), c.Symptom, c.SymptomText, c.Description,
                c.QuoteFirst && c.QuoteAcceptedAt == null, c.OpenedAt, c.NextDueAt,
                db.CaseHolds.Where(h => h.CaseId == c.Id && h.EndedAt == null).Select(h => new BoardHold(h.Id, h.Reason, h.Until)).FirstOrDefault(), null, null))
            .ToListAsync(stop);
        var clocks = await NextClocks.All(db, [.. cases.Select(c => c.Id)], stop);
        return [.. cases.Select(c => clocks[c.Id].Any() ? c with { Clock = NextClocks.First(clocks[c.Id]), ToKeep = PromiseBrief.ToKeep(clocks[c.Id]) } : c)];
    }

    private static async Task<IReadOnlyList<Lane>> Lanes(AfterSalesDb db, DateTimeOffset from, DateTimeOffset to, string? area, CancellationToken stop)
    {
        var engineers = await db.Users.Where(p => p.Active && p.Role == Role.Engineer).OrderBy(p => p.Area).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.Area }).ToListAsync(stop);
        var open = db.WorkOrders.Where(WorkOrder.IsOpen).Concat(db.WorkOrders.Where(o => o.CompletedAt >= from));
        var rows = await (
            from v in db.Visits
            join o in open on v.WorkOrderId equals o.Id
            join c in db.Cases on o.CaseId equals c.Id
            join k in db.Customers on c.CustomerId equals k.Id
            where v.Appointment.From < to && v.Appointment.To > @from
            orderby v.Appointment.From
            select new { v.EngineerId, o.Number, CaseNumber = c.Number, Customer = k.Name, v.Ordinal, v.Appointment.Kind, v.Appointment.From, v.Appointment.To, o.Status, v.DepartedAt, v.ArrivedAt, v.Ending }).ToListAsync(stop);
        var visits = rows.ToLookup(r => r.EngineerId, r => new LaneVisit(r.Number, r.CaseNumber, r.Customer, r.Ordinal, new(r.Kind, r.From, r.To), r.Status, r.DepartedAt, r.ArrivedAt, r.Ending));
        return [.. engineers.Where(e => area is null || e.Area == area || visits[e.Id].Any()).Select(e => new Lane(e.Id, e.Name, e.Area, [.. visits[e.Id]]))];
    }

    private static async Task<IReadOnlyList<BoardOrder>> Orders(AfterSalesDb db, IQueryable<WorkOrder> orders, int cap, CancellationToken stop)
    {
        var rows = await (
            from o in orders
            join c in db.Cases on o.CaseId equals c.Id
            let since = o.Status == WorkOrderStatus.Declined ? o.AnsweredAt!.Value : o.AssignedAt
            orderby since
            select new
            {
                o.Id,
                o.Number,
                CaseNumber = c.Number,
                Customer = db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
                o.EngineerId,
                Engineer = db.Users.Where(p => p.Id == o.EngineerId).Select(p => WhoWent.Name(p.UserName, p.Name, c.EngineerText)).First(),
                o.Status,
                o.AssignedAt,
                Since = since,
                o.DeclineReason,
                o.CaseId,
            }).Take(cap).ToListAsync(stop);
        var ids = rows.Select(r => r.Id).ToList();
        var last = (await db.Visits.AsNoTracking().Where(v => ids.Contains(v.WorkOrderId)).ToListAsync(stop)).GroupBy(v => v.WorkOrderId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Ordinal)!);
        var clocks = await NextClocks.Of(db, [.. rows.Select(r => r.CaseId)], stop);
        return
        [
            .. rows.Select(r => (Row: r, Visit: last.GetValueOrDefault(r.Id))).Select(x => new BoardOrder(
                x.Row.Number, x.Row.CaseNumber, x.Row.Customer, x.Row.EngineerId, x.Row.Engineer, x.Row.Status, x.Row.AssignedAt,
                x.Row.Since,
                x.Row.Status == WorkOrderStatus.Declined ? x.Row.DeclineReason : x.Visit?.UnfinishedReason, x.Visit?.Note, x.Visit?.Appointment, clocks.GetValueOrDefault(x.Row.CaseId))),
        ];
    }
}
