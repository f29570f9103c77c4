using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>设备编号 compared whatever its case and width: FA-1 and fa-1 are one machine.</summary>
internal static class SerialRule
{
    /// <summary>A sign of another width may be several; of texts made of nothing but such signs the beginning decides.</summary>
    public const int MaxKey = 4 * AssetLimits.SerialNo;

    private const int Batch = 2_000;

    /// <summary>The comparable form.</summary>
    public static string Key(string? serial) => TextRule.Cut(TextRule.Key(serial), MaxKey)!;

    /// <summary>The serial numbers on file that are one of these, as they stand there.</summary>
    public static async Task<IReadOnlyList<string>> Filed(AfterSalesDb db, IEnumerable<string> serials, CancellationToken stop)
    {
        var found = new List<string>();
        foreach (var keys in serials.Select(Key).Distinct().Chunk(Batch))
        {
            found.AddRange(await db.Assets.Where(a => keys.Contains(a.SerialKey)).Select(a => a.SerialNo).ToListAsync(stop));
        }

        return found;
    }
}
