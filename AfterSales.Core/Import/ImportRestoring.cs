using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Rows that a batch changed, brought back to what they were; so many at a time, each lot forgotten once it is saved.</summary>
internal sealed class ImportRestoring(Write write, ImportBatch batch, ListBook book)
{
    private const int Batch = 500;
    private readonly Dictionary<string, (long Id, object?[] Values)> cases = [];

    /// <summary>Customers lose what the batch added to them, so what stood on that is gone by now.</summary>
    public async Task Customers()
    {
        await foreach (var (rows, before) in Changed(SheetKind.Customers))
        {
            await ImportedAreas.Make(write, [.. before.Values.Select(v => v[CustomerCell.Area]).OfType<string>().Distinct()]);
            var ids = rows.Select(r => r.SubjectId).ToList();
            foreach (var customer in await CustomerWriting.Open(write, ids))
            {
                CustomerWriting.Change(write, customer, book, RowValues.Of(customer, before[customer.Id]), before[customer.Id]);
            }

            await Saved();
        }
    }

    /// <summary>Machines go back where they were, and the batch's moves leave their history.</summary>
    public async Task Assets()
    {
        var stored = new Stored(write.Db, write.Stop);
        await foreach (var (rows, before) in Changed(SheetKind.Assets))
        {
            await stored.ReadCustomers(before.Values.SelectMany(v => new[] { v[AssetCell.CustomerCode] as string, v[AssetCell.SoldBy] as string }).OfType<string>().Where(c => c.Length > 0));
            var writing = new AssetWriting(book, code => stored.Customers[code]);
            var ids = rows.Select(r => r.SubjectId).ToList();
            var moves = await BuiltOn.Moves(write.Db, batch).Where(m => ids.Contains(m.AssetId)).ToDictionaryAsync(m => m.AssetId, write.Stop);
            foreach (var asset in await write.Db.Assets.Where(a => ids.Contains(a.Id)).ToListAsync(write.Stop))
            {
                if (moves.TryGetValue(asset.Id, out var move))
                {
                    (asset.CustomerId, asset.SiteId) = (move.FromCustomerId, move.FromSiteId);
                    write.Db.AssetMoves.Remove(move);
                }

                writing.Fill(asset, before[asset.Id]);
            }

            await Saved();
        }
    }

    /// <summary>Takes the changed cases away for now, and keeps how they stood.</summary>
    public async Task TakeCases()
    {
        var people = await PeopleBook.Read(write.Db, write.Stop);
        await foreach (var (_, before) in Changed(SheetKind.Cases))
        {
            var now = await new StoredCases(write.Db, people, write.Zone, write.Stop).Read([.. before.Values.Select(v => (string)v[CaseCell.No]!)]);
            foreach (var (number, found) in now)
            {
                cases[number] = found;
            }

            await CaseRemoval.Remove(write.Db, [.. before.Keys], write.Stop);
        }
    }

    /// <summary>Makes them anew as they were.</summary>
    public async Task Cases()
    {
        if (cases.Count == 0)
        {
            return;
        }

        await using var bulk = await BulkWriter.Within(write.Db, write.Stop);
        var numbers = await NumberCounters.Read(write.Db, write.Stop);
        var setting = new CaseSetting(
            await write.Db.ServicePolicies.AsNoTracking().ToListAsync(write.Stop), book, await PeopleBook.Read(write.Db, write.Stop), write.Actor, batch.FileName, await NobodyKnown.Id(write), write.Now, write.Zone, numbers, bulk.Key);
        await foreach (var (rows, before) in Changed(SheetKind.Cases))
        {
            var stored = new Stored(write.Db, write.Stop);
            await stored.ReadCustomers(before.Values.Select(v => (string)v[CaseCell.CustomerCode]!));
            await stored.ReadAssets(before.Values.Select(v => v[CaseCell.SerialNo] as string).OfType<string>());
            var built = rows.Select(r => (Row: r, Values: before[r.SubjectId])).Select(x => CaseBuilder.Build(
                setting, x.Values, x.Row.SubjectId, stored.Customers[(string)x.Values[CaseCell.CustomerCode]!], x.Values[CaseCell.SerialNo] is string serial ? stored.Assets[serial] : null)).ToList();
            bulk.Write([.. built.SelectMany(b => b.Rows)]);
            write.Db.AuditEntries.AddRange(built.Select(b => CaseAudit.Entry(write, book, b.Case.Number, cases[b.Case.Number].Values, before[b.Case.Id])));
            await Mark(built.ToDictionary(b => b.Case.Id, b => b.Case.Events[^1].Id));
            await Saved();
        }

        await numbers.Save(write.Db, write.Stop);
        await bulk.CountOn(write.Stop);
    }

    /// <summary>An earlier import of a case finds it as it left it.</summary>
    private async Task Mark(Dictionary<long, long> last)
    {
        foreach (var row in await write.Db.ImportedRows.Where(r => r.Sheet == SheetKind.Cases && last.Keys.Contains(r.SubjectId) && r.BatchId != batch.Id).ToListAsync(write.Stop))
        {
            row.Mark = last[row.SubjectId];
        }
    }

    private async IAsyncEnumerable<(IReadOnlyList<ImportedRow> Rows, Dictionary<long, object?[]> Before)> Changed(SheetKind kind)
    {
        var after = 0L;
        while (await write.Db.ImportedRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Sheet == kind && r.Before != null && r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(write.Stop) is { Count: > 0 } rows)
        {
            yield return (rows, rows.ToDictionary(r => r.SubjectId, r => ImportTrace.Unpack(kind, r.Before!)));
            after = rows[^1].Id;
        }
    }

    private async Task Saved()
    {
        await write.Db.SaveChangesAsync(write.Stop);
        write.Db.ChangeTracker.Clear();
    }
}
