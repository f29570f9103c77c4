using System.Text.Json;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AfterSales.Core.Customers;

/// <summary>
/// Every row that is kept of a customer, by table, its columns by name: a new column is in it without anybody thinking of it
/// here. Written to be read elsewhere (decision 0023): no keys of ours but what they point to by name, members by theirs,
/// instants in the company's time with their offset.
/// </summary>
internal static class CustomerData
{
    private static readonly HashSet<string> Ours = [nameof(IVersioned.Version), nameof(Customer.NameKey), nameof(ContactPhone.NumberKey), nameof(Asset.SerialKey), nameof(ServiceCase.SymptomKey), nameof(CustomerMerge.Moved)];

    /// <summary>The tables in their order.</summary>
    public static async Task<IReadOnlyDictionary<string, object>> Of(AfterSalesDb db, long id, TimeZoneInfo zone, CancellationToken stop)
    {
        var tables = new Dictionary<string, object>();
        foreach (var (name, rows) in Rows(db, id, await Survivor.Whole(db, id, stop)))
        {
            var entries = (await rows.AsNoTracking().ToListAsync(stop)).ConvertAll(row => db.Entry(row));
            var columns = entries.ConvertAll(Columns);
            var names = await AuditPointers.Names(db, [.. columns.SelectMany(c => c.Where(p => p.Value is long).Select(p => new FieldChange(p.Column, null, TextRule.Invariant((long)p.Value!))))], stop);
            tables[Camel(name)] = entries.Count > 0 && entries[0].Entity is AuditEntry ? await Told(db, [.. entries.Select(e => (AuditEntry)e.Entity)], zone, stop)
                : columns.ConvertAll(row => row.Select(p => Told(p.Column, p.Value, p.Points, row.Exists(q => p.Column == q.Column + "Id"), names, zone)).OfType<(string Name, object? Value)>().ToDictionary(p => p.Name, p => p.Value));
        }

        return tables;
    }

    private static List<(string Column, object? Value, bool Points)> Columns(EntityEntry row) =>
    [
        .. row.Properties.Where(p => !Ours.Contains(p.Metadata.Name) && (!p.Metadata.IsPrimaryKey() || p.Metadata.Name != "Id"))
            .Select(p => (p.Metadata.Name, p.CurrentValue, p.Metadata.ClrType == typeof(long?) || (p.Metadata.ClrType == typeof(long) && p.Metadata.Name.EndsWith("Id", StringComparison.Ordinal)))),
        .. row.ComplexProperties.SelectMany(c => c.Properties.Select(p => (c.Metadata.Name + p.Metadata.Name, p.CurrentValue, false))),
    ];

    /// <summary>A column; null for a key that has no name. Whom a key names beside a text of the same name is whose account noted that text (AnsweredBy, AnsweredById).</summary>
    private static (string, object?)? Told(string column, object? value, bool points, bool besideText, IReadOnlyDictionary<(string Field, string Key), string> names, TimeZoneInfo zone)
    {
        var pointer = points && column.EndsWith("Id", StringComparison.Ordinal);
        var told = Camel(!pointer ? column : besideText ? column[..^2] + "Account" : column[..^2]);
        if (pointer && value is long key)
        {
            return names.TryGetValue((column, TextRule.Invariant(key)), out var name) ? (told, name) : null;
        }

        return (told, value switch
        {
            DateTimeOffset at => TimeZoneInfo.ConvertTime(at, zone),
            string json when column == nameof(CaseEvent.Facts) => CaseEvent.Unpack(json),
            _ => value,
        });
    }

    /// <summary>The trail's entries, their fields named as the tables' columns.</summary>
    private static async Task<object> Told(AfterSalesDb db, IReadOnlyList<AuditEntry> entries, TimeZoneInfo zone, CancellationToken stop)
    {
        var changes = entries.ToDictionary(e => e.Id, e => AuditService.Read<FieldChange>(e.Changes) ?? []);
        var names = await AuditPointers.Names(db, [.. changes.Values.SelectMany(c => c)], stop);
        var ids = entries.Select(e => e.PersonId).OfType<long>().Distinct().ToList();
        var people = await db.Users.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        string? Named(string field, string? value) => value is null ? null : names.GetValueOrDefault((field, value), value);
        return entries.Select(e => new
        {
            At = TimeZoneInfo.ConvertTime(e.At, zone),
            Person = e.PersonId is { } person ? people.GetValueOrDefault(person) : null,
            What = e.Entity,
            Number = e.EntityKey,
            e.Action,
            Changes = changes[e.Id].Select(c => new { Field = Camel(c.Field.EndsWith("Id", StringComparison.Ordinal) ? c.Field[..^2] : c.Field), From = Named(c.Field, c.From), To = Named(c.Field, c.To) }),
        });
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The tables as queries.</summary>
    internal static IEnumerable<(string Name, IQueryable<object> Rows)> Rows(AfterSalesDb db, long id, List<long> whole)
    {
        var customers = db.Customers.Where(c => whole.Contains(c.Id));
        var (contacts, assets, cases) = (db.Contacts.Where(x => x.CustomerId == id), db.Assets.Where(x => x.CustomerId == id), db.Cases.Where(x => x.CustomerId == id));
        var ids = cases.Select(c => c.Id);
        var orders = db.WorkOrders.Where(x => ids.Contains(x.CaseId));
        var reports = db.ServiceReports.Where(x => ids.Contains(x.CaseId));
        var callbacks = db.Callbacks.Where(x => ids.Contains(x.CaseId));
        yield return ("Customers", customers);
        yield return ("CustomerMerges", db.CustomerMerges.Where(x => whole.Contains(x.SurvivorId) || whole.Contains(x.GoneId)));
        yield return ("Contacts", contacts);
        yield return ("ContactPhones", db.ContactPhones.Where(x => x.CustomerId == id));
        yield return ("Sites", db.Sites.Where(x => x.CustomerId == id));
        yield return ("Assets", assets);
        yield return ("AssetMoves", db.AssetMoves.Where(x => whole.Contains(x.FromCustomerId) || whole.Contains(x.ToCustomerId)));
        yield return ("Components", db.Components.Where(x => assets.Select(a => a.Id).Contains(x.AssetId)));
        yield return ("MeterReadings", db.MeterReadings.Where(x => assets.Select(a => a.Id).Contains(x.AssetId)));
        yield return ("ContactLogs", db.ContactLogs.Where(x => x.CustomerId == id).Union(db.ContactLogs.Where(x => ids.Contains(x.CaseId!.Value))));
        yield return ("Cases", cases);
        yield return ("CaseEvents", db.CaseEvents.Where(x => ids.Contains(x.CaseId)));
        yield return ("CaseHolds", db.CaseHolds.Where(x => ids.Contains(x.CaseId)));
        yield return ("HandOffs", db.HandOffs.Where(x => ids.Contains(x.CaseId)));
        yield return ("Promises", db.Promises.Where(x => ids.Contains(x.CaseId)));
        yield return ("Attachments", db.Attachments.Where(x => ids.Contains(x.CaseId!.Value)).Union(Documents(db, assets, whole)));
        yield return ("Complaints", db.Complaints.Where(x => ids.Contains(x.CaseId)));
        yield return ("WorkOrders", orders);
        yield return ("Visits", db.Visits.Where(x => orders.Select(o => o.Id).Contains(x.WorkOrderId)));
        yield return ("ServiceReports", reports);
        yield return ("ReportParts", db.ReportParts.Where(x => reports.Select(r => r.Id).Contains(x.ServiceReportId)));
        yield return ("ChecklistAnswers", db.ChecklistAnswers.Where(x => reports.Select(r => r.Id).Contains(x.ServiceReportId)));
        yield return ("Callbacks", callbacks);
        yield return ("CallbackAttempts", db.CallbackAttempts.Where(x => callbacks.Select(k => k.Id).Contains(x.CallbackId)));
        yield return ("SatisfactionAnswers", db.SatisfactionAnswers.Where(x => ids.Contains(x.CaseId)));
        yield return ("AuditEntries", Trail(db, nameof(Customer), customers.Select(c => c.Code)).Concat(Trail(db, nameof(Asset), assets.Select(a => a.SerialNo))).Concat(Trail(db, nameof(ServiceCase), cases.Select(c => c.Number))));
    }

    private static IQueryable<AuditEntry> Trail(AfterSalesDb db, string entity, IQueryable<string> keys) => db.AuditEntries.Where(e => e.Entity == entity && keys.Contains(e.EntityKey));

    /// <summary>
    /// A machine's documents are the data of whose it was when they came: a contract or a certificate may name the former
    /// owner, who has it in the own file and not in the buyer's.
    /// </summary>
    private static IQueryable<Attachment> Documents(AfterSalesDb db, IQueryable<Asset> assets, List<long> whole)
    {
        var came = db.AssetMoves.Where(m => whole.Contains(m.ToCustomerId) && !whole.Contains(m.FromCustomerId));
        var went = db.AssetMoves.Where(m => whole.Contains(m.FromCustomerId) && !whole.Contains(m.ToCustomerId));
        var own = db.Attachments.Where(x => assets.Select(a => a.Id).Contains(x.AssetId!.Value) && !came.Any(m => m.AssetId == x.AssetId && m.At > x.AddedAt && !went.Any(w => w.AssetId == m.AssetId && w.At > x.AddedAt && w.At <= m.At)));
        return own.Union(db.Attachments.Where(x => went.Select(w => w.AssetId).Contains(x.AssetId!.Value) && went.Any(w => w.AssetId == x.AssetId && w.At > x.AddedAt && !came.Any(m => m.AssetId == w.AssetId && m.At > x.AddedAt && m.At <= w.At))));
    }
}
