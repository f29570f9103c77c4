using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.SampleData;

/// <summary>
/// The made-up history of a maker of cable machinery: customers, machines and their cases up to the present, told with
/// the product's own rules and written at once. What is broken off leaves nothing.
/// </summary>
public static class SampleHistory
{
    private const int Batch = 1_000;
    private const int Great = 20_000;

    /// <summary>Fills a database that has no customer yet; answers whether it did.</summary>
    public static async Task<bool> Ensure(AfterSalesDb db, SamplePlan plan, BusinessClock clock, CancellationToken stop = default)
    {
        if (await db.Customers.AnyAsync(stop))
        {
            return false;
        }

        await Usual(db, stop);
        return (await Write(db, plan, clock, null, stop)).Ok;
    }

    /// <summary>Areas that know no distance get their usual one.</summary>
    private static async Task Usual(AfterSalesDb db, CancellationToken stop)
    {
        foreach (var (area, km) in Places.Usual)
        {
            await db.Areas.Where(a => a.Code == area && a.DistanceKm == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.DistanceKm, km), stop);
        }
    }

    /// <summary>
    /// Adds the plan's history to whatever is there, reporting the cases told; the number of rows written. Without people
    /// for each part refused with <c>Commands.NoStaff</c>.
    /// </summary>
    public static async Task<Result<long>> Write(AfterSalesDb db, SamplePlan plan, BusinessClock clock, IProgress<int>? progress, CancellationToken stop)
    {
        var setting = await SampleSetting.Read(db, clock.Now, clock.Zone, stop);
        if (!setting.IsStaffed)
        {
            return new Problem("Commands.NoStaff");
        }

        var given = await db.NumberSeries.AsNoTracking().ToDictionaryAsync(s => s.Series, s => s.Last, stop);
        await using var writer = await BulkWriter.Open(db, plan.Cases > Great, stop);
        var (dice, ids) = (new Dice(plan.Seed), new Counters(writer, given));
        var hired = Crew.Hire(setting, plan, dice, writer.FirstId<Person>());
        writer.Write([.. hired]);
        setting.Join(hired);
        var begins = clock.Today.AddMonths(-plan.Months).AddDays(1);
        var world = new World(setting, dice, ids, begins);
        foreach (var rows in world.Found(plan.Customers, plan.Machines).Chunk(Batch))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(rows);
        }

        var stage = new Stage(setting, world, dice, ids);
        var told = 0;
        foreach (var stories in Stories(stage, plan, begins).Chunk(Batch))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write([.. stories.SelectMany(rows => rows)]);
            progress?.Report(told += stories.Length);
        }

        await Installed(db, stage.Moved, stop);
        await Series(db, ids, stop);
        await writer.Finish(stop);
        return writer.Rows;
    }

    /// <summary>Every story in the order of the intakes; one that another leads to takes the place of one by chance.</summary>
    private static IEnumerable<IReadOnlyList<object>> Stories(Stage stage, SamplePlan plan, DateOnly begins)
    {
        var waiting = WaitingWork.Of(plan.Waiting, stage.Setting, stage.Dice);
        var vehicles = Vehicles.Belong(stage.Setting, plan);
        var openings = Openings.Of(plan.Cases - waiting.Count - (vehicles ? Vehicles.Cases : 0), begins, stage.Setting.Now, stage.Setting.Zone, stage.Dice);
        var fates = openings.Select(at => new Fate(at)).Concat(waiting).OrderBy(f => f.OpenedAt).ToList();
        stage.Free = openings.Length;
        foreach (var fate in fates)
        {
            while (stage.Begun(fate.OpenedAt) is { } follow)
            {
                yield return CaseStory.Tell(stage, follow);
            }

            if (fate.Halt != Halt.Nowhere || stage.Takes())
            {
                yield return CaseStory.Tell(stage, fate);
            }
        }

        while (stage.Begun(DateTimeOffset.MaxValue) is { } last)
        {
            yield return CaseStory.Tell(stage, last);
        }

        foreach (var rows in vehicles ? Vehicles.Tell(stage) : [])
        {
            yield return rows;
        }
    }

    /// <summary>Machines are written before their installation is told.</summary>
    private static async Task Installed(AfterSalesDb db, IReadOnlyList<Assets.Asset> moved, CancellationToken stop)
    {
        foreach (var asset in moved)
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE "Assets" SET "InstalledOn" = {asset.InstalledOn}, "AcceptedOn" = {asset.AcceptedOn} WHERE "Id" = {asset.Id}""", stop);
        }
    }

    /// <summary>How far the numbers of each day have got.</summary>
    private static async Task Series(AfterSalesDb db, Counters ids, CancellationToken stop)
    {
        foreach (var series in ids.Series())
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "NumberSeries" ("Series", "Last") VALUES ({series.Series}, {series.Last}) ON CONFLICT ("Series") DO UPDATE SET "Last" = excluded."Last" """, stop);
        }
    }
}
