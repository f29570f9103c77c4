using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>撤销导入: an import goes away as a whole, as long as nothing was built on it.</summary>
public sealed class ImportUndoing(Writer writer, Lists lists, Actor actor)
{
    /// <summary>Takes the batch back; refused with on how many records something was built, and on the first of each kind what.</summary>
    public async Task<Result> Undo(long batchId, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Import);
        var book = await lists.Book(stop);
        return await writer.Run(request, async write =>
        {
            await Writer.Alone(write);
            var batch = await write.Db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, write.Stop) ?? throw new MissingException($"import {batchId}");
            var against = batch.UndoneAt is not null ? [new Problem("Import.AlreadyUndone", null, batch.UndoneAt)] : await BuiltOn.Of(write.Db, batch, write.Zone, write.Stop);
            if (against.Count > 0)
            {
                return Result.Refused(against);
            }

            await TakeBack(write, batch, book);
            var undone = await write.Db.ImportBatches.SingleAsync(b => b.Id == batchId, write.Stop);
            (undone.UndoneAt, undone.UndoneById) = (write.Now, actor.Id);
            write.Touch("cases");
            write.Touch("customers");
            write.Touch("assets");
            write.Touch("callbacks");
            return Result.Done;
        }, stop);
    }

    /// <summary>What the batch brought goes and what it changed stands again as before: cases first, since they stand on the rest.</summary>
    private static async Task TakeBack(Write write, ImportBatch batch, ListBook book)
    {
        var restoring = new ImportRestoring(write, batch, book);
        await restoring.TakeCases();
        await Remove(write, batch.Id, SheetKind.Cases);
        await restoring.Assets();
        await Remove(write, batch.Id, SheetKind.Assets);
        await restoring.Customers();
        await restoring.Cases();
        await Remove(write, batch.Id, SheetKind.Customers);
        await ImportedAreas.Remove(write, batch);
        await write.Db.ImportedRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(write.Stop);
    }

    private static async Task Remove(Write write, long batchId, SheetKind kind)
    {
        const int Most = 1_000;
        var ids = await write.Db.ImportedRows.Where(r => r.BatchId == batchId && r.Sheet == kind && r.Before == null).Select(r => r.SubjectId).ToListAsync(write.Stop);
        foreach (var some in ids.Chunk(Most))
        {
            await (kind switch
            {
                SheetKind.Cases => CaseRemoval.Remove(write.Db, some, write.Stop),
                SheetKind.Assets => Assets(write, some),
                _ => Customers(write, some),
            });
        }
    }

    private static async Task Assets(Write write, IReadOnlyList<long> ids)
    {
        await write.Db.SearchKeys.Where(k => k.Subject == SearchSubject.Asset && ids.Contains(k.SubjectId)).ExecuteDeleteAsync(write.Stop);
        await write.Db.Assets.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(write.Stop);
    }

    private static async Task Customers(Write write, IReadOnlyList<long> ids)
    {
        await write.Db.SearchKeys.Where(k => ids.Contains(k.CustomerId)).ExecuteDeleteAsync(write.Stop);
        await write.Db.ContactPhones.Where(p => ids.Contains(p.CustomerId)).ExecuteDeleteAsync(write.Stop);
        await write.Db.Contacts.Where(p => ids.Contains(p.CustomerId)).ExecuteDeleteAsync(write.Stop);
        await write.Db.Sites.Where(p => ids.Contains(p.CustomerId)).ExecuteDeleteAsync(write.Stop);
        await write.Db.Customers.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(write.Stop);
    }
}
