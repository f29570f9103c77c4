using System.Text.Json;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Audit;

/// <summary>What to look for in the trail; all of it optional. Days are the company's, both included.</summary>
public sealed record AuditFilter(string? Entity = null, string? Key = null, long? PersonId = null, DateOnly? From = null, DateOnly? To = null, long? Before = null);

/// <summary>One line of the trail.</summary>
public sealed record AuditRow(long Id, DateTimeOffset At, string? Person, string Entity, string Key, AuditAction Action, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Who did it was not signed in.</summary>
    public bool OfNobodyKnown => Action == AuditAction.Event && Changes is [{ Field: AuditEvent.Field, To: var what }] && AuditEvent.IsOfNobodyKnown(what);
}

/// <summary>Reads the trail, newest first; personal data are masked for those who need not see them.</summary>
public sealed class AuditService(IDbContextFactory<AfterSalesDb> factory, Actor actor, BusinessClock clock)
{
    /// <summary>The field under which an entry stands that can't be read.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private static readonly HashSet<string> Personal = ["Number", "PhoneNumber", "Phone", "Email", "Address", "SignedBy", "UserName", "ContactName"];

    private static readonly Dictionary<string, Type> Kinds =
        typeof(IAudited).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAudited))).ToDictionary(t => t.Name);

    /// <summary>A page of the trail; the next one begins before the last row's id.</summary>
    public async Task<IReadOnlyList<AuditRow>> Find(AuditFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAudit);
        await using var db = await factory.CreateDbContextAsync(stop);
        var rows = await Matching(db, filter).OrderByDescending(e => e.Id).Take(PageSize)
            .Select(e => new { e.Id, e.At, Person = db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault(), e.Entity, e.EntityKey, e.Action, e.Changes })
            .ToListAsync(stop);
        var masks = !actor.May(Permission.SeePersonalData);
        var changes = rows.ToDictionary(r => r.Id, r => Shown(r.Entity, r.Changes, masks));
        var names = await AuditPointers.Names(db, [.. changes.Values.SelectMany(c => c)], stop);
        string? Named(string field, string? value) => value is null ? null : names.GetValueOrDefault((field, value), value);
        return [.. rows.Select(r => new AuditRow(r.Id, r.At, r.Person, r.Entity, r.EntityKey, r.Action, [.. changes[r.Id].Select(c => new FieldChange(c.Field, Named(c.Field, c.From), Named(c.Field, c.To)))]))];
    }

    /// <summary>The kinds of rows that the trail knows.</summary>
    public static IReadOnlyList<string> Entities { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a field holds; null for an event, and for a field that is no more.</summary>
    public static Type? TypeOf(string entity, string field) =>
        Kinds.GetValueOrDefault(entity)?.GetProperty(field)?.PropertyType is { } type ? Nullable.GetUnderlyingType(type) ?? type : null;

    private IQueryable<AuditEntry> Matching(AfterSalesDb db, AuditFilter f)
    {
        var rows = db.AuditEntries.AsNoTracking();
        rows = f.Entity is { } entity ? rows.Where(e => e.Entity == entity) : rows;
        rows = f.Key is { } key ? rows.Where(e => e.EntityKey == key) : rows;
        rows = f.PersonId is { } person ? rows.Where(e => e.PersonId == person) : rows;
        rows = f.Before is { } before ? rows.Where(e => e.Id < before) : rows;
        if (f.From is { } from)
        {
            var at = clock.StartOf(from);
            rows = rows.Where(e => e.At >= at);
        }

        if (f.To is { } to)
        {
            var at = clock.StartOf(to.AddDays(1));
            rows = rows.Where(e => e.At < at);
        }

        return rows;
    }

    private static IReadOnlyList<FieldChange> Shown(string entity, string json, bool masks)
    {
        var hides = masks && entity is nameof(Customers.ContactPhone) or nameof(Customers.Contact) or nameof(Customers.Site) or nameof(Person) or nameof(WorkOrders.ServiceReport);
        if (Read<FieldChange>(json) is not { } changes)
        {
            return [new(Unreadable, null, hides ? Mask(json) : json)];
        }

        return hides
            ? [.. changes.Select(c => Personal.Contains(c.Field) || (c.Field == "Name" && entity == nameof(Customers.Contact)) ? c with { From = Mask(c.From), To = Mask(c.To) } : c)]
            : changes;
    }

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
        _ when value.Count(char.IsAsciiDigit) >= 7 => Customers.PhoneNumber.Masked(value),
        { Length: > 1 } => value[..1] + new string('*', Math.Min(8, value.Length - 1)),
        _ => "*",
    };
}
