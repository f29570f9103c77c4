using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Core.Customers;

/// <summary>Every row that is kept of a customer, by table, its columns by name: a new column is in it without anybody thinking of it here.</summary>
internal static class CustomerData
{
    /// <summary>The tables in their order.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>> Of(AfterSalesDb db, long id, CancellationToken stop)
    {
        var tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>();
        foreach (var (name, rows) in Rows(db, id, await Survivor.Whole(db, id, stop)))
        {
            tables[name] = [.. (await rows.ToListAsync(stop)).Select(row => (IReadOnlyDictionary<string, object?>)Columns(db.Entry(row)))];
        }

        return tables;
    }

    private static Dictionary<string, object?> Columns(EntityEntry row) =>
        row.Properties.Concat(row.ComplexProperties.SelectMany(c => c.Properties)).ToDictionary(p => p.Metadata.DeclaringType is IComplexType part ? $"{part.ComplexProperty.Name}.{p.Metadata.Name}" : p.Metadata.Name, p => p.CurrentValue);

    private static IEnumerable<(string Name, IQueryable<object> Rows)> Rows(AfterSalesDb db, long id, List<long> whole)
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
        yield return ("ContactLogs", db.ContactLogs.Where(x => x.CustomerId == id || ids.Contains(x.CaseId!.Value)));
        yield return ("Cases", cases);
        yield return ("CaseEvents", db.CaseEvents.Where(x => ids.Contains(x.CaseId)));
        yield return ("CaseHolds", db.CaseHolds.Where(x => ids.Contains(x.CaseId)));
        yield return ("HandOffs", db.HandOffs.Where(x => ids.Contains(x.CaseId)));
        yield return ("Promises", db.Promises.Where(x => ids.Contains(x.CaseId)));
        yield return ("Attachments", db.Attachments.Where(x => ids.Contains(x.CaseId)));
        yield return ("Complaints", db.Complaints.Where(x => ids.Contains(x.CaseId)));
        yield return ("WorkOrders", orders);
        yield return ("Visits", db.Visits.Where(x => orders.Select(o => o.Id).Contains(x.WorkOrderId)));
        yield return ("ServiceReports", reports);
        yield return ("ReportParts", db.ReportParts.Where(x => reports.Select(r => r.Id).Contains(x.ServiceReportId)));
        yield return ("ChecklistAnswers", db.ChecklistAnswers.Where(x => reports.Select(r => r.Id).Contains(x.ServiceReportId)));
        yield return ("Callbacks", callbacks);
        yield return ("CallbackAttempts", db.CallbackAttempts.Where(x => callbacks.Select(k => k.Id).Contains(x.CallbackId)));
        yield return ("SatisfactionAnswers", db.SatisfactionAnswers.Where(x => ids.Contains(x.CaseId)));
        yield return ("AuditEntries", db.AuditEntries.Where(e => (e.Entity == "Customer" && customers.Any(c => c.Code == e.EntityKey))
            || (e.Entity == "Asset" && assets.Any(a => a.SerialNo == e.EntityKey)) || (e.Entity == "ServiceCase" && cases.Any(c => c.Number == e.EntityKey))));
    }
}
