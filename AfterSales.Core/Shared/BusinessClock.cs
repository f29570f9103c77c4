using System.Globalization;

namespace AfterSales.Core.Shared;

/// <summary>
/// The one place that reads the time. Instants are UTC, cut to milliseconds so that a stored one equals itself;
/// days are those of the company's zone. In Development alone <see cref="Offset"/> moves it forward.
/// </summary>
public sealed class BusinessClock(TimeProvider time, TimeZoneInfo zone)
{
#pragma warning disable RS0030 // The clock itself.
    private long offsetMs, runsSinceMs = time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The company's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>How far the clock was moved forward (Development only; never negative).</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromMilliseconds(Interlocked.Read(ref offsetMs));
        set
        {
            Interlocked.Exchange(ref offsetMs, Math.Max(0, (long)value.TotalMilliseconds));
            Interlocked.Exchange(ref runsSinceMs, Now.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>The instant since which it runs without a jump: the start, or when it was last moved.</summary>
    public DateTimeOffset RunsSince => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref runsSinceMs));

    /// <summary>The present instant in UTC, whole milliseconds.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var ms = time.GetUtcNow().ToUnixTimeMilliseconds();
            return DateTimeOffset.FromUnixTimeMilliseconds(ms + Interlocked.Read(ref offsetMs));
        }
    }

#pragma warning restore RS0030

    /// <summary>The present instant without <see cref="Offset"/>: for what others time by the clock on the wall, as Identity does a lock-out.</summary>
    public DateTimeOffset OnTheWall => Now - Offset;

    /// <summary>Today in the company's zone.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The company's day on which an instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => zone.DayOf(instant);

    /// <summary>The instant at which a company day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => zone.StartOf(day);

    /// <summary>An instant as company wall time.</summary>
    public DateTime Local(DateTimeOffset instant) => zone.Local(instant);

    /// <summary>Company wall time as an instant; a time skipped or doubled by a zone change takes the standard offset.</summary>
    public DateTimeOffset Instant(DateTime local) => zone.Instant(local);
}

/// <summary>Days and wall time of a zone, for rules that get the zone as data.</summary>
public static class ZoneDays
{
    /// <summary>The zone's day on which an instant falls.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(zone.Local(instant));

    /// <summary>The instant at which the zone's day begins.</summary>
    public static DateTimeOffset StartOf(this TimeZoneInfo zone, DateOnly day) =>
        zone.Instant(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>An instant as the zone's wall time.</summary>
    public static DateTime Local(this TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The zone's wall time as an instant in UTC; what lies at the calendar's very ends is cut to a day within it.</summary>
    public static DateTimeOffset Instant(this TimeZoneInfo zone, DateTime local) =>
        local < DateTime.MinValue.AddDays(1) ? DateTimeOffset.MinValue.AddDays(1)
        : local > DateTime.MaxValue.AddDays(-1) ? DateTimeOffset.MaxValue.AddDays(-1)
        : new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>A zone by its IANA name, or null.</summary>
    public static TimeZoneInfo? Find(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>A day as yyyyMMdd, as numbers carry it.</summary>
    public static string Compact(this DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
