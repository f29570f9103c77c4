using System.Text.Json;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Audit;

/// <summary>What to look for in the trail, as its address says it. Days are the company's, both included.</summary>
public sealed record AuditFilter : ListFilter
{
    /// <summary>Kind of row.</summary>
    [Word("what")]
    public string? Entity { get; init; }

    /// <summary>Public number of the row.</summary>
    [Word(Most = 260)]
    public string? Key { get; init; }

    /// <summary>Who did it.</summary>
    [Word]
    public long? Person { get; init; }

    /// <summary>First day.</summary>
    [Word]
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    [Word]
    public DateOnly? To { get; init; }

    /// <summary>A kind that the trail doesn't know is none.</summary>
    protected internal override ListFilter Sensible(IReadOnlySet<string> said) => AuditService.Entities.Contains(Entity) ? this : this with { Entity = null };
}

/// <summary>One line of the trail.</summary>
public sealed record AuditRow(long Id, DateTimeOffset At, string? Person, string Entity, string Key, AuditAction Action, IReadOnlyList<FieldChange> Changes) : IListRow
{
    /// <summary>What the row is called, where its key is no public number.</summary>
    public string? Called { get; init; }

    /// <summary>Who did it was not signed in.</summary>
    public bool OfNobodyKnown => Action == AuditAction.Event && Changes is [{ Field: AuditEvent.Field, To: var what }] && AuditEvent.IsOfNobodyKnown(what);
}

/// <summary>Reads the trail, newest first; personal data are masked for those who need not see them.</summary>
public sealed class AuditService(Sight sight, BusinessClock clock, Actor actor) : Listing<AuditFilter, AuditRow>(sight, actor)
{
    /// <summary>The field under which an entry stands that can't be read.</summary>
    public const string Unreadable = "Unreadable";

    private static readonly HashSet<string> Personal = ["Number", "PhoneNumber", "Phone", "Email", "Address", "SignedBy", "UserName", "ContactName"];

    private static readonly Dictionary<string, Type> Kinds =
        typeof(IAudited).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAudited))).ToDictionary(t => t.Name);

    /// <inheritdoc/>
    public override string Name => "audit";

    /// <inheritdoc/>
    public override string Title => "Audit.Title";

    /// <inheritdoc/>
    public override Columns<AuditRow> Columns { get; } = new Columns<AuditRow>()
        .At("Audit.When", r => r.At, "at")
        .Words("Audit.Who", (r, w) => r.OfNobodyKnown ? w.Texts["Audit.NotSignedIn"] : r.Person ?? w.Texts["Audit.System"], 12)
        .Words("Audit.What", (r, w) => w.Texts["Audit.Entity." + r.Entity], 14).Words("Audit.Action", (r, w) => w.Of<AuditAction>(r.Action), 8, under: true).Text("Audit.Key", r => r.Called ?? r.Key, 20, under: true)
        .Words("Audit.Changes", (r, w) => new AuditWords(w.Texts, w.Shown, w.Book).All(r), 80);

    /// <summary>The kinds of rows that the trail knows.</summary>
    public static IReadOnlyList<string> Entities { get; } = [.. Kinds.Keys.Append(ExportTrail.Entity).Order(StringComparer.Ordinal)];

    /// <summary>The type of a kind of row.</summary>
    internal static Type? KindOf(string entity) => Kinds.GetValueOrDefault(entity);

    /// <summary>What a field holds; null for an event, and for a field that is no more.</summary>
    public static Type? TypeOf(string entity, string field) =>
        Kinds.GetValueOrDefault(entity)?.GetProperty(field)?.PropertyType is { } type ? Nullable.GetUnderlyingType(type) ?? type : null;

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAudit);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<AuditRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var rows = await db.AuditEntries.AsNoTracking().Where(e => keys.Contains(e.Id))
            .Select(e => new { e.Id, e.At, Person = db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault(), e.Entity, e.EntityKey, e.Action, e.Changes })
            .ToListAsync(stop);
        var masks = !Actor.May(Permission.SeePersonalData);
        var changes = rows.ToDictionary(r => r.Id, r => Shown(r.Entity, r.Changes, masks));
        var names = await AuditPointers.Names(db, [.. changes.Values.SelectMany(c => c)], stop);
        string? Named(string field, string? value) => value is null ? null : names.GetValueOrDefault((field, value), value);
        var calls = await AuditPointers.Calls(db, rows.Select(r => (r.Entity, r.EntityKey)), stop);
        string? Called(string entity, string key) => !calls.TryGetValue((entity, key), out var name) ? null
            : masks && entity is nameof(Contact) or nameof(ContactPhone) or nameof(Site) ? Mask(name) : name;
        return
        [
            .. rows.Select(r => new AuditRow(r.Id, r.At, r.Person, r.Entity, r.EntityKey, r.Action, [.. changes[r.Id].Select(c => new FieldChange(c.Field, Named(c.Field, c.From), Named(c.Field, c.To)))])
            {
                Called = Called(r.Entity, r.EntityKey),
            }),
        ];
    }

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, AuditFilter f, TypedText? text)
    {
        var rows = db.AuditEntries.AsNoTracking();
        rows = f.Entity is { } entity ? rows.Where(e => e.Entity == entity) : rows;
        // A key alone is looked for under every kind, so that one index serves it.
        rows = f.Key is { } key ? rows.Where(e => e.EntityKey == key && EF.Constant(Entities).Contains(e.Entity)) : rows;
        rows = f.Person is { } person ? rows.Where(e => e.PersonId == person) : rows;
        return Finding.In(rows.Within(clock, f.From, f.To, e => e.At)).By("at", e => e.At, descending: true);
    }

    private static IReadOnlyList<FieldChange> Shown(string entity, string json, bool masks)
    {
        var hides = masks && entity is nameof(ContactPhone) or nameof(Contact) or nameof(Site) or nameof(Person) or nameof(WorkOrders.ServiceReport);
        if (Read<FieldChange>(json) is not { } changes)
        {
            return [new(Unreadable, null, hides ? Mask(json) : masks ? NumbersInWords.Masked(json) : json)];
        }

        changes = masks ? [.. changes.Select(c => c with { From = Covered(entity, c.Field, c.From), To = Covered(entity, c.Field, c.To) })] : changes;
        return hides
            ? [.. changes.Select(c => Personal.Contains(c.Field) || (c.Field == "Name" && entity == nameof(Contact)) ? c with { From = Mask(c.From), To = Mask(c.To) } : c)]
            : changes;
    }

    /// <summary>Typed words with the numbers in them masked; of what is no row, any words.</summary>
    private static string? Covered(string entity, string field, string? value) =>
        value is not null && (KindOf(entity) is not { } row || TypedWords.Holds(row, field)) ? NumbersInWords.Masked(value) : value;

    /// <summary>A list as an entry holds it; null where it holds something else, which is shown as it stands.</summary>
    public static IReadOnlyList<T>? Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<T>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Mask(string? value) => value switch
    {
        null => null,
        _ when value.Count(char.IsAsciiDigit) >= 7 => PhoneNumber.Masked(value),
        { Length: > 1 } => value[..1] + new string('*', Math.Min(8, value.Length - 1)),
        _ => "*",
    };
}
