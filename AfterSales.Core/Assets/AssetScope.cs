using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>Which machines a person may see: all with <see cref="Permission.ReadAll"/>, an engineer those of own jobs.</summary>
internal static class AssetScope
{
    /// <summary>The machines that the actor may see.</summary>
    public static IQueryable<Asset> VisibleTo(this IQueryable<Asset> assets, AfterSalesDb db, Actor actor)
    {
        var cases = db.Cases.VisibleTo(db, actor);
        return actor.May(Permission.ReadAll) ? assets : assets.Where(a => cases.Any(c => c.AssetId == a.Id));
    }

    /// <summary>Throws <see cref="MissingException"/> when the machine is not there for the actor.</summary>
    public static async Task Must(AfterSalesDb db, Actor actor, long assetId, CancellationToken stop)
    {
        if (!await db.Assets.Where(a => a.Id == assetId).VisibleTo(db, actor).AnyAsync(stop))
        {
            throw new MissingException($"machine {assetId}");
        }
    }
}
