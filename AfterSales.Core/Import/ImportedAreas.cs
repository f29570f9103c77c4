using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>
/// Areas made on the way of an import. They go when it is undone, where nobody took them up meanwhile: nothing and nobody
/// belongs to them, and they stand as they were made. One that was kept for another import's sake goes with that one; one that
/// what is brought back belongs to is made again.
/// </summary>
internal static class ImportedAreas
{
    private const int Batch = 1_000;

    /// <summary>An area that nobody knows is made: its name is its code. Answers the codes.</summary>
    public static async Task<List<string>> Make(Write write, IReadOnlyList<string> unknown)
    {
        // Since the lists were read somebody may have made it.
        var there = unknown.Count == 0 ? [] : await write.Db.Areas.Where(a => unknown.Contains(a.Code)).Select(a => a.Code).ToListAsync(write.Stop);
        List<string> made = [.. unknown.Except(there)];
        foreach (var code in made)
        {
            write.Db.Areas.Add(new Area { Code = code, NameZh = code, NameEn = code, ValidFrom = Defaults.Beginning });
            write.Touch("settings");
        }

        return made;
    }

    /// <summary>Takes those of a batch that is undone away, and those that earlier undone ones had to leave.</summary>
    public static async Task Remove(Write write, ImportBatch batch)
    {
        var db = write.Db;
        var made = (await db.ImportBatches.AsNoTracking().Where(b => b.Id == batch.Id || b.UndoneAt != null).Select(b => b.Areas).ToListAsync(write.Stop)).SelectMany(a => a).ToHashSet();
        var left = (await db.Areas.ToListAsync(write.Stop)).GroupBy(a => a.Code).Where(g => made.Contains(g.Key) && g.Count() == 1).Select(g => g.Single()).Where(AsMade).ToList();
        foreach (var some in left.Chunk(Batch))
        {
            var used = await Used(db, [.. some.Select(a => a.Code)], write.Stop);
            foreach (var area in some.Where(a => !used.Contains(a.Code)))
            {
                db.Areas.Remove(area);
                write.Touch("settings");
            }
        }

        await db.SaveChangesAsync(write.Stop);
    }

    private static bool AsMade(Area a) => a is { ValidTo: null, SupervisorId: null, DistanceKm: null, Sort: 0 } && a.ValidFrom == Defaults.Beginning && a.NameZh == a.Code && a.NameEn == a.Code;

    /// <summary>Which of the areas anything or anybody belongs to: each table is asked once for all of them.</summary>
    private static async Task<HashSet<string>> Used(AfterSalesDb db, List<string> codes, CancellationToken stop)
    {
        IQueryable<string?>[] tables =
        [
            db.Customers.Select(x => x.Area), db.Sites.Select(x => x.Area), db.Users.Select(x => x.Area), db.Cases.Select(x => x.Area),
            db.WorkOrders.Select(x => x.Area), db.Callbacks.Select(x => x.Area), db.CaseFacts.Select(x => x.Area),
        ];
        var used = new HashSet<string>();
        foreach (var areas in tables)
        {
            used.UnionWith((await areas.Where(a => codes.Contains(a!)).Distinct().ToListAsync(stop)).OfType<string>());
        }

        return used;
    }
}
