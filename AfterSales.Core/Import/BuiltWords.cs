using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>
/// A record of an import on which something was built. Of a customer on file <paramref name="ContactId"/> and <paramref name="SiteId"/>
/// are what the batch added to it; of a machine <paramref name="ReadBefore"/> is the delivery of before, which a reading of today precedes.
/// </summary>
internal sealed record BuiltRecord(long Id, string Key, string? Name, bool New, long Mark = 0, long? ContactId = null, long? SiteId = null, string? PlateOf = null, DateOnly? ReadBefore = null);

/// <summary>What was built on a record of an import, in words: each kind of thing with how many and the first of them by name, numbers in names masked.</summary>
internal sealed class BuiltWords(AfterSalesDb db, DateTimeOffset since, TimeZoneInfo zone, BuiltOthers others, CancellationToken stop)
{
    /// <summary>Things of a kind that are named.</summary>
    public const int Named = 3;

    /// <summary>Lines of the timeline that the things they tell of tell by themselves.</summary>
    private static readonly CaseEventKind[] Told = [CaseEventKind.Attached, CaseEventKind.HandedOff, CaseEventKind.FollowOnOpened];

    /// <summary>What happened on a case since; brought in anew, that and what came after it.</summary>
    public async Task<Problem> Case(BuiltRecord c)
    {
        var id = c.Id;
        var events = await db.CaseEvents.Where(e => e.CaseId == id && e.Id > c.Mark && !ImportTrace.ByItself.Contains(e.Kind)).OrderBy(e => e.Id)
            .Select(e => new { e.Kind, e.At, e.Facts, Person = db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(stop);
        var anew = events.FindLastIndex(e => e.Kind == CaseEventKind.Imported);
        var done = events.Skip(Math.Max(0, anew)).Where(e => !Told.Contains(e.Kind)).Select(e => e.Kind == CaseEventKind.Imported && CaseEvent.Unpack(e.Facts).GetValueOrDefault("file") is { } file
            ? new Problem("Import.BuiltStepByFile", null, e.Kind, zone.Local(e.At), e.Person, file) : new Problem("Import.BuiltStep", null, e.Kind, zone.Local(e.At), e.Person));
        return Say("Import.BuiltOnCase", c,
        [
            .. Few("Import.BuiltSteps", done),
            .. Few("Import.BuiltOrders", await db.WorkOrders.Where(o => o.CaseId == id && o.AssignedAt > since).OrderBy(o => o.Id).Select(o => o.Number).ToListAsync(stop)),
            .. Few("Import.BuiltCalls", (await db.ContactLogs.Where(l => l.CaseId == id).OrderBy(l => l.Id).Select(l => l.At).ToListAsync(stop)).Select(zone.DayOf)),
            .. Few("Import.BuiltHandOffs", (await db.HandOffs.Where(l => l.CaseId == id).OrderBy(l => l.Id).Select(l => l.AskedAt).ToListAsync(stop)).Select(zone.DayOf)),
            .. Few("Import.BuiltFollowOns", await db.Cases.Where(x => x.ParentId == id).OrderBy(x => x.Id).Select(x => x.Number).ToListAsync(stop)),
            .. Few("Import.BuiltRepeats", await db.Cases.Where(x => x.RepeatOfId == id).OrderBy(x => x.Id).Select(x => x.Number).ToListAsync(stop)),
            .. await Hanging(db.MeterReadings.Where(m => m.CaseId == id), db.Components.Where(m => m.CaseId == id), db.Attachments.Where(m => m.CaseId == id)),
            .. await db.Cases.AnyAsync(x => x.Id == id && db.Customers.Any(k => k.Id == x.CustomerId && k.AnonymousAt != null), stop) ? [new Problem("Import.BuiltAnonymous")] : Array.Empty<Problem>(),
        ]);
    }

    /// <summary>What stands on a machine that came in, and how it was changed and moved since.</summary>
    public async Task<Problem> Asset(BuiltRecord a)
    {
        var id = a.Id;
        var moves = await db.AssetMoves.Where(m => m.AssetId == id && m.At > since).OrderBy(m => m.Id).Select(m => m.MovedOn).ToListAsync(stop);
        IReadOnlyList<Problem> hanging = a.New
            ? [.. Few("Import.BuiltCases", await Numbers(others.Cases.Where(c => c.AssetId == id))), .. await Hanging(db.MeterReadings.Where(m => m.AssetId == id), db.Components.Where(m => m.AssetId == id), db.Attachments.Where(m => m.AssetId == id))]
            : a.ReadBefore is { } delivered ? [.. Few("Import.BuiltReadings", await db.MeterReadings.Where(m => m.AssetId == id && m.ReadOn < delivered).OrderBy(m => m.ReadOn).Select(m => m.ReadOn).ToListAsync(stop))] : [];
        return Say("Import.BuiltOnAsset", a,
        [
            .. hanging, .. Few("Import.BuiltMoves", moves), .. a.PlateOf is { } other ? [new Problem("Import.BuiltPlate", null, other)] : Array.Empty<Problem>(),
            .. await Changes(db.AuditEntries.Where(e => e.Entity == nameof(Assets.Asset) && e.EntityKey == a.Key)),
        ]);
    }

    /// <summary>What stands on a customer that came in or on what the batch added to one, and how it was changed since.</summary>
    public async Task<Problem> Customer(BuiltRecord c)
    {
        var (id, fresh, contact, site) = (c.Id, c.New, c.ContactId, c.SiteId);
        var cases = others.Cases.Where(x => fresh ? x.CustomerId == id : (contact != null && x.ContactId == contact) || (site != null && x.SiteId == site));
        var assets = others.Assets.Where(a => fresh ? a.CustomerId == id || a.DealerId == id : site != null && a.SiteId == site);
        var moves = others.Moves.Where(m => fresh ? m.FromCustomerId == id || m.ToCustomerId == id : site != null && (m.FromSiteId == site || m.ToSiteId == site));
        var merged = await db.CustomerMerges.Where(m => m.GoneId == id || m.SurvivorId == id).OrderBy(m => m.Id)
            .Select(m => db.Customers.Where(k => k.Id == (m.GoneId == id ? m.SurvivorId : m.GoneId)).Select(k => k.Code).First()).ToListAsync(stop);
        return Say("Import.BuiltOnCustomer", c,
        [
            .. Few("Import.BuiltCases", await Numbers(cases)),
            .. Few("Import.BuiltMachines", await assets.OrderBy(a => a.Id).Select(a => a.SerialNo).ToListAsync(stop)),
            .. Few("Import.BuiltMoved", await moves.Join(db.Assets, m => m.AssetId, a => a.Id, (m, a) => a.SerialNo).Distinct().OrderBy(s => s).ToListAsync(stop)),
            .. Few("Import.BuiltCalls", fresh ? (await db.ContactLogs.Where(l => l.CustomerId == id).OrderBy(l => l.Id).Select(l => l.At).ToListAsync(stop)).Select(zone.DayOf) : []),
            .. Few("Import.BuiltMerges", merged),
            .. await Changes(await Trail(c)),
        ]);
    }

    /// <summary>The trail of a customer's file, with its contacts, numbers and places, those taken away too.</summary>
    private async Task<IQueryable<AuditEntry>> Trail(BuiltRecord c)
    {
        string[] parts = [nameof(Customers.Contact), nameof(Customers.ContactPhone), nameof(Customers.Site)];
        var ids = new[]
        {
            await db.Contacts.Where(p => p.CustomerId == c.Id).Select(p => p.Id).ToListAsync(stop),
            await db.ContactPhones.Where(p => p.CustomerId == c.Id).Select(p => p.Id).ToListAsync(stop),
            await db.Sites.Where(p => p.CustomerId == c.Id).Select(p => p.Id).ToListAsync(stop),
        }.Select(each => each.Select(id => TextRule.Invariant(id)).ToList()).ToList();
        var (contacts, phones, sites, whose) = (ids[0], ids[1], ids[2], AuditTrail.Packed([new(nameof(Customers.Contact.CustomerId), TextRule.Invariant(c.Id), null)])[1..^1]);
        return db.AuditEntries.Where(e => (e.Entity == nameof(Customers.Customer) && e.EntityKey == c.Key)
            || (e.Entity == parts[0] && contacts.Contains(e.EntityKey)) || (e.Entity == parts[1] && phones.Contains(e.EntityKey)) || (e.Entity == parts[2] && sites.Contains(e.EntityKey))
            || (e.At > since && e.Action == AuditAction.Removed && parts.Contains(e.Entity) && e.Changes.Contains(whose)));
    }

    /// <summary>Who changed what of it, and when; a later import by its file.</summary>
    private async Task<IEnumerable<Problem>> Changes(IQueryable<AuditEntry> trail)
    {
        var entries = await trail.Where(e => e.At > since && e.Action != AuditAction.Event).OrderBy(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Entity,
                e.Action,
                e.Changes,
                Person = db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault(),
                File = db.ImportBatches.Where(b => b.At == e.At && b.PersonId == e.PersonId).Select(b => b.FileName).FirstOrDefault(),
            }).ToListAsync(stop);
        return Few("Import.BuiltChanges", entries.Select(e => new Problem(e.File is null ? "Import.BuiltChange" : "Import.BuiltChangeByFile", null, e.Person, zone.Local(e.At), (e.Action == AuditAction.Changed && AuditService.Read<FieldChange>(e.Changes) is { } fields
            ? Some(fields.Select(f => new Problem($"Audit.Fields.{f.Field}")))
            : [new Problem($"Audit.Entity.{e.Entity}")]).ToList(), e.File)));
    }

    private async Task<IEnumerable<Problem>> Hanging(IQueryable<MeterReading> readings, IQueryable<Component> components, IQueryable<Attachments.Attachment> files) =>
    [
        .. Few("Import.BuiltReadings", await readings.OrderBy(m => m.Id).Select(m => m.ReadOn).ToListAsync(stop)),
        .. Few("Import.BuiltComponents", (await components.OrderBy(m => m.Id).Select(m => m.Name).ToListAsync(stop)).Select(NumbersInWords.Masked)),
        .. Few("Import.BuiltFiles", (await files.OrderBy(m => m.Id).Select(m => m.Name).ToListAsync(stop)).Select(NumbersInWords.Masked)),
    ];

    private Task<List<string>> Numbers(IQueryable<ServiceCase> cases) => cases.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync(stop);

    /// <summary>What left no trace but the changed record is at least told to be a change.</summary>
    private static Problem Say(string code, BuiltRecord record, IReadOnlyList<Problem> parts) =>
        new(code, null, record.Key, NumbersInWords.Masked(record.Name ?? ""), parts.Count > 0 ? parts : [new Problem("Import.BuiltOtherwise")]);

    private static IEnumerable<Problem> Few<T>(string code, IEnumerable<T> things) where T : notnull =>
        things.Select(t => t as Problem ?? new Problem("Import.Named", null, t)).ToList() is { Count: > 0 } all ? [new Problem(code, null, all.Count, Some(all))] : [];

    /// <summary>The first of them, and how many more there are.</summary>
    private static IReadOnlyList<Problem> Some(IEnumerable<Problem> things) =>
        things.ToList() is { Count: > Named } all ? [.. all.Take(Named), new Problem("Import.NamedMore", null, all.Count - Named)] : [.. things];
}

/// <summary>Cases, machines and moves that the batch did not make or change.</summary>
internal sealed record BuiltOthers(IQueryable<ServiceCase> Cases, IQueryable<Asset> Assets, IQueryable<AssetMove> Moves);
