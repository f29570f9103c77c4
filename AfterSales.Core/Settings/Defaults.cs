using AfterSales.Core.Data;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Settings;

/// <summary>
/// The rows that ship with the product and hold from the beginning of time, so that imported history is judged by them
/// too. What an administrator changed, renamed or ended stays as it is: only codes that never existed are added.
/// </summary>
public static partial class Defaults
{
    /// <summary>From when the rows hold.</summary>
    public static readonly DateTimeOffset Beginning = DateTimeOffset.UnixEpoch;

    /// <summary>Adds what is missing; to be called at each start after the migration.</summary>
    public static async Task Ensure(AfterSalesDb db, DateTimeOffset now, CancellationToken stop = default)
    {
        db.Now = now;
        await Add(db, [Standard()], stop);
        await Add(db, Targets(), stop);
        await Add(db, Warranties(), stop);
        await Add(db, [Payers()], stop);
        await Add(db, Areas(), stop);
        await Add(db, Lines(), stop);
        await Add(db, Checklists(), stop);
        await AddTerms(db, stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task Add<T>(AfterSalesDb db, IEnumerable<T> rows, CancellationToken stop) where T : Dated
    {
        var known = await db.Set<T>().Select(r => r.Code).ToHashSetAsync(stop);
        db.AddRange(rows.Where(r => !known.Contains(r.Code)));
    }

    private static async Task AddTerms(AfterSalesDb db, CancellationToken stop)
    {
        var known = (await db.Terms.Select(t => new { t.Kind, t.Code }).ToListAsync(stop)).Select(t => (t.Kind, t.Code)).ToHashSet();
        db.AddRange(Reasons().Concat(Symptoms()).Where(t => !known.Contains((t.Kind, t.Code))));
    }
}
