using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>表读数 of a machine: taken, corrected, taken off again.</summary>
public sealed class MeterDesk(Sight sight, Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>Readings that a machine's page shows.</summary>
    public const int Most = 200;

    /// <summary>The readings, the newest first; null where the machine has no meter.</summary>
    public async Task<MeterHistory?> Read(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var asset = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.SerialNo == serial, stop) ?? throw new MissingException($"machine {serial}");
        return await MeterFile.History(db, asset, Most, stop);
    }

    /// <summary>A reading apart from a case; one that falls is refused with the reading it contradicts, or begins a new meter.</summary>
    public Task<Result> Take(string serial, ReadingForm form, Guid request, CancellationToken stop = default) =>
        Change(serial, form.Check(clock.Today), request, (write, asset) => MeterFile.Put(write, asset, form, null), stop);

    /// <summary>Corrects a reading; what somebody else changed meanwhile is told field by field.</summary>
    public Task<Result> Correct(string serial, long id, ReadingForm form, Guid request, CancellationToken stop = default) =>
        Change(serial, form.Check(clock.Today), request, async (write, asset) =>
        {
            var (own, former) = await Find(write, asset, id);
            var conflicts = form.Conflicts(ReadingForm.Of(own, former), await write.Db.LastChangedBy(nameof(MeterReading), TextRule.Invariant(id), write.Stop));
            return conflicts.Count > 0 ? Result.Refused(conflicts) : await MeterFile.Put(write, asset, form, own.CaseId, own);
        }, stop);

    /// <summary>Takes a reading off that is another machine's, say.</summary>
    public Task<Result> Remove(string serial, long id, Guid request, CancellationToken stop = default) =>
        Change(serial, [], request, async (write, asset) => await MeterFile.Remove(write, (await Find(write, asset, id)).Own), stop);

    private async Task<Result> Change(string serial, IReadOnlyList<Problem> faults, Guid request, Func<Write, Asset, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.EditCustomers);
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write => await change(write, await AssetFile.Held(write, serial)), stop);
    }

    private static async Task<(MeterReading Own, MeterReading? Former)> Find(Write write, Asset asset, long id)
    {
        var own = await write.Db.MeterReadings.SingleOrDefaultAsync(r => r.Id == id && r.AssetId == asset.Id, write.Stop) ?? throw new MissingException($"reading {id}");
        return (own, await write.Db.MeterReadings.Where(r => r.AssetId == asset.Id && (r.ReadOn < own.ReadOn || (r.ReadOn == own.ReadOn && r.Id < id)))
            .OrderByDescending(r => r.ReadOn).ThenByDescending(r => r.Id).FirstOrDefaultAsync(write.Stop));
    }
}
