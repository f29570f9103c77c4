using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>
/// Areas made on the way of an import. They go when it is undone, where nobody took them up meanwhile: nothing and nobody
/// belongs to them, and they stand as they were made. One that was kept for another import's sake goes with that one.
/// </summary>
internal static class ImportedAreas
{
    /// <summary>An area that nobody knows is made: its name is its code. Answers the codes.</summary>
    public static async Task<List<string>> Make(Write write, ImportPlan plan, ListBook book)
    {
        var unknown = plan.Rows(SheetKind.Customers).Where(r => r.State is RowState.New or RowState.Changed).Select(r => r.Text(CustomerCell.Area)).OfType<string>().Where(a => book.AreaOf(a) is null).Distinct().ToList();
        // Since the lists were read somebody may have made it; one that has ended is there too.
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
        var made = (await db.ImportBatches.AsNoTracking().Where(b => b.Id == batch.Id || b.UndoneAt != null).Select(b => b.Areas).ToListAsync(write.Stop)).SelectMany(a => a).Distinct().ToList();
        foreach (var code in made)
        {
            if (await db.Areas.Where(a => a.Code == code).ToListAsync(write.Stop) is [var only] && AsMade(only) && !await Used(db, code, write.Stop))
            {
                db.Areas.Remove(only);
                write.Touch("settings");
            }
        }

        await db.SaveChangesAsync(write.Stop);
    }

    private static bool AsMade(Area a) => a is { ValidTo: null, SupervisorId: null, DistanceKm: null, Sort: 0 } && a.NameZh == a.Code && a.NameEn == a.Code;

    private static async Task<bool> Used(AfterSalesDb db, string code, CancellationToken stop) =>
        await db.Customers.AnyAsync(x => x.Area == code, stop) || await db.Sites.AnyAsync(x => x.Area == code, stop) || await db.Users.AnyAsync(x => x.Area == code, stop)
        || await db.Cases.AnyAsync(x => x.Area == code, stop) || await db.WorkOrders.AnyAsync(x => x.Area == code, stop) || await db.Callbacks.AnyAsync(x => x.Area == code, stop)
        || await db.CaseFacts.AnyAsync(x => x.Area == code, stop);
}
