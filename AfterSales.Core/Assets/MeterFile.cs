using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A machine's meter as a page shows it beside a reading to be taken.</summary>
public sealed record MeterHistory(MeterUnit Unit, IReadOnlyList<MeterLine> Lines);

/// <summary>A reading in a list.</summary>
public sealed record MeterLine(long Id, DateOnly ReadOn, int Value, int Total, bool Replaced, string? CaseNumber, ReadingForm Form);

/// <summary>Readings in a caller's transaction.</summary>
public static class MeterFile
{
    /// <summary>Readings shown where one is taken.</summary>
    public const int Few = 3;

    /// <summary>Takes the reading of a case; of two who read the same meter at once, the second is measured by the first.</summary>
    public static async Task<Result> Take(Write write, Asset asset, ReadingForm form, long caseId)
    {
        await AssetFile.Hold(write, asset.Id);
        return await Put(write, asset, form, caseId);
    }

    /// <summary>
    /// Takes a reading of the machine, held since before any was loaded, or changes <paramref name="own"/>, where it fits the
    /// others; the meters of later ones follow. Nobody reads a meter before the machine is delivered; without a day of delivery
    /// any may be right.
    /// </summary>
    public static async Task<Result> Put(Write write, Asset asset, ReadingForm form, long? caseId, MeterReading? own = null)
    {
        if (form.ReadOn < asset.DeliveredOn)
        {
            return new Problem("Assets.ReadBeforeDelivery", nameof(form.ReadOn), asset.DeliveredOn);
        }

        var placed = Placed(await Ordered(write.Db, asset.Id).ToListAsync(write.Stop), form, own);
        if (asset.MeterUnit is null || !placed.Ok)
        {
            return asset.MeterUnit is null ? new Problem("Assets.HasNoMeter", nameof(form.Value)) : placed;
        }

        var row = own ?? new MeterReading { AssetId = asset.Id, CaseId = caseId };
        (row.ReadOn, row.Value, row.MeterReplaced) = (form.ReadOn!.Value, form.Value!.Value, form.Replaced);
        if (own is null)
        {
            write.Db.MeterReadings.Add(row);
        }

        Settle(placed.Value.Select(p => (p.Row ?? row, p.Step)).ToList());
        await MaintenanceFile.Renew(write, asset.Id);
        write.Touch("assets");
        return Result.Done;
    }

    /// <summary>Takes a reading off the held machine again; refused where later ones would then fall.</summary>
    public static async Task<Result> Remove(Write write, MeterReading own)
    {
        var rows = Steps(await Ordered(write.Db, own.AssetId).ToListAsync(write.Stop)).Where(r => r.Row != own).ToList();
        if (MeterRule.Fall([.. rows.Select(r => r.Step)]) is { } at)
        {
            return Told("Assets.MeterNeeded", null, rows[at].Row);
        }

        write.Db.MeterReadings.Remove(own);
        Settle(rows);
        await MaintenanceFile.Renew(write, own.AssetId);
        write.Touch("assets");
        return Result.Done;
    }

    /// <summary>How a reading doesn't fit what is on file; empty where none was typed. Told before it is the form's turn to write.</summary>
    public static async Task<IReadOnlyList<Problem>> Faults(AfterSalesDb db, long? assetId, ReadingForm form, CancellationToken stop) =>
        assetId is not { } id || form is not { Value: >= 0 and <= ReadingForm.Highest, ReadOn: not null } ? [] : Placed(await Ordered(db, id).AsNoTracking().ToListAsync(stop), form, null).Problems;

    /// <summary>The latest readings of a machine with a meter, the newest first.</summary>
    public static async Task<MeterHistory?> History(AfterSalesDb db, Asset? asset, int most, CancellationToken stop)
    {
        if (asset is not { MeterUnit: { } unit })
        {
            return null;
        }

        var rows = await db.MeterReadings.AsNoTracking().Where(r => r.AssetId == asset.Id).OrderByDescending(r => r.ReadOn).ThenByDescending(r => r.Id).Take(most + 1)
            .Select(r => new { Reading = r, Case = db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).FirstOrDefault() }).ToListAsync(stop);
        return new(unit, [.. rows.Select((r, i) => (r.Case, r.Reading, Former: rows.ElementAtOrDefault(i + 1)?.Reading)).Take(most)
            .Select(r => new MeterLine(r.Reading.Id, r.Reading.ReadOn, r.Reading.Value, r.Reading.Total, r.Reading.MeterReplaced, r.Case, ReadingForm.Of(r.Reading, r.Former)))]);
    }

    private static IOrderedQueryable<MeterReading> Ordered(AfterSalesDb db, long assetId) => db.MeterReadings.Where(r => r.AssetId == assetId).OrderBy(r => r.ReadOn).ThenBy(r => r.Id);

    private static IEnumerable<(MeterReading Row, MeterStep Step)> Steps(List<MeterReading> rows) =>
        rows.Select((r, i) => (r, new MeterStep(r.ReadOn, r.Value, r.MeterReplaced ? r.Before - (i > 0 ? rows[i - 1].Before : 0) : null)));

    private static void Settle(IReadOnlyList<(MeterReading Row, MeterStep Step)> rows)
    {
        var befores = MeterRule.Befores([.. rows.Select(r => r.Step)]);
        foreach (var ((row, _), before) in rows.Zip(befores))
        {
            row.Before = before;
        }
    }

    /// <summary>The readings in order with the one typed in its place, which has no row yet or is changed; refused with the reading that it contradicts.</summary>
    private static Result<IReadOnlyList<(MeterReading? Row, MeterStep Step)>> Placed(List<MeterReading> rows, ReadingForm form, MeterReading? own)
    {
        var day = form.ReadOn!.Value;
        var steps = Steps(rows).Where(r => r.Row != own).ToList();
        var others = steps.ConvertAll(r => r.Row);
        var at = others.Count(r => r.ReadOn < day || (r.ReadOn == day && (own is null || r.Id < own.Id)));
        var former = at > 0 ? others[at - 1] : null;
        if (form.Replaced && own is not { MeterReplaced: true } && at < others.Count && !others[at].MeterReplaced)
        {
            return Told("Assets.ReplacedBeforeLater", nameof(form.Replaced), others[at]);
        }

        int? ended = form.Replaced ? form.OldValue ?? former?.Value ?? 0 : null;
        List<(MeterReading? Row, MeterStep Step)> placed = [.. steps];
        placed.Insert(at, (own, new MeterStep(day, form.Value!.Value, ended)));
        return MeterRule.Fall([.. placed.Select(p => p.Step)]) switch
        {
            null => placed,
            { } fell when fell > at => Told("Assets.MeterAbove", nameof(form.Value), placed[fell].Row!),
            _ => Told("Assets.MeterBelow", form.Replaced ? nameof(form.OldValue) : nameof(form.Value), former!),
        };
    }

    private static Problem Told(string code, string? field, MeterReading other) => new(code, field, other.Value, other.ReadOn);
}
