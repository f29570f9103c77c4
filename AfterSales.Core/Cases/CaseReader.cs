using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Reads one case with all that is known about it.</summary>
public sealed class CaseReader(Sight sight, Lists lists, NextSteps steps, BusinessClock clock, Actor actor)
{
    private const int OthersShown = 6;

    /// <summary>The case by its number; <see cref="MissingException"/> when there is none for this person.</summary>
    public async Task<CaseView> Read(string number, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var c = await db.Cases.AsNoTracking().Include(x => x.Promises).Include(x => x.Holds).AsSplitQuery()
            .Where(x => x.Number == number).VisibleTo(db, actor).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        var policy = await db.PolicyOf(c.PolicyId, stop);
        var orders = await CaseWork.Orders(db, c.Id, stop);
        var timeline = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == c.Id).OrderBy(e => e.Id).ToListAsync(stop);
        var names = await Names(db, c, timeline, stop);
        var (machine, reports) = (await Machine(db, c.AssetId, c.OpenedAt, stop), await CaseWork.Reports(db, c.Id, stop));
        return new CaseView(
            Head(c, names),
            await db.Customers.Where(x => x.Id == c.CustomerId).Select(x => new CaseCustomer(x.Id, x.Code, x.Name, x.Kind, x.Tier, x.Vip, x.Area)).SingleAsync(stop),
            await Contact(db, c.ContactId, stop),
            await db.Sites.Where(x => x.Id == c.SiteId).Select(x => new CallerSite(x.Id, x.Address, x.Area, x.DistanceKm)).SingleOrDefaultAsync(stop),
            machine,
            machine is null ? (await lists.Book(stop)).PaysGuidance(c, orders.Any(o => o.Sent), Name(names, c.PayerById)) : (await lists.Book(stop)).Pays(c, machine.Warranty.Cover, machine.NoPapers, machine.Dealer is not null, reports.LastOrDefault(r => r.Cause is not null)?.Cause, orders.Any(o => o.Sent), Name(names, c.PayerById)),
            [.. c.Promises.Where(p => p.State != PromiseState.Void).OrderBy(p => p.Kind).Select(p => Explained(p, c.PausesOf(p.Kind), policy, names, clock.Now))],
            [.. c.Holds.OrderBy(h => h.From).Select(h => new HoldView(h.Reason, h.Pauses, h.From, h.Until, h.EndedAt, Name(names, h.PersonId)))],
            orders,
            reports,
            await CaseWork.Callbacks(db, c.Id, stop),
            await CaseWork.Complaint(db, c.Id, stop),
            await CaseWork.Links(db, c, stop),
            [.. timeline.Select(e => new TimelineLine(e.Id, e.At, e.HappenedAt, e.Kind, Name(names, e.PersonId), e.Text, CaseEvent.Unpack(e.Facts)))],
            await steps.Of(db, c, clock.Now, stop))
        {
            Notes = await CallNotes.Of(db, c.CustomerId, stop),
            Reached = await Contact(db, await Reach.Of(db, c.CustomerId, c.ContactId, stop), stop),
        };
    }

    /// <summary>One promise of a case with its explanation; <see cref="MissingException"/> when there is none for this person.</summary>
    public async Task<PromiseView> Promise(string number, PromiseKind kind, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var c = await db.Cases.AsNoTracking().Include(x => x.Promises).Include(x => x.Holds).AsSplitQuery()
            .Where(x => x.Number == number).VisibleTo(db, actor).SingleOrDefaultAsync(stop);
        var promise = c?.PromiseOf(kind) ?? throw new MissingException($"promise {kind} of case {number}");
        return Explained(promise, c.PausesOf(kind), await db.PolicyOf(c.PolicyId, stop), await Names(db, c, [], stop), clock.Now);
    }

    /// <summary>What happened before: the newest other cases of the machine, else of the customer, as far as this person may see them.</summary>
    public async Task<IReadOnlyList<CallerCase>> Others(string number, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var found = await db.Cases.AsNoTracking().Where(x => x.Number == number).VisibleTo(db, actor)
            .Select(x => new { x.Id, x.AssetId, x.CustomerId }).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        var others = db.Cases.VisibleTo(db, actor).Where(x => x.Id != found.Id);
        return await CaseHistory.Of(db, found.AssetId is { } asset ? others.Where(x => x.AssetId == asset) : others.Where(x => x.CustomerId == found.CustomerId), OthersShown, stop);
    }

    /// <summary>A promise's clock, stretch by stretch, up to where it was met, or to its due time, or to now when that is past.</summary>
    public static PromiseView Explained(Promise p, IReadOnlyList<Pause> pauses, ServicePolicy policy, IReadOnlyDictionary<long, string> names, DateTimeOffset now)
    {
        var end = p.MetAt ?? (p.DueAt > now && !p.Paused ? p.DueAt : now);
        var stretches = end > p.StartAt ? PromiseClock.Stretches(p.StartAt, end, pauses) : [];
        return new PromiseView(
            p.Kind, p.Rule, p.State, p.StartAt, p.Target, p.DueAt, p.State == PromiseState.Open ? p.AtRiskAt(pauses, policy) : null, p.Paused,
            p.MetAt, p.DistanceKm, p.LateReason, p.Exemption, Name(names, p.ExemptionApprovedById), stretches, Sum(stretches, true), Sum(stretches, false));
    }

    private static TimeSpan Sum(IEnumerable<Stretch> stretches, bool counted) =>
        stretches.Where(s => s.Counted == counted).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Length);

    private static async Task<IReadOnlyDictionary<long, string>> Names(AfterSalesDb db, ServiceCase c, IEnumerable<CaseEvent> timeline, CancellationToken stop)
    {
        var ids = timeline.Select(e => e.PersonId)
            .Concat([c.AgentId, c.OwnerId, c.EngineerId, c.CustomerTimeById, c.PayerById])
            .Concat(c.Holds.Select(h => h.PersonId)).Concat(c.Promises.Select(p => p.ExemptionApprovedById))
            .OfType<long>().Distinct().ToList();
        return await db.Users.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
    }

    private static string? Name(IReadOnlyDictionary<long, string> names, long? id) => id is { } key ? names.GetValueOrDefault(key) : null;

    private static CaseHead Head(ServiceCase c, IReadOnlyDictionary<long, string> names) => new(
        c.Id, c.Number, c.Version, c.Channel, c.Type, c.Status, c.Impact, c.Priority, c.Mode,
        c.Symptom, c.SymptomText, c.Description, c.OpenedAt, c.CustomerTime, Name(names, c.CustomerTimeById), c.CustomerTimeSetAt,
        c.DistanceKm, c.QuoteFirst, c.QuoteAcceptedAt, c.RepliedAt, c.ReplyHow, c.ArrivedAt,
        c.ResolvedAt, c.Resolution, c.ResolvedOnSpot, c.ClosedAt, c.CancelReason,
        c.Reopenings, c.Chases, c.Area, c.ProductLine, Name(names, c.AgentId) ?? c.AgentText, c.OwnerId, Name(names, c.OwnerId), c.EngineerId, Name(names, c.EngineerId) ?? c.EngineerText)
    {
        Received = CaseReceived.Of(c),
    };

    private async Task<CallerContact?> Contact(AfterSalesDb db, long? id, CancellationToken stop)
    {
        var found = id is null ? null : await db.Contacts.AsNoTracking().Include(x => x.Phones).SingleOrDefaultAsync(x => x.Id == id, stop);
        return found is null ? null : new CallerContact(found.Id, found.Name, found.Title, [.. found.Phones.Where(p => p.Kind <= PhoneKind.Home).OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => sight.Phone(p.Number))]);
    }

    /// <summary>The machine with its warranty as it was on the day of the intake: that day decides who pays.</summary>
    private async Task<CaseMachine?> Machine(AfterSalesDb db, long? id, DateTimeOffset openedAt, CancellationToken stop)
    {
        var found = id is null ? null : await db.Assets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, stop);
        return found is null ? null : new CaseMachine(
            found.Id, found.SerialNo, found.ProductLine, found.Model, found.PurchasedOn, found.DeliveredOn, found.InstalledOn, found.AcceptedOn,
            await db.Customers.Where(x => x.Id == found.DealerId).Select(x => x.Name).SingleOrDefaultAsync(stop), found.NoPapers(),
            await db.Warranty(await lists.Book(stop), found, clock.DayOf(openedAt), clock.Zone, stop));
    }
}
