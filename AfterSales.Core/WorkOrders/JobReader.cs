using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>Reads the engineer's jobs; a supervisor may look at anybody's.</summary>
public sealed class JobReader(Sight sight, Lists lists, BusinessClock clock, Actor actor)
{
    private static readonly CaseEventKind[] DecisionLines = [CaseEventKind.ExemptionAsked, CaseEventKind.ExemptionDecided, CaseEventKind.TimeConfirmed, CaseEventKind.NoSignatureApproved];

    /// <summary>Own open orders: unanswered first, then by appointment.</summary>
    public async Task<IReadOnlyList<MyOrderRow>> Mine(CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        await using var db = await sight.Open(stop);
        var orders = await db.WorkOrders.AsNoTracking().Include(o => o.Visits).Where(WorkOrder.IsOpen)
            .Where(o => o.EngineerId == actor.Id && o.Status != WorkOrderStatus.Declined).ToListAsync(stop);
        var ids = orders.Select(o => o.CaseId).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            Case = c,
            Customer = db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(),
            Address = db.Sites.Where(s => s.Id == c.SiteId).Select(s => s.Address).FirstOrDefault(),
            Asset = db.Assets.FirstOrDefault(a => a.Id == c.AssetId),
        }).ToDictionaryAsync(x => x.Case.Id, stop);
        var clocks = await NextClocks.Of(db, ids, stop);
        return
        [
            .. orders.Select(o => (Order: o, Of: cases[o.CaseId])).Select(x => new MyOrderRow(
                x.Order.Number, x.Of.Case.Number, x.Order.Status, x.Of.Case.Type, x.Of.Case.Priority, x.Of.Customer, x.Of.Address, x.Of.Case.DistanceKm,
                x.Of.Asset?.Model, x.Of.Asset?.SerialNo, x.Of.Case.Symptom, x.Of.Case.SymptomText, x.Of.Case.Description, x.Order.Visits.Count, x.Order.Current?.Appointment,
                x.Order.Current?.DepartedAt, x.Order.Current?.ArrivedAt, clocks.GetValueOrDefault(x.Order.CaseId)))
                .OrderBy(r => r.Status != WorkOrderStatus.Assigned).ThenBy(r => r.Appointment?.From ?? DateTimeOffset.MaxValue).ThenBy(r => r.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>One job; <see cref="MissingException"/> for another engineer's.</summary>
    public async Task<JobView> Job(string number, CancellationToken stop = default)
    {
        actor.MustAny(Permission.OwnWork, Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var order = await db.WorkOrders.AsNoTracking().Include(o => o.Visits).SingleOrDefaultAsync(o => o.Number == number, stop);
        if (order is null || (order.EngineerId != actor.Id && !actor.May(Permission.ReadAll)))
        {
            throw new MissingException($"work order {number}");
        }

        var c = await db.Cases.AsNoTracking().Include(x => x.Promises).Include(x => x.Holds).AsSplitQuery().SingleAsync(x => x.Id == order.CaseId, stop);
        var report = await WithoutPictures(db, order.Id, stop);
        var asset = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == c.AssetId, stop);
        var book = await lists.Book(stop);
        var machine = asset is null ? null : await Machine(db, book, asset, clock.DayOf(c.OpenedAt), stop);
        return View(order, c, report, asset, book, await db.PolicyOf(c.PolicyId, stop)) with
        {
            Machine = machine,
            Pays = machine is null ? null : book.Pays(c, machine.AtIntake, asset!.NoPapers(), asset!.DealerId is not null, report?.Cause, sent: true, await db.Users.Where(p => p.Id == c.PayerById).Select(p => p.Name).SingleOrDefaultAsync(stop)),
            Customer = await db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).SingleAsync(stop),
            Engineer = await db.Users.Where(p => p.Id == order.EngineerId).Select(p => WhoWent.Name(p.UserName, p.Name, c.EngineerText)).SingleAsync(stop),
            Place = await db.Sites.Where(s => s.Id == c.SiteId).Select(s => new JobPlace(s.Address, s.DistanceKm)).SingleOrDefaultAsync(stop),
            Contact = await Contact(db, await Reach.Of(db, c.CustomerId, c.ContactId, stop), stop),
            Quiet = (await CallNotes.Of(db, c.CustomerId, stop)).Quiet,
            Meter = await MeterFile.History(db, asset, MeterFile.Few, stop),
            Mounted = await ComponentFile.Mounted(db, asset?.Id, stop),
            Refusals = [.. (await Refusals(db, order, stop)).Where(r => r.Kind != ApprovalKind.Signature || report is { SignedAt: null, NoSignatureReason: null })],
            Complaints = await db.Cases.Where(x => x.ParentId == c.Id && x.Type == CaseType.Complaint).OrderBy(x => x.Id).Select(x => x.Number).ToListAsync(stop),
        };
    }

    /// <summary>A kept picture of an own order's report, or of any for who may read all; null when there is none.</summary>
    public async Task<byte[]?> Picture(string number, JobPicture kind, CancellationToken stop = default)
    {
        actor.MustAny(Permission.OwnWork, Permission.ReadAll);
        var all = actor.May(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var report = await db.ServiceReports.AsNoTracking()
            .Where(r => db.WorkOrders.Any(o => o.Id == r.WorkOrderId && o.Number == number && (all || o.EngineerId == actor.Id)))
            .Select(r => kind == JobPicture.Signature ? r.Signature : r.NoSignaturePicture).SingleOrDefaultAsync(stop);
        return report;
    }

    /// <summary>An order's report to look at: signature and picture stay where they are, for they may be large and have addresses of their own.</summary>
    internal static async Task<ServiceReport?> WithoutPictures(AfterSalesDb db, long orderId, CancellationToken stop)
    {
        var report = await db.ServiceReports.Where(r => r.WorkOrderId == orderId).Select(r => new ServiceReport
        {
            Id = r.Id, CaseId = r.CaseId, WorkOrderId = r.WorkOrderId, ConfirmedSymptom = r.ConfirmedSymptom, ConfirmedSymptomText = r.ConfirmedSymptomText,
            Cause = r.Cause, CauseText = r.CauseText, Remedy = r.Remedy, LabourMinutes = r.LabourMinutes, MeterValue = r.MeterValue, MeterReplaced = r.MeterReplaced, UserName = r.UserName, FoundBeyond = r.FoundBeyond,
            Score = r.Score, Comment = r.Comment, SignedBy = r.SignedBy, SignedAt = r.SignedAt, NoSignatureReason = r.NoSignatureReason,
            NoSignatureApprovedById = r.NoSignatureApprovedById, CompletedAt = r.CompletedAt, Version = r.Version,
        }).SingleOrDefaultAsync(stop);
        if (report is not null)
        {
            report.Parts.AddRange(await db.Set<ReportPart>().AsNoTracking().Where(p => p.ServiceReportId == report.Id).ToListAsync(stop));
            report.Checks.AddRange(await db.Set<ChecklistAnswer>().AsNoTracking().Where(a => a.ServiceReportId == report.Id).ToListAsync(stop));
        }

        return report;
    }

    private JobView View(WorkOrder order, ServiceCase c, ServiceReport? report, Asset? asset, ListBook book, ServicePolicy policy)
    {
        var items = book.Checklists(asset?.ProductLine, c.Type).SelectMany(l => l.Items).ToList();
        var visits = order.Visits.OrderBy(v => v.Ordinal).ToList();
        var arrival = c.PromiseOf(PromiseKind.Arrival);
        var (onSite, handled) = (PromiseBrief.Of(c, PromiseKind.Arrival, policy), PromiseBrief.Of(c, PromiseKind.Handling, policy));
        var offered = AppointmentRule.Proposed(clock.Now, PromiseBrief.ToKeep([onSite, handled]), clock.Zone);
        return new JobView(
            order.Number, order.Status, order.EngineerId, "", order.Instructions, order.DeclineReason, order.EngineerId == actor.Id,
            c.Number, c.Type, c.Priority, c.Status, c.Description, c.Symptom, c.SymptomText, c.QuoteAwaited && c.Status.IsOpen(),
            "", null, null, null,
            visits, onSite, handled,
            arrival?.Exemption, arrival?.ExemptionApprovedById is not null,
            AssignForm.Of(order, offered, clock.Today, clock.Zone), Report(report, items), items, ReportGaps.Of(c.Type, c.QuoteAwaited, order.Current ?? (report?.CompletedAt is null ? null : visits[^1]), report, items),
            order.HeadquartersCalledAt, order.HeadquartersConfirmedById is not null, [], [], actor.May(Permission.ReadAll));
    }

    /// <summary>What was refused and not asked for again: of each kind the last decision, of an arrival that of the last visit, read from the timeline.</summary>
    private static async Task<IReadOnlyList<Refusal>> Refusals(AfterSalesDb db, WorkOrder order, CancellationToken stop)
    {
        var told = await db.CaseEvents.Where(e => e.CaseId == order.CaseId && DecisionLines.Contains(e.Kind)).OrderBy(e => e.Id)
            .Select(e => new { e.At, e.Kind, e.Text, e.Facts, By = db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(stop);
        var visit = TextRule.Invariant(order.Visits.Where(v => v.ArrivedAt is not null).Select(v => v.Ordinal).DefaultIfEmpty().Max());
        return
        [
            .. told.Select(e => (Line: e, Facts: CaseEvent.Unpack(e.Facts))).Where(e => e.Facts.GetValueOrDefault("order") == order.Number)
                .Where(e => e.Line.Kind != CaseEventKind.TimeConfirmed || e.Facts.GetValueOrDefault("visit") == visit)
                .GroupBy(e => DecisionOf(e.Line.Kind), (kind, lines) => (Kind: kind, Last: lines.Last()))
                .Where(x => x.Last.Line.Kind switch
                {
                    CaseEventKind.ExemptionAsked => false,
                    CaseEventKind.TimeConfirmed => x.Last.Facts.ContainsKey("refused"),
                    _ => !x.Last.Facts.ContainsKey("approved"),
                })
                .Select(x => new Refusal(x.Kind, x.Last.Line.By, x.Last.Line.At, x.Last.Line.Text)),
        ];
    }

    private static ApprovalKind DecisionOf(CaseEventKind line) => line switch
    {
        CaseEventKind.TimeConfirmed => ApprovalKind.Arrival,
        CaseEventKind.NoSignatureApproved => ApprovalKind.Signature,
        _ => ApprovalKind.Exemption,
    };

    /// <summary>The meter as of today; who pays goes by the warranty of the intake's day.</summary>
    private async Task<JobMachine> Machine(AfterSalesDb db, ListBook book, Asset asset, DateOnly intake, CancellationToken stop)
    {
        var (policy, facts) = (book.PolicyOf(asset, clock.Zone), (await db.Facts(book, [asset], clock.Zone, stop))[asset.Id]);
        return new(asset.SerialNo, asset.Model, asset.ProductLine, SanBao.Read(policy, facts, clock.Today), SanBao.State(policy, facts, intake).Cover);
    }

    private async Task<JobContact?> Contact(AfterSalesDb db, long? id, CancellationToken stop)
    {
        var found = await db.Contacts.AsNoTracking().Include(x => x.Phones).SingleOrDefaultAsync(x => x.Id == id, stop);
        return found is null ? null : new(found.Name, found.Title, [.. found.Phones.Where(p => p.Kind <= PhoneKind.Home).OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => sight.Phone(p.Number))]);
    }

    private static JobReport Report(ServiceReport? report, List<ChecklistItem> items) => new(
        ReportForm.Of(report),
        [.. items.Select(i => (i.Code, Given: report?.Checks.FirstOrDefault(x => x.Item == i.Code))).Select(x => new CheckForm { Item = x.Code, Result = x.Given?.Result, Note = x.Given?.Note })],
        new SatisfactionForm { Score = report?.Score, Comment = report?.Comment },
        report?.SignedAt, report?.SignedBy, report?.NoSignatureReason, report?.NoSignatureApprovedById is not null, report?.CompletedAt);
}
