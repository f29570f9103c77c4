using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace AfterSales.Core.Import;

/// <summary>导出 of the firm's own records: the workbook that import takes, written row by row.</summary>
public sealed class RecordsExport(IDbContextFactory<AfterSalesDb> factory, ExportTrail trail, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>What the audit trail calls it.</summary>
    public const string Entity = "Records";

    private const int Batch = 2_000;

    /// <summary>Writes it with heads and words of a language; who took what out of the house is in the trail before the first row is.</summary>
    public async Task Write(Stream to, string culture, CancellationToken stop = default)
    {
        actor.Must(Permission.Import);
        await using var db = await factory.CreateDbContextAsync(stop);
        var counts = new[] { await db.Customers.CountAsync(stop), await db.Assets.CountAsync(stop), await db.Cases.CountAsync(stop) };
        await trail.Note(Entity, Entity, "", string.Join(" + ", counts), reveals: !actor.SeesNumbers(), stop);
        var (book, people) = (await lists.Book(stop), await PeopleBook.Read(db, stop));
        var sheets = new Dictionary<string, object>();
        foreach (var (kind, rows) in new[] { (SheetKind.Customers, Customers(db, stop)), (SheetKind.Assets, Assets(db, stop)), (SheetKind.Cases, new StoredCases(db, people, clock.Zone, stop).All()) })
        {
            sheets[Columns.SheetName(kind, culture)] = new RowsReader(kind, rows.GetAsyncEnumerator(stop), culture, book);
        }

        await MiniExcel.SaveAsAsync(to, sheets, configuration: Look(), cancellationToken: stop);
        await WholeCharacters.Mend(to, stop);
    }

    private static OpenXmlConfiguration Look() => new()
    {
        TableStyles = TableStyles.Default,
        AutoFilter = true,
        FreezeRowCount = 1,
    };

    private static async IAsyncEnumerable<object?[]> Customers(AfterSalesDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var after = 0L;
        while (await db.Customers.AsNoTracking().Include(c => c.Sites).Include(c => c.Contacts).ThenInclude(c => c.Phones).AsSplitQuery()
            .Where(c => c.Id > after && c.MergedIntoId == null).OrderBy(c => c.Id).Take(Batch).ToListAsync(stop) is { Count: > 0 } batch)
        {
            foreach (var customer in batch)
            {
                yield return RowValues.Of(customer);
            }

            after = batch[^1].Id;
        }
    }

    private static async IAsyncEnumerable<object?[]> Assets(AfterSalesDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var after = 0L;
        while (await db.Assets.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(Batch)
            .Select(a => new { Asset = a, Owner = db.Customers.Where(c => c.Id == a.CustomerId).Select(c => c.Code).First(), Dealer = db.Customers.Where(c => c.Id == a.DealerId).Select(c => c.Code).FirstOrDefault() })
            .ToListAsync(stop) is { Count: > 0 } batch)
        {
            foreach (var row in batch)
            {
                yield return RowValues.Of(row.Asset, row.Owner, row.Dealer);
            }

            after = batch[^1].Asset.Id;
        }
    }
}
