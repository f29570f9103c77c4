using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Rows that a batch changed, brought back to what they were.</summary>
internal sealed class ImportRestoring(Write write, ImportBatch batch, ListBook book)
{
    public async Task Restore(IReadOnlyList<ImportedRow> changed)
    {
        var people = await PeopleBook.Read(write.Db, write.Stop);
        foreach (var row in changed.Where(r => r.Sheet == SheetKind.Customers))
        {
            var customer = await CustomerWriting.Open(write, row.SubjectId);
            CustomerWriting.Change(write, customer, RowValues.Of(customer), ImportTrace.Unpack(SheetKind.Customers, row.Before!));
            await write.Db.SaveChangesAsync(write.Stop);
            await Mark(row, customer.Version);
        }

        await Assets([.. changed.Where(r => r.Sheet == SheetKind.Assets)]);
        await Cases([.. changed.Where(r => r.Sheet == SheetKind.Cases)], people);
    }

    private async Task Assets(IReadOnlyList<ImportedRow> rows)
    {
        var stored = new Stored(write.Db, write.Stop);
        var before = rows.ToDictionary(r => r.SubjectId, r => ImportTrace.Unpack(SheetKind.Assets, r.Before!));
        await stored.ReadCustomers(before.Values.SelectMany(v => new[] { v[AssetCell.CustomerCode] as string, v[AssetCell.SoldBy] as string }).OfType<string>().Where(c => c.Length > 0));
        var writing = new AssetWriting(book, code => stored.Customers[code]);
        foreach (var row in rows)
        {
            var asset = await write.Db.Assets.SingleAsync(a => a.Id == row.SubjectId, write.Stop);
            writing.Change(write, asset, before[row.SubjectId]);
            await write.Db.SaveChangesAsync(write.Stop);
            await Mark(row, asset.Version);
        }
    }

    private async Task Cases(IReadOnlyList<ImportedRow> rows, PeopleBook people)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var stored = new Stored(write.Db, write.Stop);
        var before = rows.ToDictionary(r => r.SubjectId, r => ImportTrace.Unpack(SheetKind.Cases, r.Before!));
        await stored.ReadCustomers(before.Values.Select(v => (string)v[CaseCell.CustomerCode]!));
        await stored.ReadAssets(before.Values.Select(v => v[CaseCell.SerialNo] as string).OfType<string>());
        var now = await new StoredCases(write.Db, people, write.Zone, write.Stop).Read([.. before.Values.Select(v => (string)v[CaseCell.No]!)]);
        await CaseRemoval.Remove(write.Db, [.. before.Keys], write.Stop);
        await using var bulk = await BulkWriter.Within(write.Db, write.Stop);
        var numbers = await NumberCounters.Read(write.Db, write.Stop);
        var setting = new CaseSetting(
            await write.Db.ServicePolicies.AsNoTracking().ToListAsync(write.Stop), book, people, write.Actor, batch.FileName, await NobodyKnown.Id(write), write.Now, write.Zone, numbers, bulk.Key);
        foreach (var row in rows)
        {
            var values = before[row.SubjectId];
            var built = CaseBuilder.Build(setting, values, row.SubjectId, stored.Customers[(string)values[CaseCell.CustomerCode]!], values[CaseCell.SerialNo] is string serial ? stored.Assets[serial] : null);
            bulk.Write(built.Rows);
            write.Db.AuditEntries.Add(CaseAudit.Entry(write, book, built.Case.Number, now[built.Case.Number].Values, values));
            await Mark(row, built.Case.Events[^1].Id);
        }

        await numbers.Save(write.Db, write.Stop);
        await bulk.CountOn(write.Stop);
    }

    /// <summary>An earlier import of the row finds it as it left it.</summary>
    private Task Mark(ImportedRow row, long mark) => write.Db.ImportedRows
        .Where(r => r.Sheet == row.Sheet && r.SubjectId == row.SubjectId && r.BatchId != batch.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Mark, mark), write.Stop);
}
