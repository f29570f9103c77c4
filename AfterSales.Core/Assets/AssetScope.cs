using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;

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
}
