using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>A list of work orders as its address says it.</summary>
public sealed record OrderFilter : ListFilter
{
    /// <summary>Which.</summary>
    [Word(Shelf = true)]
    public OrderShelf Shelf { get; init; } = OrderShelf.Open;

    /// <summary>The end of an order's or a case's number, a customer, a machine, words of the case.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>The lead engineer.</summary>
    [Word]
    public long? Engineer { get; init; }

    /// <summary>Code of the case's area.</summary>
    [Word]
    public string? Area { get; init; }
}

/// <summary>A work order in a list; the visit is its last one, the reason why it was declined or that visit left unfinished.</summary>
public sealed record OrderRow(
    long Id, string Number, string CaseNumber, CaseType Type, string CustomerCode, string Customer, string? Area, string Engineer, WorkOrderStatus Status,
    DateTimeOffset AssignedAt, DateTimeOffset? CompletedAt, int Visits, Appointment? Appointment, DateTimeOffset? ArrivedAt, string? DeclineReason, string? Unfinished, string? Note) : IListRow
{
    /// <summary>The case's running promise that is due first.</summary>
    public PromiseBrief? Clock { get; init; }

    /// <summary>When the engineer of the visit that is still open set out and arrived; null without one.</summary>
    public (DateTimeOffset? DepartedAt, DateTimeOffset? ArrivedAt)? Open { get; init; }
}

/// <summary>作业单 as a list, each shelf with its own small index.</summary>
public sealed class OrderList(Sight sight, BusinessClock clock, Actor actor) : Listing<OrderFilter, OrderRow>(sight, actor)
{
    /// <inheritdoc/>
    public override string Name => "orders";

    /// <inheritdoc/>
    public override string Title => "WorkOrders.Orders";

    /// <inheritdoc/>
    public override Columns<OrderRow> Columns { get; } = new Columns<OrderRow>()
        .At("WorkOrders.Promise", r => r.Clock is { Paused: false } runs ? runs.DueAt : null).Promise(r => r.Clock)
        .Text("WorkOrders.Order", r => r.Number, 18).Text("WorkOrders.Case", r => r.CaseNumber, 18, under: true).Words("WorkOrders.Type", (r, w) => w.Of<CaseType>(r.Type), 10, under: true)
        .Text("WorkOrders.Customer", r => r.Customer, 30).Text("Customers.Code", r => r.CustomerCode, under: true).Words("Customers.Area", (r, w) => w.Area(r.Area), under: true)
        .Words("WorkOrders.State", (r, w) => State(r, w.Texts), 10).Words("WorkOrders.Why", Why, 34, under: true)
        .Text("WorkOrders.Engineer", r => r.Engineer, 10)
        .DayOf("WorkOrders.VisitOn", r => r.Appointment?.From).Words("WorkOrders.VisitWhen", (r, w) => r.Appointment is { } booked ? AppointmentWords.Part(w.Texts, w.Zone, booked) : null, under: true).At("WorkOrders.Arrived", r => r.ArrivedAt, under: true).Number("WorkOrders.VisitCount", r => r.Visits, under: true, least: 2)
        .At("WorkOrders.AssignedAt", r => r.AssignedAt, "assigned").At("WorkOrders.CompletedAt", r => r.CompletedAt, "completed");

    /// <summary>How far it is.</summary>
    public static string State(OrderRow row, Texts texts) => JobWords.State(texts, row.Status, row.Open?.DepartedAt, row.Open?.ArrivedAt);

    /// <summary>Why an order doesn't go on, in words; null where nothing is said.</summary>
    public static string? Why(OrderRow row, ListWords words) =>
        TextRule.Kept(row.Status == WorkOrderStatus.Declined ? row.DeclineReason : $"{words.Term(TermKind.UnfinishedReason, row.Unfinished)} {row.Note}");

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAll);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, OrderFilter f, CancellationToken stop) => TypedText.OfCases(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, OrderFilter f, TypedText? text)
    {
        var found = db.WorkOrders.AsNoTracking().On(db, f.Shelf);
        found = f.Engineer is { } engineer ? found.Where(o => o.EngineerId == engineer) : found;
        found = f.Area is { } area ? found.Where(o => o.Area == area) : found;
        found = text?.In(found, clock.Today) ?? found;
        return f.Shelf switch
        {
            OrderShelf.Completed => Finding.In(found).By("completed", o => o.CompletedAt, descending: true).By("assigned", o => o.AssignedAt, descending: true),
            OrderShelf.Cancelled => Finding.In(found).By("assigned", o => o.AssignedAt, descending: true),
            _ => Finding.In(found).By("assigned", o => o.AssignedAt),
        };
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<OrderRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var rows = await (
            from o in db.WorkOrders.AsNoTracking()
            where keys.Contains(o.Id)
            join c in db.Cases on o.CaseId equals c.Id
            join k in db.Customers on c.CustomerId equals k.Id
            join p in db.Users on o.EngineerId equals p.Id
            select new { Order = o, Case = c, k.Code, k.Name, Engineer = WhoWent.Name(p.UserName, p.Name, c.EngineerText) }).ToListAsync(stop);
        var visits = (await db.Visits.AsNoTracking().Where(v => keys.Contains(v.WorkOrderId)).ToListAsync(stop)).ToLookup(v => v.WorkOrderId);
        var clocks = await NextClocks.Of(db, [.. rows.Select(r => r.Case.Id)], stop);
        return
        [
            .. rows.Select(r => (r.Order, r.Case, Row: r, Last: visits[r.Order.Id].MaxBy(v => v.Ordinal))).Select(x => new OrderRow(
                x.Order.Id, x.Order.Number, x.Case.Number, x.Case.Type, x.Row.Code, x.Row.Name, x.Case.Area, x.Row.Engineer, x.Order.Status,
                x.Order.AssignedAt, x.Order.CompletedAt, visits[x.Order.Id].Count(), x.Last?.Appointment, x.Last?.ArrivedAt, x.Order.DeclineReason, x.Last?.UnfinishedReason, x.Last?.Note)
            {
                Clock = clocks.GetValueOrDefault(x.Case.Id),
                Open = x.Last is { Ending: null } open ? (open.DepartedAt, open.ArrivedAt) : null,
            }),
        ];
    }
}
