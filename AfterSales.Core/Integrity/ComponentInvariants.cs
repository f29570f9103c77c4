using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>Machine by machine, the components are a tree: none sits in itself, over however many steps.</summary>
internal static class ComponentInvariants
{
    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, CancellationToken stop)
    {
        var findings = new List<Finding>();
        var inner = db.Components.AsNoTracking().Where(c => c.WithinId != null).OrderBy(c => c.AssetId).ThenBy(c => c.Id).Select(c => new Step(c.AssetId, c.Id, c.WithinId!.Value));
        var machine = new Dictionary<long, long>();
        long? asset = null;
        await foreach (var step in inner.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (step.AssetId != asset)
            {
                findings.AddRange(Loops(machine));
                machine.Clear();
                asset = step.AssetId;
            }

            machine[step.Id] = step.WithinId;
        }

        return [.. findings, .. Loops(machine)];
    }

    /// <summary>Whoever goes outward from such a one comes back to it.</summary>
    private static IEnumerable<Finding> Loops(Dictionary<long, long> within) =>
        within.Keys.Where(id => Outward(within, id).Contains(id)).Select(id => new Finding("ComponentInItself", $"component {id}")).ToList();

    private static HashSet<long> Outward(Dictionary<long, long> within, long id)
    {
        var met = new HashSet<long>();
        while (within.TryGetValue(id, out var outer) && met.Add(outer))
        {
            id = outer;
        }

        return met;
    }

    private sealed record Step(long AssetId, long Id, long WithinId);
}
