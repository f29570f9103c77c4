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
        (["AgentId", "OwnerId", "EngineerId", "CustomerTimeById", "FiledById", "SupervisorId", "ReportedToId", "HeadquartersConfirmedById", "NoSignatureApprovedById", "PersonId", "UndoneById", "AddedById", "RemovedById", "AskedById", "AnsweredById"],
            (db, ids) => db.Users.Where(p => ids.Contains(p.Id)).Select(p => new Pointed(p.Id, p.Name))),
        (["CustomerId", "DealerId", "SurvivorId", "GoneId", "MergedIntoId"], (db, ids) => db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Name))),
        (["CaseId", "ParentId", "RepeatOfId"], (db, ids) => db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Number))),
        (["WorkOrderId"], (db, ids) => db.WorkOrders.Where(w => ids.Contains(w.Id)).Select(w => new Pointed(w.Id, w.Number))),
        (["AssetId"], (db, ids) => db.Assets.Where(a => ids.Contains(a.Id)).Select(a => new Pointed(a.Id, a.SerialNo))),
        (["WithinId", "ReplacedById"], (db, ids) => db.Components.Where(c => ids.Contains(c.Id)).Select(c => new Pointed(c.Id, c.Serial == null ? c.Name : c.Name + " " + c.Serial))),
    ];

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
