using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Everything about a caller on one screen.</summary>
/// <param name="CustomerId">Key.</param>
/// <param name="Code">客户编号.</param>
/// <param name="Name">客户名称.</param>
/// <param name="Kind">客户类别.</param>
/// <param name="Tier">客户等级.</param>
/// <param name="Vip">VIP.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="FiledOn">建档日.</param>
/// <param name="ContactId">Who called, where the number says so.</param>
/// <param name="Contacts">The people.</param>
/// <param name="Sites">The places.</param>
/// <param name="Machines">The machines.</param>
/// <param name="Cases">Open cases first, then the latest.</param>
public sealed record Caller(
    long CustomerId, string Code, string Name, CustomerKind Kind, CustomerTier Tier, bool Vip, string? Area, DateOnly? FiledOn, long? ContactId,
    IReadOnlyList<CallerContact> Contacts, IReadOnlyList<CallerSite> Sites, IReadOnlyList<CallerMachine> Machines, IReadOnlyList<CallerCase> Cases)
{
    /// <summary>What to know when talking to the customer.</summary>
    public required CallNotes Notes { get; init; }
}

/// <summary>A customer whose number it is, and who has it there.</summary>
public sealed record CallerMatch(long CustomerId, string Name, long ContactId);

/// <summary>Whose number rings: everybody who has it, the one who called last first, and the file of that one.</summary>
public sealed record Ringing(IReadOnlyList<CallerMatch> Callers, Caller? Latest);

/// <summary>A person to talk to.</summary>
public sealed record CallerContact(long Id, string Name, string? Title, IReadOnlyList<string> Phones);

/// <summary>A place.</summary>
public sealed record CallerSite(long Id, string Address, string? Area, int? DistanceKm);

/// <summary>A machine with its warranty.</summary>
public sealed record CallerMachine(long Id, string SerialNo, string ProductLine, string Model, long? SiteId, WarrantyState Warranty);

/// <summary>An open or recent case of the caller; an open one carries the clock of its most urgent promise.</summary>
public sealed record CallerCase(
    string Number, CaseType Type, string? Symptom, string? SymptomText, CaseStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? DueAt, DateTimeOffset? AtRiskAt, long? AssetId, int? Score)
{
    /// <summary>The most urgent promise of an open case.</summary>
    public Promises.PromiseBrief? Clock { get; init; }

    /// <summary>R30: the number of the case whose fault this one repeats.</summary>
    public string? RepeatOf { get; init; }

    /// <summary>How it was solved.</summary>
    public string? Resolution { get; init; }
}

/// <summary>Who may answer for a case.</summary>
public sealed record OwnerChoice(long Id, string Name);

/// <summary>Where an intake starts from: a customer, and a machine of it where the address names one.</summary>
public sealed record CallerStart(Caller Caller, long? AssetId = null);

/// <summary>Whose number rings: customer, contact, places, machines, cases, in one look.</summary>
public sealed class CallLookup(Sight sight, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Machines and recent cases shown; the machine asked for is among them, as the first.</summary>
    public const int Most = 100;

    /// <summary>Customers of one number shown.</summary>
    public const int MostMatches = 10;

    private const int Recent = 8;

    /// <summary>The customers of a number in any spelling; <see cref="Of"/> reads the file of another than the latest.</summary>
    public async Task<Ringing> ByPhone(string? phone, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var key = PhoneNumber.Key(phone);
        if (key.Length < Search.SearchTails.LeastDigits)
        {
            return new([], null);
        }

        await using var db = await sight.Open(stop);
        var owners = await db.ContactPhones.Where(p => p.NumberKey == key).GroupBy(p => p.CustomerId)
            .Select(g => new { CustomerId = g.Key, ContactId = g.Min(p => p.ContactId), Last = db.Cases.Where(c => c.CustomerId == g.Key).Max(c => (DateTimeOffset?)c.OpenedAt) })
            .OrderBy(o => o.Last == null).ThenByDescending(o => o.Last).ThenBy(o => o.CustomerId).Take(MostMatches)
            .Select(o => new CallerMatch(o.CustomerId, db.Customers.Where(c => c.Id == o.CustomerId).Select(c => c.Name).First(), o.ContactId)).ToListAsync(stop);
        return new(owners, owners is [var latest, ..] ? await Read(db, latest.CustomerId, latest.ContactId, null, stop) : null);
    }

    /// <summary>A customer chosen by search, by a person or a machine of it too.</summary>
    public async Task<Caller> Of(long customerId, long? contactId = null, long? assetId = null, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        await using var db = await sight.Open(stop);
        return await Read(db, await Survivor.Of(db, customerId, stop), contactId, assetId, stop);
    }

    /// <summary>The customer of a number, with nobody called yet; null when there is none.</summary>
    public async Task<CallerStart?> ByCode(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        await using var db = await sight.Open(stop);
        var id = await Survivor.Of(db, code, stop);
        return id is { } found ? new CallerStart(await Read(db, found, null, null, stop)) : null;
    }

    /// <summary>The customer of a machine; null when there is no such machine.</summary>
    public async Task<CallerStart?> BySerial(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        await using var db = await sight.Open(stop);
        var asset = await db.Assets.Where(a => a.SerialNo == serial).Select(a => new { a.Id, a.CustomerId }).SingleOrDefaultAsync(stop);
        return asset is null ? null : new CallerStart(await Read(db, asset.CustomerId, null, asset.Id, stop), asset.Id);
    }

    /// <summary>The customer of the only machine whose number ends so; null when there is none, or more than one.</summary>
    public async Task<CallerStart?> ByTail(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var tail = Search.SearchTails.Number(number);
        if (tail.Length is < Search.SearchTails.LeastDigits or > Search.SearchKey.MaxLength)
        {
            return null;
        }

        await using var db = await sight.Open(stop);
        var found = await db.SearchKeys.Where(k => k.Tail == tail && k.Subject == Search.SearchSubject.Asset).Select(k => new { k.SubjectId, k.CustomerId }).Distinct().Take(2).ToListAsync(stop);
        return found is [var only] ? new CallerStart(await Read(db, only.CustomerId, null, only.SubjectId, stop), only.SubjectId) : null;
    }

    /// <summary>The customer, contact and machine of a case that another one follows; null when there is no such case.</summary>
    public async Task<CallerStart?> ByCase(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        await using var db = await sight.Open(stop);
        var c = await db.Cases.Where(x => x.Number == number).Select(x => new { x.CustomerId, x.ContactId, x.AssetId }).SingleOrDefaultAsync(stop);
        return c is null ? null : new CallerStart(await Read(db, c.CustomerId, c.ContactId, c.AssetId, stop), c.AssetId);
    }

    /// <summary>The agents and supervisors at work, by name.</summary>
    public async Task<IReadOnlyList<OwnerChoice>> Owners(CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        await using var db = await sight.Open(stop);
        return await db.Users.Where(p => p.Active && (p.Role == Role.Agent || p.Role == Role.Supervisor)).OrderBy(p => p.Name).Select(p => new OwnerChoice(p.Id, p.Name)).ToListAsync(stop);
    }

    private async Task<Caller> Read(AfterSalesDb db, long id, long? contactId, long? assetId, CancellationToken stop)
    {
        var c = await db.Customers.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, stop) ?? throw new MissingException($"customer {id}");
        var contacts = await db.Contacts.AsNoTracking().Where(x => x.CustomerId == id).OrderByDescending(x => x.Preferred).ThenBy(x => x.Id)
            .Select(x => new CallerContact(x.Id, x.Name, x.Title, x.Phones.Where(p => p.Kind <= PhoneKind.Home).OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => p.Number).ToList())).ToListAsync(stop);
        var sites = await db.Sites.AsNoTracking().Where(x => x.CustomerId == id).OrderBy(x => x.Id)
            .Select(x => new CallerSite(x.Id, x.Address, x.Area, x.DistanceKm)).ToListAsync(stop);
        return new Caller(c.Id, c.Code, c.Name, c.Kind, c.Tier, c.Vip, c.Area, c.FiledOn, contacts.Any(x => x.Id == contactId) ? contactId : null,
            contacts, sites, await Machines(db, id, assetId, stop), await Cases(db, id, stop))
        {
            Notes = CallNotes.Of(c),
        };
    }

    private async Task<IReadOnlyList<CallerMachine>> Machines(AfterSalesDb db, long id, long? assetId, CancellationToken stop)
    {
        var book = await lists.Book(stop);
        var own = db.Assets.AsNoTracking().Where(a => a.CustomerId == id);
        var asked = assetId is null ? [] : await own.Where(a => a.Id == assetId).ToListAsync(stop);
        List<Asset> machines = [.. asked, .. await own.Where(a => a.Id != assetId).OrderBy(a => a.SerialNo).Take(Most - asked.Count).ToListAsync(stop)];
        var warranties = await db.Warranties(book, machines, clock.Today, clock.Zone, stop);
        return [.. machines.Select(a => new CallerMachine(a.Id, a.SerialNo, a.ProductLine, a.Model, a.SiteId, warranties[a.Id]))];
    }

    private static async Task<IReadOnlyList<CallerCase>> Cases(AfterSalesDb db, long id, CancellationToken stop)
    {
        var latest = await CaseHistory.Of(db, db.Cases.Where(c => c.CustomerId == id), Most, stop);
        return [.. latest.OrderByDescending(c => c.Status.IsOpen()).ThenByDescending(c => c.OpenedAt).Take(Recent)];
    }
}
