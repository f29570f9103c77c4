using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Warranty;

/// <summary>
/// Parts replaced that somebody entered on the machine's page: for a fault they are replacements of their assembly, though no
/// case tells them; for a fault or wear the new one has the warranty of what is fitted in a repair. What was improved is
/// neither, nor is what a completed report replaced, which its case counts.
/// </summary>
internal static class PartsByHand
{
    public static async Task<IReadOnlyList<(long AssetId, PartFact Fact)>> Of(AfterSalesDb db, IReadOnlyCollection<long> assets, CancellationToken stop)
    {
        var replaced = await db.Components.AsNoTracking().Where(c => assets.Contains(c.AssetId) && (c.RemovedFor == RemovalReason.Fault || c.RemovedFor == RemovalReason.Wear) && c.RemovedOn != null && c.ReplacedById != null).OrderBy(c => c.Id).ToListAsync(stop);
        if (replaced.Count == 0)
        {
            return [];
        }

        var machines = replaced.Select(c => c.AssetId).Distinct().ToList();
        var all = await db.Components.AsNoTracking().Where(c => machines.Contains(c.AssetId)).ToDictionaryAsync(c => c.Id, stop);
        return [.. from c in replaced let assembly = AssemblyOf(all, c) where assembly is not null select (c.AssetId, new PartFact(c.RemovedOn!.Value, assembly, c.RemovedFor == RemovalReason.Fault))];
    }

    /// <summary>Its own assembly, else that of what it sits in.</summary>
    private static string? AssemblyOf(IReadOnlyDictionary<long, Component> all, Component c) =>
        c.Assembly ?? ComponentTree.Outside(all, c).Select(o => o.Assembly).FirstOrDefault(a => a is not null);
}
