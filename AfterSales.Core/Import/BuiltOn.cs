using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>What was built on an import since: why it can't be undone.</summary>
internal static class BuiltOn
{
    private const int Named = 5;

    /// <summary>One sentence for each kind of thing, with how many and the first by name.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(AfterSalesDb db, long batchId, CancellationToken stop)
    {
        var rows = db.ImportedRows.Where(r => r.BatchId == batchId);
        var touched = ImportTrace.Touched(db, rows);
        var problems = new List<Problem?>
        {
            await Say("Import.CasesWentOn", db.Cases.Where(c => touched.Contains(c.Id)).Select(c => c.Number), stop),
            await Say("Import.AssetsUsed", Assets(db, rows), stop),
            await Say("Import.CustomersUsed", Customers(db, rows), stop),
        };
        return [.. problems.OfType<Problem>()];
    }

    /// <summary>Machines of the batch changed since, of a customer made anonymous, with cases of others, readings, components or moves.</summary>
    private static IQueryable<string> Assets(AfterSalesDb db, IQueryable<ImportedRow> rows)
    {
        var cases = rows.Where(r => r.Sheet == SheetKind.Cases && r.Before == null);
        return from r in rows.Where(r => r.Sheet == SheetKind.Assets)
               join a in db.Assets on r.SubjectId equals a.Id
               where a.Version != r.Mark || db.Customers.Any(c => c.Id == a.CustomerId && c.AnonymousAt != null) || (r.Before == null && (db.Cases.Any(c => c.AssetId == a.Id && !cases.Any(i => i.SubjectId == c.Id)) || db.MeterReadings.Any(m => m.AssetId == a.Id)
                   || db.Components.Any(m => m.AssetId == a.Id) || db.AssetMoves.Any(m => m.AssetId == a.Id)))
               select a.SerialNo;
    }

    /// <summary>Customers of the batch changed since, made anonymous, with cases or machines of others, calls, more contacts or places, or merged.</summary>
    private static IQueryable<string> Customers(AfterSalesDb db, IQueryable<ImportedRow> rows)
    {
        var cases = rows.Where(r => r.Sheet == SheetKind.Cases && r.Before == null);
        var assets = rows.Where(r => r.Sheet == SheetKind.Assets && r.Before == null);
        return from r in rows.Where(r => r.Sheet == SheetKind.Customers)
               join c in db.Customers on r.SubjectId equals c.Id
               where c.Version != r.Mark || c.AnonymousAt != null || (r.Before == null && (db.Cases.Any(x => x.CustomerId == c.Id && !cases.Any(i => i.SubjectId == x.Id))
                   || db.Assets.Any(x => (x.CustomerId == c.Id || x.DealerId == c.Id) && !assets.Any(i => i.SubjectId == x.Id)) || db.ContactLogs.Any(l => l.CustomerId == c.Id)
                   || db.Contacts.Any(x => x.CustomerId == c.Id && x.Version != 0) || db.Contacts.Count(x => x.CustomerId == c.Id) > 1 || db.Sites.Any(x => x.CustomerId == c.Id && x.Version != 0)
                   || db.Sites.Count(x => x.CustomerId == c.Id) > 1 || db.CustomerMerges.Any(m => m.GoneId == c.Id || m.SurvivorId == c.Id)))
               select c.Code;
    }

    private static async Task<Problem?> Say(string code, IQueryable<string> names, CancellationToken stop)
    {
        var count = await names.CountAsync(stop);
        return count == 0 ? null : new Problem(code, null, count, string.Join(", ", await names.OrderBy(n => n).Take(Named).ToListAsync(stop)));
    }
}
