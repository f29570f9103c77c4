using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A page of a history and the word of the place after which the next begins.</summary>
public sealed record HistoryPage(IReadOnlyList<HistoryLine> Lines, string? Next);

/// <summary>车历 / 设备履历: every case, visit, part, component, reading and move of a machine as one timeline, the newest first.</summary>
public sealed class MachineHistory(Sight sight, BusinessClock clock, Actor actor)
{
    /// <summary>Lines of a page.</summary>
    public const int Size = 50;

    /// <summary>Lines that are printed at most.</summary>
    public const int MostPrinted = 2_000;

    /// <summary>One page, from the place that a word names.</summary>
    public async Task<HistoryPage> Read(string serial, string? after, int size = Size, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var id = await db.Assets.Where(a => a.SerialNo == serial).Select(a => (long?)a.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"machine {serial}");
        var (place, most) = (HistoryPlace.Read(after), size + 1);
        List<HistoryLine> all =
        [
            .. await Cases(db, id, place.Rest(HistoryKind.Case, clock.Zone)).Take(most).ToListAsync(stop),
            .. await Visits(db, id, place.Rest(HistoryKind.Visit, clock.Zone)).Take(most).ToListAsync(stop),
            .. await Parts(db, id, place.Rest(HistoryKind.Part, clock.Zone)).Take(most).ToListAsync(stop),
            .. (await Components(db, id, place.Rest(HistoryKind.Component, clock.Zone)).Take(most).ToListAsync(stop)).Select(c => new ComponentLine(c.Id, clock.StartOf(c.Day), c.Name, c.Serial, c.OtherSerial ?? c.OtherName, c.Why)),
            .. (await Fitted(db, id, place.Rest(HistoryKind.Fitted, clock.Zone)).Take(most).ToListAsync(stop)).Select(c => new FittedLine(c.Id, clock.StartOf(c.Day), c.Name, c.Serial, TextRule.Kept($"{c.OtherName} {c.OtherSerial}"))),
            .. (await Readings(db, id, place.Rest(HistoryKind.Reading, clock.Zone)).Take(most).ToListAsync(stop)).Select(r => new ReadingLine(r.Reading.Id, clock.StartOf(r.Reading.ReadOn), r.Case, r.Reading.Value, r.Reading.Total, r.Reading.MeterReplaced)),
            .. (await Moves(db, id, place.Rest(HistoryKind.Move, clock.Zone)).Take(most).ToListAsync(stop)).Select(m => new MovedLine(m.Id, clock.StartOf(m.MovedOn), m.From, m.FromPlace, m.To, m.ToPlace, m.Reason)),
        ];
        var lines = all.OrderByDescending(l => l.At).ThenBy(l => l.Kind).ThenByDescending(l => l.Id).Take(size).ToList();
        return new(lines, all.Count > size ? new HistoryPlace(lines[^1].At, lines[^1].Kind, lines[^1].Id).Word : null);
    }

    private static IQueryable<CaseLine> Cases(AfterSalesDb db, long id, HistoryRest rest) =>
        from c in db.Cases
        where c.AssetId == id && (c.OpenedAt < rest.At || (c.OpenedAt == rest.At && (rest.AtToo || (rest.AtLower && c.Id < rest.Id))))
        orderby c.OpenedAt descending, c.Id descending
        select new CaseLine(c.Id, c.OpenedAt, c.Number, c.Type, c.Status, c.Symptom, c.SymptomText, c.Resolution, db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First());

    private static IQueryable<VisitLine> Visits(AfterSalesDb db, long id, HistoryRest rest) =>
        from c in db.Cases
        join o in db.WorkOrders on c.Id equals o.CaseId
        join v in db.Visits on o.Id equals v.WorkOrderId
        where c.AssetId == id && v.ArrivedAt != null && (v.ArrivedAt < rest.At || (v.ArrivedAt == rest.At && (rest.AtToo || (rest.AtLower && v.Id < rest.Id))))
        orderby v.ArrivedAt descending, v.Id descending
        select new VisitLine(v.Id, v.ArrivedAt!.Value, c.Number, db.Users.Where(p => p.Id == v.EngineerId).Select(p => WhoWent.Name(p.UserName, p.Name, c.EngineerText)).First(), v.LeftAt, v.Ending);

    private static IQueryable<PartLine> Parts(AfterSalesDb db, long id, HistoryRest rest) =>
        from c in db.Cases
        join r in db.ServiceReports on c.Id equals r.CaseId
        join p in db.ReportParts on r.Id equals p.ServiceReportId
        where c.AssetId == id && r.CompletedAt != null && (r.CompletedAt < rest.At || (r.CompletedAt == rest.At && (rest.AtToo || (rest.AtLower && p.Id < rest.Id))))
        orderby r.CompletedAt descending, p.Id descending
        select new PartLine(p.Id, r.CompletedAt!.Value, c.Number, p.Name, p.PartNo, p.Quantity, p.OldSerial, p.NewSerial);

    /// <summary>What a report replaced is told by its parts.</summary>
    private static IQueryable<Gone> Components(AfterSalesDb db, long id, HistoryRest rest) =>
        from c in db.Components
        where c.AssetId == id && c.RemovedOn != null && !db.Components.Any(n => n.Id == c.ReplacedById && n.CaseId != null)
            && !db.Cases.Any(k => k.AssetId == id && db.ServiceReports.Any(r => r.CaseId == k.Id && db.ReportParts.Any(p => p.ServiceReportId == r.Id && p.OldSerial != null && p.OldSerial == c.Serial)))
            && (c.RemovedOn < rest.Day || (c.RemovedOn == rest.Day && (rest.DayToo || (rest.DayLower && c.Id < rest.Id))))
        orderby c.RemovedOn descending, c.Id descending
        select new Gone(c.Id, c.RemovedOn!.Value, c.Name, c.Serial, db.Components.Where(n => n.Id == c.ReplacedById).Select(n => n.Serial).FirstOrDefault(), db.Components.Where(n => n.Id == c.ReplacedById).Select(n => n.Name).FirstOrDefault(), c.RemovedFor);

    /// <summary>What a report fitted is told by its parts, what took another's place by the line of that one.</summary>
    private static IQueryable<Gone> Fitted(AfterSalesDb db, long id, HistoryRest rest) =>
        from c in db.Components
        where c.AssetId == id && c.FittedOn != null && c.CaseId == null && !db.Components.Any(o => o.ReplacedById == c.Id)
            && (c.FittedOn < rest.Day || (c.FittedOn == rest.Day && (rest.DayToo || (rest.DayLower && c.Id < rest.Id))))
        orderby c.FittedOn descending, c.Id descending
        select new Gone(c.Id, c.FittedOn!.Value, c.Name, c.Serial, db.Components.Where(n => n.Id == c.WithinId).Select(n => n.Serial).FirstOrDefault(), db.Components.Where(n => n.Id == c.WithinId).Select(n => n.Name).FirstOrDefault(), null);

    private static IQueryable<Taken> Readings(AfterSalesDb db, long id, HistoryRest rest) =>
        from r in db.MeterReadings
        where r.AssetId == id && (r.ReadOn < rest.Day || (r.ReadOn == rest.Day && (rest.DayToo || (rest.DayLower && r.Id < rest.Id))))
        orderby r.ReadOn descending, r.Id descending
        select new Taken(r, db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).FirstOrDefault());

    private static IQueryable<MoveLine> Moves(AfterSalesDb db, long id, HistoryRest rest) => AssetMoving.Lines(db, db.AssetMoves
        .Where(m => m.AssetId == id && (m.MovedOn < rest.Day || (m.MovedOn == rest.Day && (rest.DayToo || (rest.DayLower && m.Id < rest.Id)))))
        .OrderByDescending(m => m.MovedOn).ThenByDescending(m => m.Id));

    private sealed record Gone(long Id, DateOnly Day, string Name, string? Serial, string? OtherSerial, string? OtherName, RemovalReason? Why);

    private sealed record Taken(MeterReading Reading, string? Case);
}
