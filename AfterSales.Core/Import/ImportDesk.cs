using System.Security.Cryptography;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>导入 of a firm's own records (DOMAIN 10): looked at first, then taken in as a whole; the same file again changes nothing.</summary>
public sealed class ImportDesk(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    private const int MostListed = 100;

    /// <summary>Dry run: what would become of each row. Writes nothing.</summary>
    public async Task<Result<ImportReport>> Check(ImportFile file, ImportChoice choice, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        actor.Must(Permission.Import);
        try
        {
            await using var db = await factory.CreateDbContextAsync(stop);
            var read = await Read(db, file, choice, progress, stop);
            var planner = new ImportPlanner(db, read.Book, read.People, clock.Now, clock.Zone, choice, stop);
            return (await planner.Plan(read.Sheets, read.Reading, progress)).Report(file, null, read.Book, actor);
        }
        catch (UnreadableException e)
        {
            return e.Problem;
        }
    }

    /// <summary>
    /// Takes the file in: right rows go in, wrong ones are told; everything of it or, killed on the way, nothing. A file with
    /// nothing new leaves no batch. What was mapped on screen is remembered.
    /// </summary>
    public async Task<Result<ImportReport>> Run(ImportFile file, ImportChoice choice, Guid request, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        actor.Must(Permission.Import);
        try
        {
            ImportPlan? plan = null;
            var read = await ReadFirst(file, choice, progress, stop);
            ListBook? book = null;
            var done = await writer.Run<long>(request, async write =>
            {
                // Done again after a clash, the rows are read again: planning gives each its state.
                var mine = Interlocked.Exchange(ref read, null) ?? await Read(write.Db, file, choice, progress, stop);
                book = mine.Book;
                (plan, var batch) = await Take(write, file, choice, mine, progress);
                return batch ?? 0;
            }, stop);
            if (!done.Ok)
            {
                return Result<ImportReport>.Refused(done.Problems);
            }

            long? id = done.Value == 0 ? null : done.Value;
            return plan?.Report(file, id, book!, actor) ?? new ImportReport([], [], [], [], id);
        }
        catch (UnreadableException e)
        {
            return e.Problem;
        }
    }

    /// <summary>The latest imports.</summary>
    public async Task<IReadOnlyList<BatchView>> Batches(CancellationToken stop = default)
    {
        actor.Must(Permission.Import);
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.ImportBatches.AsNoTracking().OrderByDescending(b => b.Id).Take(MostListed).Select(b => new BatchView(
            b.Id, b.At, db.Users.Where(p => p.Id == b.PersonId).Select(p => p.Name).FirstOrDefault(), b.FileName, b.New, b.Changed, b.Unchanged, b.Rejected,
            b.UndoneAt, db.Users.Where(p => p.Id == b.UndoneById).Select(p => p.Name).FirstOrDefault())).ToListAsync(stop);
    }

    private async Task<(ImportPlan Plan, long? Batch)> Take(Write write, ImportFile file, ImportChoice choice, ReadFile read, IProgress<ImportProgress>? progress)
    {
        await Writer.Alone(write);
        await HeadMemory.Keep(write, [.. (choice.Heads ?? []).Where(h => read.Sheets.Any(s => s.Kind == h.Sheet))]);
        var planner = new ImportPlanner(write.Db, read.Book, read.People, write.Now, write.Zone, choice, write.Stop);
        var plan = await planner.Plan(read.Sheets, read.Reading, progress);
        if (plan.Count(RowState.New) + plan.Count(RowState.Changed) == 0)
        {
            return (plan, null);
        }

        var areas = await ImportedAreas.Make(write, plan.NewAreas(read.Book));
        var batch = new ImportBatch
        {
            At = write.Now, PersonId = actor.Id, FileName = Short(file.Name), Hash = read.Hash,
            Areas = areas, New = plan.Count(RowState.New), Changed = plan.Count(RowState.Changed), Unchanged = plan.Count(RowState.Unchanged), Rejected = plan.Count(RowState.Rejected) + plan.Count(RowState.HeldBack),
        };
        write.Db.ImportBatches.Add(batch);
        await write.Db.SaveChangesAsync(write.Stop);
        await ImportWriting.Write(write, plan, planner.Stored, read.Book, read.People, batch, progress);
        return (plan, batch.Id);
    }

    /// <summary>Before it is the file's turn to be written, so that reading it keeps nobody waiting.</summary>
    private async Task<ReadFile?> ReadFirst(ImportFile file, ImportChoice choice, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        return await Read(db, file, choice, progress, stop);
    }

    private async Task<ReadFile> Read(AfterSalesDb db, ImportFile file, ImportChoice choice, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var (book, people) = (await lists.Book(stop), await PeopleBook.Read(db, stop));
        var reading = new FileReading(new CellReader(book, people), new HeadFinder(await HeadMemory.Read(db, stop), choice), progress, stop);
        return new(reading.Read(file), reading, book, people, Hash(file));
    }

    private static string Short(string name) => name.Length > ImportBatch.FileNameLength ? name[..ImportBatch.FileNameLength] : name;

    private static string Hash(ImportFile file)
    {
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private sealed record ReadFile(IReadOnlyList<ReadSheet> Sheets, FileReading Reading, ListBook Book, PeopleBook People, string Hash);
}
