using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>A plate is one machine's: a row that claims one of another machine, on file or earlier in the file, is rejected.</summary>
internal static class PlateClaims
{
    private const int Batch = 2_000;

    public static async Task Check(AfterSalesDb db, IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        var claims = rows.Where(r => r.State is RowState.New or RowState.Changed && r.Text(AssetCell.Plate) is not null).ToList();
        var filed = await Filed(db, [.. claims.Select(r => r.Text(AssetCell.Plate)!).Distinct()], stop);
        var firsts = new Dictionary<string, ImportRow>();
        foreach (var row in claims)
        {
            var plate = row.Text(AssetCell.Plate)!;
            if (filed.TryGetValue(plate, out var other) && other.Serial != row.Key)
            {
                row.Reject(AssetCell.Plate, "Assets.PlateTaken", other.Serial, other.Owner);
            }
            else if (!firsts.TryAdd(plate, row))
            {
                row.Reject(AssetCell.Plate, "Import.PlateRepeated", firsts[plate].Sheet.Name, firsts[plate].Number, firsts[plate].Key);
            }
        }
    }

    /// <summary>The machines on file that have these plates, and whose they are.</summary>
    public static async Task<Dictionary<string, (string Serial, string Owner)>> Filed(AfterSalesDb db, IReadOnlyList<string> plates, CancellationToken stop)
    {
        var filed = new Dictionary<string, (string, string)>();
        foreach (var batch in plates.Chunk(Batch))
        {
            foreach (var a in await db.Assets.Where(a => a.Plate != null && batch.Contains(a.Plate)).Select(a => new { a.Plate, a.SerialNo, Owner = db.Customers.Where(c => c.Id == a.CustomerId).Select(c => c.Name).First() }).ToListAsync(stop))
            {
                filed[a.Plate!] = (a.SerialNo, a.Owner);
            }
        }

        return filed;
    }
}
