using AfterSales.Core.Data;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>设备编号 compared whatever its case and width: FA-1 and fa-1 are one machine.</summary>
internal static class SerialRule
{
    private const int Batch = 2_000;

    /// <summary>The comparable form.</summary>
    public static string Key(string? serial) => TextRule.Key(serial);

    /// <summary>The serial numbers on file that are one of these, as they stand there; found by what search finds them by.</summary>
    public static async Task<IReadOnlyList<string>> Filed(AfterSalesDb db, IReadOnlyList<string> serials, CancellationToken stop)
    {
        var (wanted, found) = (serials.Select(Key).ToHashSet(), new List<string>());
        foreach (var tails in serials.Select(s => TextRule.Cut(SearchTails.Key(s), SearchKey.MaxLength)!).Distinct().Chunk(Batch))
        {
            found.AddRange(await db.SearchKeys.Where(k => k.Subject == SearchSubject.Asset && tails.Contains(k.Tail)).Join(db.Assets, k => k.SubjectId, a => a.Id, (k, a) => a.SerialNo).ToListAsync(stop));
        }

        return [.. found.Where(s => wanted.Contains(Key(s))).Distinct()];
    }
}
