using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Writes a plan in the caller's transaction: new rows in bulk, changed ones through the tracker with their audit.</summary>
internal sealed class ImportWriting
{
    private const int Batch = 1_000;
    private readonly Write write;
    private readonly ImportPlan plan;
    private readonly Stored stored;
    private readonly ListBook book;
    private readonly BulkWriter bulk;
    private readonly ImportBatch batch;
    private readonly NumberCounters numbers;
    private readonly IProgress<ImportProgress>? progress;
    private readonly int all;
    private int done;

    private ImportWriting(Write write, ImportPlan plan, Stored stored, ListBook book, BulkWriter bulk, ImportBatch batch, NumberCounters numbers, IProgress<ImportProgress>? progress)
    {
        (this.write, this.plan, this.stored, this.book, this.bulk, this.batch, this.numbers, this.progress) = (write, plan, stored, book, bulk, batch, numbers, progress);
        all = plan.Count(RowState.New) + plan.Count(RowState.Changed);
    }

    /// <summary>Writes it; the batch's row is in the tracker.</summary>
    public static async Task Write(Write write, ImportPlan plan, Stored stored, ListBook book, PeopleBook people, ImportBatch batch, IProgress<ImportProgress>? progress)
    {
        var unknown = plan.Rows(SheetKind.Cases).Any(r => r.State is RowState.New or RowState.Changed && r.Values[CaseCell.ArrivedAt] is not null && people.Find(r.Text(CaseCell.Engineer)) is null);
        var nobody = unknown ? await NobodyKnown.Id(write) : 0;
        await write.Db.SaveChangesAsync(write.Stop);
        await using var bulk = await BulkWriter.Within(write.Db, write.Stop);
        var numbers = await NumberCounters.Read(write.Db, write.Stop);
        var writing = new ImportWriting(write, plan, stored, book, bulk, batch, numbers, progress);
        await writing.Customers();
        await writing.Assets();
        await writing.Cases(new CaseSetting(await write.Db.ServicePolicies.AsNoTracking().ToListAsync(write.Stop), book, people, write.Actor, batch.FileName, nobody, write.Now, write.Zone, numbers, bulk.Key));
        await numbers.Save(write.Db, write.Stop);
        await bulk.CountOn(write.Stop);
    }

    private IEnumerable<ImportRow[]> Of(SheetKind kind, RowState state)
    {
        foreach (var rows in plan.Rows(kind).Where(r => r.State == state).Chunk(Batch))
        {
            yield return rows;
            foreach (var row in rows.Where(r => r.State == RowState.New))
            {
                row.Release();
            }
        }
    }

    private void Tell(int rows)
    {
        write.Stop.ThrowIfCancellationRequested();
        progress?.Report(new(ImportStage.Writing, done += rows, all));
    }

    private ImportedRow Trace(ImportRow row, long subject, long mark) => new()
    {
        BatchId = batch.Id, Sheet = row.Sheet.Kind!.Value, SubjectId = subject, Mark = mark, Before = row.Before is { } before ? ImportTrace.Pack(row.Sheet.Kind.Value, before) : null,
    };

    private async Task Customers()
    {
        foreach (var rows in Of(SheetKind.Customers, RowState.New))
        {
            var customers = rows.Select(r => CustomerWriting.New(r.Values, book, bulk.Key)).ToList();
            bulk.Write(customers);
            bulk.Write([.. customers.SelectMany(SearchTails.Whole), .. rows.Zip(customers, (r, c) => Trace(r, c.Id, Print.Of(c)))]);
            foreach (var customer in customers)
            {
                stored.Customers[customer.Code] = customer;
                numbers.Pass("KH", customer.Code);
            }

            Tell(rows.Length);
        }

        await bulk.CountOn(write.Stop);
        foreach (var rows in Of(SheetKind.Customers, RowState.Changed))
        {
            var opened = (await CustomerWriting.Open(write, [.. rows.Select(r => r.Id)])).ToDictionary(c => c.Id);
            foreach (var row in rows)
            {
                CustomerWriting.Change(write, stored.Customers[row.Key] = opened[row.Id], book, row.Before!, row.Values);
            }

            await write.Db.SaveChangesAsync(write.Stop);
            bulk.Write([.. rows.Select(r => Trace(r, r.Id, Print.Of(opened[r.Id])))]);
            Tell(rows.Length);
        }

        await bulk.Count(write.Stop);
        write.Touch("customers");
    }

    private async Task Assets()
    {
        var writing = new AssetWriting(book, code => stored.Customers[code]);
        var maintained = Maintained();
        foreach (var rows in Of(SheetKind.Assets, RowState.New))
        {
            var assets = rows.Select(r => writing.New(r.Values, maintained.TryGetValue(r.Key, out var day) ? day : null)).ToList();
            bulk.Write(assets);
            bulk.Write([.. assets.SelectMany(SearchTails.Of), .. rows.Zip(assets, (r, a) => Trace(r, a.Id, Print.Of(a)))]);
            assets.ForEach(a => stored.Assets[a.SerialNo] = a);
            Tell(rows.Length);
        }

        await bulk.CountOn(write.Stop);
        foreach (var rows in Of(SheetKind.Assets, RowState.Changed))
        {
            var ids = rows.Select(r => r.Id).ToList();
            var assets = await write.Db.Assets.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, write.Stop);
            foreach (var row in rows)
            {
                writing.Change(write, assets[row.Id], row.Values);
                stored.Assets[row.Key] = assets[row.Id];
            }

            await write.Db.SaveChangesAsync(write.Stop);
            bulk.Write([.. rows.Select(r => Trace(r, r.Id, Print.Of(assets[r.Id])))]);
            Tell(rows.Length);
        }

        await bulk.Count(write.Stop);
        write.Touch("assets");
    }

    /// <summary>The last maintenance that the file tells of, by serial.</summary>
    private Dictionary<string, DateOnly> Maintained() => plan.Rows(SheetKind.Cases)
        .Where(r => r.Stands && r.Get<CaseType>(CaseCell.Type) == CaseType.Maintenance && r.Text(CaseCell.SerialNo) is not null && r.Get<DateTime>(CaseCell.ResolvedAt) is not null)
        .GroupBy(r => r.Text(CaseCell.SerialNo)!).ToDictionary(g => g.Key, g => DateOnly.FromDateTime(g.Max(r => r.Get<DateTime>(CaseCell.ResolvedAt)!.Value)));

    private async Task Cases(CaseSetting setting)
    {
        foreach (var rows in Of(SheetKind.Cases, RowState.New).Concat(Of(SheetKind.Cases, RowState.Changed)))
        {
            await CaseRemoval.Remove(write.Db, [.. rows.Where(r => r.Id > 0).Select(r => r.Id)], write.Stop);
            var built = rows.Select(r => CaseBuilder.Build(setting, r.Values, r.Id, stored.Customers[r.Text(CaseCell.CustomerCode)!], r.Text(CaseCell.SerialNo) is { } serial ? stored.Assets[serial] : null)).ToList();
            bulk.Write([.. built.SelectMany(b => b.Rows)]);
            bulk.Write([.. rows.Zip(built, (r, b) => Trace(r, b.Case.Id, b.Case.Events[^1].Id))]);
            built.ForEach(b => numbers.Pass("SC", b.Case.Number));
            await CaseAudit.Tell(write, book, rows);
            Tell(rows.Length);
        }

        write.Touch("cases");
        write.Touch("callbacks");
    }
}
