using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>New and changed machines in a caller's transaction.</summary>
public static class AssetFile
{
    /// <summary>What a new machine's form says that is not so: a serial number already on file, a dealer who is none.</summary>
    public static async Task<IReadOnlyList<Problem>> Faults(AfterSalesDb db, AssetForm form, CancellationToken stop)
    {
        var (serial, code) = (TextRule.Kept(form.SerialNo), TextRule.Kept(form.DealerCode));
        var taken = serial is not null && await SerialRule.Filed(db, [serial], stop) is [var filed, ..] ? filed : null;
        var owner = taken is null ? null : await db.Assets.Where(a => a.SerialNo == taken).Select(a => db.Customers.Where(c => c.Id == a.CustomerId).Select(c => c.Name).First()).SingleOrDefaultAsync(stop);
        return [.. new Checks()
            .When(taken is not null, "Assets.SerialTaken", nameof(form.SerialNo), taken, owner)
            .When(code is not null && !await Dealers(db, code).AnyAsync(stop), "Assets.NoSuchDealer", nameof(form.DealerCode))
            .Problems, .. await Twins(db, 0, form, stop)];
    }

    /// <summary>Other machines with the same VIN or plate: each named by its serial and whose it is.</summary>
    private static async Task<IReadOnlyList<Problem>> Twins(AfterSalesDb db, long id, AssetForm form, CancellationToken stop)
    {
        var (vin, plate) = (VinRule.Kept(form.Vin), PlateRule.Kept(form.Plate));
        var twins = await db.Assets.Where(a => a.Id != id && ((vin != null && a.Vin == vin) || (plate != null && a.Plate == plate)))
            .Select(a => new { a.SerialNo, a.Vin, a.Plate, Owner = db.Customers.Where(c => c.Id == a.CustomerId).Select(c => c.Name).First() }).ToListAsync(stop);
        return
        [
            .. twins.Where(t => vin is not null && t.Vin == vin).Select(t => new Problem("Assets.VinTaken", nameof(form.Vin), t.SerialNo, t.Owner)),
            .. twins.Where(t => plate is not null && t.Plate == plate).Select(t => new Problem("Assets.PlateTaken", nameof(form.Plate), t.SerialNo, t.Owner)),
        ];
    }

    /// <summary>Of two who change what belongs to one machine at once, the second waits for the first.</summary>
    internal static Task Hold(Write write, long assetId) =>
        write.Db.Assets.Where(a => a.Id == assetId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version), write.Stop);

    /// <summary>The same before anything of it was read: the machine as it stands now that it is held.</summary>
    internal static async Task<Asset> Held(Write write, string serial)
    {
        await write.Db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version), write.Stop);
        return await write.Db.Assets.SingleOrDefaultAsync(a => a.SerialNo == serial, write.Stop) ?? throw new MissingException($"machine {serial}");
    }

    /// <summary>A new machine of a customer; a serial number already on file is refused under its field.</summary>
    public static async Task<Result<Asset>> Add(Write write, long customerId, AssetForm form, ListBook lists)
    {
        if (await Faults(write.Db, form, write.Stop) is { Count: > 0 } faults)
        {
            return Result<Asset>.Refused(faults);
        }

        var serial = TextRule.Kept(form.SerialNo)!;
        var asset = new Asset { SerialNo = serial, ProductLine = "", Model = "", WarrantyPolicy = "", CustomerId = customerId };
        var filled = await Fill(write, asset, form, lists);
        if (!filled.Ok)
        {
            return Result<Asset>.Refused(filled.Problems);
        }

        write.Db.Assets.Add(asset);
        await write.Db.SaveChangesAsync(write.Stop);
        await MaintenanceFile.Renew(write, asset, lists.LineOf(asset.ProductLine));
        return asset;
    }

    /// <summary>Writes the form into the machine; dealer and place must exist, the place with this customer.</summary>
    public static async Task<Result> Fill(Write write, Asset asset, AssetForm form, ListBook lists)
    {
        var code = TextRule.Kept(form.DealerCode);
        var dealer = code is null ? null : await Dealers(write.Db, code).Select(c => (long?)c.Id).SingleOrDefaultAsync(write.Stop);
        var wrong = new Checks()
            .When(code is not null && dealer is null, "Assets.NoSuchDealer", nameof(form.DealerCode))
            .When(form.SiteId is { } site && !await write.Db.Sites.AnyAsync(s => s.Id == site && s.CustomerId == asset.CustomerId, write.Stop), "Shared.NotInList", nameof(form.SiteId))
            .Problems.Concat(await Twins(write.Db, asset.Id, form, write.Stop)).Concat(await ReadBefore(write.Db, asset, form.DeliveredOn, write.Stop)).ToList();
        if (wrong.Count > 0)
        {
            return Result.Refused(wrong);
        }

        form.Fill(asset, dealer, lists);
        return Result.Done;
    }

    /// <summary>Delivered on another day than before, a machine can't have been read earlier: refused with its first reading.</summary>
    private static async Task<IReadOnlyList<Problem>> ReadBefore(AfterSalesDb db, Asset asset, DateOnly? delivered, CancellationToken stop) =>
        delivered != asset.DeliveredOn && await db.MeterReadings.AsNoTracking().Where(r => r.AssetId == asset.Id && r.ReadOn < delivered).OrderBy(r => r.ReadOn).ThenBy(r => r.Id).FirstOrDefaultAsync(stop) is { } first
            ? [new Problem("Assets.DeliveredAfterReading", nameof(AssetForm.DeliveredOn), first.ReadOn, first.Value)] : [];

    private static IQueryable<Customer> Dealers(AfterSalesDb db, string code) => db.Customers.Where(c => c.Kind == CustomerKind.Dealer && c.MergedIntoId == null && (c.Code == code || db.Customers.Any(g => g.Code == code && g.MergedIntoId == c.Id)));
}
