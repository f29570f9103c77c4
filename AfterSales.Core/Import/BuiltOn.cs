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
    private readonly BuiltWords words;

    private BuiltOn(AfterSalesDb db, ImportBatch batch, TimeZoneInfo zone, CancellationToken stop)
    {
        (this.db, this.stop) = (db, stop);
        var id = batch.Id;
        rows = db.ImportedRows.Where(r => r.BatchId == id);
        customers = rows.Where(r => r.Sheet == SheetKind.Customers && r.Before == null).Select(r => r.SubjectId);
        var (cases, assets, own) = (rows.Where(r => r.Sheet == SheetKind.Cases), rows.Where(r => r.Sheet == SheetKind.Assets), Moves(db, batch));
        otherCases = db.Cases.Where(c => !cases.Any(r => r.SubjectId == c.Id));
        otherAssets = db.Assets.Where(a => !assets.Any(r => r.SubjectId == a.Id));
        otherMoves = db.AssetMoves.Where(m => !own.Any(o => o.Id == m.Id));
        words = new BuiltWords(db, batch.At, zone, new(otherCases, otherAssets, otherMoves), stop);
    }

    /// <summary>The moves of machines that the batch itself made.</summary>
    public static IQueryable<AssetMove> Moves(AfterSalesDb db, ImportBatch batch)
    {
        var (id, at) = (batch.Id, batch.At);
        return db.AssetMoves.Where(m => m.At == at && m.Reason == null && db.ImportedRows.Any(r => r.BatchId == id && r.Sheet == SheetKind.Assets && r.SubjectId == m.AssetId && r.Before != null));
    }

    /// <summary>For each kind of record how many, then of the first of them what was built on it.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(AfterSalesDb db, ImportBatch batch, TimeZoneInfo zone, CancellationToken stop)
    {
        var built = new BuiltOn(db, batch, zone, stop);
        return
        [
            .. await Say("Import.CasesWentOn", await built.Cases(), built.words.Case),
            .. await Say("Import.AssetsUsed", [.. await built.Assets(batch.At), .. await built.ChangedAssets()], built.words.Asset),
            .. await Say("Import.CustomersUsed", [.. await built.Customers(), .. await built.ChangedCustomers()], built.words.Customer),
        ];
    }

    private async Task<List<BuiltRecord>> Cases()
    {
        var touched = ImportTrace.Touched(db, rows);
        return await db.Cases.Where(c => touched.Contains(c.Id)).Join(rows.Where(r => r.Sheet == SheetKind.Cases), c => c.Id, r => r.SubjectId, (c, r) => new BuiltRecord(c.Id, c.Number, null, r.Before == null, r.Mark, null, null, null)).ToListAsync(stop);
    }

    /// <summary>Machines of the batch with cases of others, readings, components, documents, or moved since.</summary>
    private Task<List<BuiltRecord>> Assets(DateTimeOffset at)
    {
        var mine = rows.Where(r => r.Sheet == SheetKind.Assets);
        var used = db.Assets.Where(a => mine.Any(r => r.SubjectId == a.Id && r.Before == null) && (otherCases.Any(c => c.AssetId == a.Id)
                || db.MeterReadings.Any(m => m.AssetId == a.Id) || db.Components.Any(m => m.AssetId == a.Id) || db.Attachments.Any(m => m.AssetId == a.Id)))
            .Select(a => a.Id)
            .Union(db.AssetMoves.Where(m => m.At > at && mine.Any(r => r.SubjectId == m.AssetId)).Select(m => m.AssetId));
        return db.Assets.Where(a => used.Contains(a.Id)).Select(a => new BuiltRecord(a.Id, a.SerialNo, null, mine.Any(r => r.SubjectId == a.Id && r.Before == null), 0, null, null, null)).ToListAsync(stop);
    }

    /// <summary>Machines that stand otherwise than the batch left them, whose plate of before is another's by now, or that were read before they would be delivered again.</summary>
    private async Task<List<BuiltRecord>> ChangedAssets()
    {
        var found = new List<BuiltRecord>();
        foreach (var some in (await rows.AsNoTracking().Where(r => r.Sheet == SheetKind.Assets).OrderBy(r => r.Id).ToListAsync(stop)).Chunk(Batch))
        {
            var ids = some.Select(r => r.SubjectId).ToList();
            var assets = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
            var before = some.Where(r => r.Before is not null).ToDictionary(r => r.SubjectId, r => ImportTrace.Unpack(SheetKind.Assets, r.Before!));
            var plates = before.ToDictionary(b => b.Key, b => b.Value[AssetCell.Plate] as string);
            var read = await db.MeterReadings.Where(m => ids.Contains(m.AssetId)).GroupBy(m => m.AssetId).Select(g => new { g.Key, First = g.Min(m => m.ReadOn) }).ToDictionaryAsync(g => g.Key, g => g.First, stop);
            var filed = await PlateClaims.Filed(db, [.. plates.Values.OfType<string>().Distinct()], stop);
            found.AddRange(some.Select(r => (Row: r, Asset: assets[r.SubjectId]))
                .Select(x => (x.Row, x.Asset, Delivered: before.GetValueOrDefault(x.Asset.Id)?[AssetCell.DeliveredOn] is DateOnly day && read.TryGetValue(x.Asset.Id, out var first) && first < day ? day : (DateOnly?)null,
                    Other: plates.GetValueOrDefault(x.Asset.Id) is { } plate && filed.TryGetValue(plate, out var other) && other.Serial != x.Asset.SerialNo ? other.Serial : null))
                .Where(x => Print.Of(x.Asset) != x.Row.Mark || x.Other is not null || x.Delivered is not null)
                .Select(x => new BuiltRecord(x.Asset.Id, x.Asset.SerialNo, null, x.Row.Before is null, PlateOf: x.Other, ReadBefore: x.Delivered)));
        }

        return found;
    }

    /// <summary>New customers with cases, machines or moves of others, calls, or merged.</summary>
    private Task<List<BuiltRecord>> Customers()
    {
        var moved = otherMoves.Select(m => m.FromCustomerId).Union(otherMoves.Select(m => m.ToCustomerId));
        var used = otherCases.Select(c => c.CustomerId).Union(otherAssets.Select(a => a.CustomerId)).Union(otherAssets.Where(a => a.DealerId != null).Select(a => a.DealerId!.Value)).Union(moved)
            .Union(db.ContactLogs.Where(l => l.CustomerId != null).Select(l => l.CustomerId!.Value)).Union(db.CustomerMerges.Select(m => m.GoneId)).Union(db.CustomerMerges.Select(m => m.SurvivorId));
        return db.Customers.Where(c => customers.Contains(c.Id) && used.Contains(c.Id)).Select(c => new BuiltRecord(c.Id, c.Code, c.Name, true, 0, null, null, null)).ToListAsync(stop);
    }

    /// <summary>Customers that stand otherwise than the batch left them, or whose contact or place of the batch others use.</summary>
    private async Task<List<BuiltRecord>> ChangedCustomers()
    {
        var found = new List<BuiltRecord>();
        foreach (var some in (await rows.AsNoTracking().Where(r => r.Sheet == SheetKind.Customers).OrderBy(r => r.Id).ToListAsync(stop)).Chunk(Batch))
        {
            var ids = some.Select(r => r.SubjectId).ToList();
            var whole = await Stored.Whole(db).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
            var each = some.Select(r => (Row: r, Record: Record(whole[r.SubjectId], r))).ToList();
            found.AddRange(each.Where(x => Print.Of(whole[x.Record.Id]) != x.Row.Mark).Select(x => x.Record));
            var (contacts, sites) = (each.Select(x => x.Record.ContactId).OfType<long>().ToList(), each.Select(x => x.Record.SiteId).OfType<long>().ToList());
            var used = db.Contacts.Where(c => contacts.Contains(c.Id) && otherCases.Any(x => x.ContactId == c.Id)).Select(c => c.CustomerId).Union(db.Sites
                .Where(s => sites.Contains(s.Id) && (otherCases.Any(x => x.SiteId == s.Id) || otherAssets.Any(x => x.SiteId == s.Id) || otherMoves.Any(m => m.FromSiteId == s.Id || m.ToSiteId == s.Id))).Select(s => s.CustomerId));
            found.AddRange((await used.ToListAsync(stop)).Select(id => each.First(x => x.Record.Id == id).Record));
        }

        return found;
    }

    /// <summary>A customer with the contact and the place that the batch added to it, where it was on file.</summary>
    private static BuiltRecord Record(Customer customer, ImportedRow row)
    {
        var fresh = new BuiltRecord(customer.Id, customer.Code, customer.Name, row.Before is null);
        return row.Before is null || ImportTrace.Unpack(SheetKind.Customers, row.Before) is not { } before ? fresh : fresh with
        {
            ContactId = before[CustomerCell.Contact] is null && before[CustomerCell.Phone] is null ? customer.Contacts.MaxBy(c => c.Id)?.Id : null,
            SiteId = before[CustomerCell.Address] is null && before[CustomerCell.DistanceKm] is null ? customer.Sites.MinBy(s => s.Id)?.Id : null,
        };
    }

    /// <summary>How many records of a kind, a line on each of the first, and how many more there are.</summary>
    private static async Task<IReadOnlyList<Problem>> Say(string code, IReadOnlyList<BuiltRecord> records, Func<BuiltRecord, Task<Problem>> what)
    {
        var each = records.GroupBy(r => r.Id).Select(g => g.Last() with { PlateOf = g.Select(r => r.PlateOf).FirstOrDefault(p => p is not null) }).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var said = each.Count == 0 ? new List<Problem>() : [new Problem(code, null, each.Count)];
        foreach (var record in each.Take(Named))
        {
            said.Add(await what(record));
        }

        return each.Count > Named ? [.. said, new Problem("Import.BuiltOnMore", null, each.Count - Named)] : said;
    }
}
