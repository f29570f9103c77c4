using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Audit;

/// <summary>Which fields hold the key of another row that has a public name; the trail tells the name.</summary>
internal static class AuditPointers
{
    private static readonly (string[] Fields, Func<AfterSalesDb, long[], IQueryable<Pointed>> Read)[] Kinds =
    [
        (["AgentId", "OwnerId", "EngineerId", "CustomerTimeById", "FiledById", "SupervisorId", "ReportedToId", "HeadquartersConfirmedById", "NoSignatureApprovedById", "PersonId", "UndoneById", "AnonymityAskedById", "AnonymousById", "PayerById", "FiledByBefore", "ExemptionById", "ExemptionApprovedById", "ArrivalConfirmedById", "CallerId", "AssigneeId", "AddedById", "RemovedById", "AskedById", "AnsweredById"],
            (db, ids) => db.Users.Where(p => ids.Contains(p.Id)).Select(p => new Pointed(p.Id, p.Name))),
        (["CustomerId", "DealerId", "SurvivorId", "GoneId", "MergedIntoId", "FromCustomerId", "ToCustomerId"], (db, ids) => db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Name))),
        (["CaseId", "ParentId", "RepeatOfId"], (db, ids) => db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Number))),
        (["WorkOrderId"], (db, ids) => db.WorkOrders.Where(w => ids.Contains(w.Id)).Select(w => new Pointed(w.Id, w.Number))),
        (["AssetId"], (db, ids) => db.Assets.Where(a => ids.Contains(a.Id)).Select(a => new Pointed(a.Id, a.SerialNo))),
        (["ContactId"], (db, ids) => db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Name))),
        (["SiteId", "FromSiteId", "ToSiteId"], (db, ids) => db.Sites.Where(s => ids.Contains(s.Id)).Select(s => new Pointed(s.Id, s.Address))),
        (["ServiceReportId"], (db, ids) => db.ServiceReports.Where(r => ids.Contains(r.Id)).Select(r => new Pointed(r.Id, db.WorkOrders.Where(o => o.Id == r.WorkOrderId).Select(o => o.Number).FirstOrDefault() ?? db.Cases.First(c => c.Id == r.CaseId).Number))),
        (["CallbackId"], (db, ids) => db.Callbacks.Where(k => ids.Contains(k.Id)).Select(k => new Pointed(k.Id, db.Cases.First(c => c.Id == k.CaseId).Number))),
        (["WithinId", "ReplacedById"], (db, ids) => db.Components.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Serial == null ? c.Name : c.Name + " " + c.Serial))),
    ];

    /// <summary>What a row without a public number is called instead of by its key.</summary>
    private static readonly Dictionary<string, Func<AfterSalesDb, long[], IQueryable<Pointed>>> Called = new()
    {
        ["SavedView"] = (db, ids) => db.SavedViews.Where(v => ids.Contains(v.Id)).Select(v => new Pointed(v.Id, v.Name)),
        ["Contact"] = (db, ids) => db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Name)),
        ["ContactPhone"] = (db, ids) => db.ContactPhones.Where(p => ids.Contains(p.Id)).Select(p => new Pointed(p.Id, db.Contacts.First(c => c.Id == p.ContactId).Name)),
        ["Site"] = (db, ids) => db.Sites.Where(s => ids.Contains(s.Id)).Select(s => new Pointed(s.Id, s.Address)),
        ["Component"] = (db, ids) => db.Components.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Name)),
        ["MeterReading"] = (db, ids) => db.MeterReadings.Where(r => ids.Contains(r.Id)).Select(r => new Pointed(r.Id, db.Assets.First(a => a.Id == r.AssetId).SerialNo)),
        ["Complaint"] = (db, ids) => db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Number)),
        ["ServiceReport"] = (db, ids) => db.ServiceReports.Where(r => ids.Contains(r.Id)).Select(r => new Pointed(r.Id, db.Cases.First(c => c.Id == r.CaseId).Number)),
        ["SatisfactionAnswer"] = (db, ids) => db.SatisfactionAnswers.Where(a => ids.Contains(a.Id)).Select(a => new Pointed(a.Id, db.Cases.First(c => c.Id == a.CaseId).Number)),
        ["CustomerMerge"] = (db, ids) => db.CustomerMerges.Where(m => ids.Contains(m.Id)).Select(m => new Pointed(m.Id, db.Customers.First(c => c.Id == m.GoneId).Code)),
    };

    /// <summary>What rows are called, by kind and key; one that is gone has its key alone.</summary>
    public static async Task<IReadOnlyDictionary<(string Entity, string Key), string>> Calls(AfterSalesDb db, IEnumerable<(string Entity, string Key)> rows, CancellationToken stop)
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var kind in rows.Where(r => Called.ContainsKey(r.Entity)).GroupBy(r => r.Entity, r => Key(r.Key)))
        {
            long[] ids = [.. kind.OfType<long>().Distinct()];
            foreach (var row in await Called[kind.Key](db, ids).ToListAsync(stop))
            {
                names[(kind.Key, TextRule.Invariant(row.Id))] = row.Name;
            }
        }

        return names;
    }

    /// <summary>The names of the rows that the changes point to, by field and key.</summary>
    public static async Task<IReadOnlyDictionary<(string Field, string Key), string>> Names(AfterSalesDb db, IReadOnlyCollection<FieldChange> changes, CancellationToken stop)
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var (fields, read) in Kinds)
        {
            var ids = changes.Where(c => fields.Contains(c.Field)).SelectMany(c => new[] { c.From, c.To }).Select(Key).OfType<long>().Distinct().ToArray();
            foreach (var row in ids.Length == 0 ? [] : await read(db, ids).ToListAsync(stop))
            {
                foreach (var field in fields)
                {
                    names[(field, TextRule.Invariant(row.Id))] = row.Name;
                }
            }
        }

        return names;
    }

    /// <summary>A stored text that is no key points nowhere; the trail then shows it as it stands.</summary>
    private static long? Key(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private sealed record Pointed(long Id, string Name);
}
