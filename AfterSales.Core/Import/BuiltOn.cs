using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>What was built on an import since: why it can't be undone. What the import itself did is no building.</summary>
internal sealed class BuiltOn
{
    private const int Named = 5;
    private const int Batch = 1_000;
    private readonly AfterSalesDb db;
    private readonly CancellationToken stop;
    private readonly IQueryable<ImportedRow> rows;
    private readonly IQueryable<long> customers;
    private readonly IQueryable<Cases.ServiceCase> otherCases;
    private readonly IQueryable<Asset> otherAssets;
    private readonly IQueryable<AssetMove> otherMoves;

    private BuiltOn(AfterSalesDb db, ImportBatch batch, CancellationToken stop)
    {
        (this.db, this.stop) = (db, stop);
        var id = batch.Id;
        rows = db.ImportedRows.Where(r => r.BatchId == id);
        customers = rows.Where(r => r.Sheet == SheetKind.Customers && r.Before == null).Select(r => r.SubjectId);
        var (cases, assets, own) = (rows.Where(r => r.Sheet == SheetKind.Cases), rows.Where(r => r.Sheet == SheetKind.Assets), Moves(db, batch));
        otherCases = db.Cases.Where(c => !cases.Any(r => r.SubjectId == c.Id));
        otherAssets = db.Assets.Where(a => !assets.Any(r => r.SubjectId == a.Id));
        otherMoves = db.AssetMoves.Where(m => !own.Any(o => o.Id == m.Id));
    }

    /// <summary>The moves of machines that the batch itself made.</summary>
    public static IQueryable<AssetMove> Moves(AfterSalesDb db, ImportBatch batch)
    {
        var (id, at) = (batch.Id, batch.At);
        return db.AssetMoves.Where(m => m.At == at && m.Reason == null && db.ImportedRows.Any(r => r.BatchId == id && r.Sheet == SheetKind.Assets && r.SubjectId == m.AssetId && r.Before != null));
    }

    /// <summary>One sentence for each kind of thing, with how many and the first by name.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(AfterSalesDb db, ImportBatch batch, CancellationToken stop)
    {
        var built = new BuiltOn(db, batch, stop);
        var touched = ImportTrace.Touched(db, built.rows);
        var problems = new List<Problem?>
        {
            Say("Import.CasesWentOn", await db.Cases.Where(c => touched.Contains(c.Id)).Select(c => c.Number).ToListAsync(stop)),
            Say("Import.AssetsUsed", [.. await built.Assets(batch.At), .. await built.ChangedAssets()]),
            Say("Import.CustomersUsed", [.. await built.Customers(), .. await built.ChangedCustomers()]),
        };
        return [.. problems.OfType<Problem>()];
    }

    /// <summary>Machines of the batch with cases of others, readings, components, documents, or moved since.</summary>
    private Task<List<string>> Assets(DateTimeOffset at)
    {
        var mine = rows.Where(r => r.Sheet == SheetKind.Assets);
        return db.Assets.Where(a => mine.Any(r => r.SubjectId == a.Id && r.Before == null) && (otherCases.Any(c => c.AssetId == a.Id)
                || db.MeterReadings.Any(m => m.AssetId == a.Id) || db.Components.Any(m => m.AssetId == a.Id) || db.Attachments.Any(m => m.AssetId == a.Id)))
            .Select(a => a.SerialNo)
            .Union(db.AssetMoves.Where(m => m.At > at && mine.Any(r => r.SubjectId == m.AssetId)).Join(db.Assets, m => m.AssetId, a => a.Id, (m, a) => a.SerialNo))
            .ToListAsync(stop);
    }

    /// <summary>Machines that stand otherwise than the batch left them, or whose plate of before is another's by now.</summary>
    private async Task<List<string>> ChangedAssets()
    {
        var found = new List<string>();
        foreach (var some in (await rows.AsNoTracking().Where(r => r.Sheet == SheetKind.Assets).OrderBy(r => r.Id).ToListAsync(stop)).Chunk(Batch))
        {
            var ids = some.Select(r => r.SubjectId).ToList();
            var assets = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
            var plates = some.Where(r => r.Before is not null).ToDictionary(r => r.SubjectId, r => ImportTrace.Unpack(SheetKind.Assets, r.Before!)[AssetCell.Plate] as string);
            var filed = await PlateClaims.Filed(db, [.. plates.Values.OfType<string>().Distinct()], stop);
            found.AddRange(some.Select(r => (Row: r, Asset: assets[r.SubjectId]))
                .Where(x => Print.Of(x.Asset) != x.Row.Mark || (plates.GetValueOrDefault(x.Asset.Id) is { } plate && filed.TryGetValue(plate, out var other) && other.Serial != x.Asset.SerialNo))
                .Select(x => x.Asset.SerialNo));
        }

        return found;
    }

    /// <summary>New customers with cases, machines or moves of others, calls, or merged.</summary>
    private Task<List<string>> Customers()
    {
        var moved = otherMoves.Select(m => m.FromCustomerId).Union(otherMoves.Select(m => m.ToCustomerId));
        var used = otherCases.Select(c => c.CustomerId).Union(otherAssets.Select(a => a.CustomerId)).Union(otherAssets.Where(a => a.DealerId != null).Select(a => a.DealerId!.Value)).Union(moved)
            .Union(db.ContactLogs.Where(l => l.CustomerId != null).Select(l => l.CustomerId!.Value)).Union(db.CustomerMerges.Select(m => m.GoneId)).Union(db.CustomerMerges.Select(m => m.SurvivorId));
        return db.Customers.Where(c => customers.Contains(c.Id) && used.Contains(c.Id)).Select(c => c.Code).ToListAsync(stop);
    }

    /// <summary>Customers that stand otherwise than the batch left them, or whose contact or place of the batch others use.</summary>
    private async Task<List<string>> ChangedCustomers()
    {
        var found = new List<string>();
        foreach (var some in (await rows.AsNoTracking().Where(r => r.Sheet == SheetKind.Customers).OrderBy(r => r.Id).ToListAsync(stop)).Chunk(Batch))
        {
            var ids = some.Select(r => r.SubjectId).ToList();
            var whole = await Stored.Whole(db).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
            found.AddRange(some.Where(r => Print.Of(whole[r.SubjectId]) != r.Mark).Select(r => whole[r.SubjectId].Code));
            var added = some.Where(r => r.Before is not null).Select(r => Added(whole[r.SubjectId], ImportTrace.Unpack(SheetKind.Customers, r.Before!))).ToList();
            var (contacts, sites) = (added.Select(a => a.Contact).OfType<long>().ToList(), added.Select(a => a.Site).OfType<long>().ToList());
            var used = db.Contacts.Where(c => contacts.Contains(c.Id) && otherCases.Any(x => x.ContactId == c.Id)).Select(c => c.CustomerId).Union(db.Sites
                .Where(s => sites.Contains(s.Id) && (otherCases.Any(x => x.SiteId == s.Id) || otherAssets.Any(x => x.SiteId == s.Id) || otherMoves.Any(m => m.FromSiteId == s.Id || m.ToSiteId == s.Id))).Select(s => s.CustomerId));
            found.AddRange((await used.ToListAsync(stop)).Select(id => whole[id].Code));
        }

        return found;
    }

    /// <summary>The contact and the place that the batch added to a customer on file.</summary>
    private static (long? Contact, long? Site) Added(Customer customer, object?[] before) => (
        before[CustomerCell.Contact] is null && before[CustomerCell.Phone] is null ? customer.Contacts.MaxBy(c => c.Id)?.Id : null,
        before[CustomerCell.Address] is null && before[CustomerCell.DistanceKm] is null ? customer.Sites.MinBy(s => s.Id)?.Id : null);

    private static Problem? Say(string code, IReadOnlyList<string> names)
    {
        var each = names.Distinct().Order(StringComparer.Ordinal).ToList();
        return each.Count == 0 ? null : new Problem(code, null, each.Count, each.Take(Named).ToList());
    }
}
