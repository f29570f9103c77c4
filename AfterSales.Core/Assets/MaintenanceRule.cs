using AfterSales.Core.Settings;

namespace AfterSales.Core.Assets;

/// <summary>保养周期: after so many months, or so much on the meter, whichever comes first.</summary>
public sealed record MaintenanceInterval(int? Months, int? Meter)
{
    /// <summary>A machine's own, else its line's; what counts by the meter needs one.</summary>
    public static MaintenanceInterval Of(Asset asset, ProductLine? line) =>
        new(asset.ServiceMonths ?? line?.ServiceMonths, asset.MeterUnit is null ? null : asset.ServiceMeter ?? line?.ServiceMeter);
}

/// <summary>What a machine had run by a day.</summary>
public sealed record MeterPoint(DateOnly Day, int Total);

/// <summary>When a machine's next maintenance is due, and the reckoning behind it.</summary>
/// <param name="Interval">The interval.</param>
/// <param name="Since">The day it counts from: the last maintenance, else the first day of use.</param>
/// <param name="Done">A maintenance was done on that day.</param>
/// <param name="ByDate">The day that the months end on.</param>
/// <param name="AtTotal">What the machine will have run.</param>
/// <param name="ByMeter">The day on which it was read to have, else will have by the trend of its readings; null without one.</param>
public sealed record MaintenanceDue(MaintenanceInterval Interval, DateOnly? Since, bool Done, DateOnly? ByDate, int? AtTotal, DateOnly? ByMeter)
{
    /// <summary>A reading says that it has run so much: no guess any more.</summary>
    public bool MeterMet { get; init; }

    /// <summary>The earlier of both; null where neither is known.</summary>
    public DateOnly? On => ByDate < ByMeter || ByMeter is null ? ByDate : ByMeter;
}

/// <summary>R45's basis: the next maintenance by date or meter. Pure.</summary>
public static class MaintenanceRule
{
    /// <summary>Days of readings that make the trend.</summary>
    public const int TrendDays = 365;

    private const int Farthest = 36_500;

    /// <summary>The due day; <paramref name="readings"/> are in the order of days.</summary>
    public static MaintenanceDue Of(MaintenanceInterval interval, DateOnly? used, DateOnly? last, IReadOnlyList<MeterPoint> readings)
    {
        var since = last ?? used;
        int? at = since is { } from && interval.Meter is { } every ? Base(from, last is not null, readings) + every : null;
        return new(interval, since, last is not null, interval.Months is { } months ? since?.AddMonths(months) : null, at, at is { } total ? Reached(total, readings) : null) { MeterMet = readings.Any(r => r.Total >= at) };
    }

    /// <summary>What it had run when the count began: as read by then; a new machine had run nothing, an older one at most what was read first.</summary>
    private static int Base(DateOnly since, bool done, IReadOnlyList<MeterPoint> readings) =>
        readings.LastOrDefault(r => r.Day <= since)?.Total ?? (done && readings.Count > 0 ? readings[0].Total : 0);

    private static DateOnly? Reached(int total, IReadOnlyList<MeterPoint> readings)
    {
        if (readings.Count == 0)
        {
            return null;
        }

        if (readings.FirstOrDefault(r => r.Total >= total) is { } past)
        {
            return past.Day;
        }

        var latest = readings[^1];
        var first = readings.First(r => r.Day >= latest.Day.AddDays(-TrendDays));
        var (run, days) = (latest.Total - first.Total, latest.Day.DayNumber - first.Day.DayNumber);
        return run <= 0 || days <= 0 ? null : latest.Day.AddDays((int)Math.Min(Farthest, Math.Ceiling((total - latest.Total) * (double)days / run)));
    }
}
