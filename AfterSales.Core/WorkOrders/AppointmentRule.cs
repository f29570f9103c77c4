using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>How an appointment stands to a promise (R2, R3).</summary>
public enum AppointmentKeeping
{
    /// <summary>Whoever comes within it comes in time.</summary>
    Kept = 1,

    /// <summary>The promise is due within it: only who comes before that comes in time.</summary>
    Tight = 2,

    /// <summary>It begins after the promise was due.</summary>
    Late = 3,
}

/// <summary>Which appointment keeps a promise, and which one is proposed (R2, R3).</summary>
public static class AppointmentRule
{
    private const int DaysAhead = 366;
    private static readonly TimeSpan LeastLeft = TimeSpan.FromHours(1), Step = TimeSpan.FromMinutes(30);

    /// <summary>Whether it keeps a promise due then. At a time and on whole days somebody comes at the beginning, else any time within it.</summary>
    public static AppointmentKeeping Keeps(Appointment appointment, DateTimeOffset due, TimeZoneInfo zone) =>
        LastArrival(appointment, zone) <= due ? AppointmentKeeping.Kept
        : appointment.From <= due ? AppointmentKeeping.Tight
        : AppointmentKeeping.Late;

    /// <summary>
    /// The last part of a day that keeps a promise due then; where none does, the first time that does; is it too late for any, the
    /// soonest part of a day. Without a promise it is tomorrow morning.
    /// </summary>
    public static AppointmentForm Proposed(DateTimeOffset now, DateTimeOffset? due, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        if (due is not { } promised)
        {
            return new() { Day = today.AddDays(1) };
        }

        var days = Math.Clamp(zone.DayOf(promised).DayNumber - today.DayNumber, 0, DaysAhead - 1);
        var parts = Enumerable.Range(0, days + 2)
            .SelectMany(ahead => new[] { AppointmentKind.Morning, AppointmentKind.Afternoon }.Select(kind => new AppointmentForm { Kind = kind, Day = today.AddDays(ahead) }))
            .Where(form => form.Appointment(zone).To - now >= LeastLeft).ToList();
        return parts.LastOrDefault(form => form.Appointment(zone).To <= promised) ?? InTime(parts[0].Appointment(zone), now, promised, zone) ?? parts[0];
    }

    /// <summary>A time within the part of a day that is not over when the promise is due.</summary>
    private static AppointmentForm? InTime(Appointment part, DateTimeOffset now, DateTimeOffset due, TimeZoneInfo zone)
    {
        var soonest = new DateTimeOffset((now.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);
        var start = zone.Local(part.From > soonest ? part.From : soonest);
        return zone.Instant(start) > due ? null : new() { Kind = AppointmentKind.Time, Day = DateOnly.FromDateTime(start), Time = TimeOnly.FromDateTime(start) };
    }

    private static DateTimeOffset LastArrival(Appointment appointment, TimeZoneInfo zone) => appointment.Kind switch
    {
        AppointmentKind.Time => appointment.From,
        AppointmentKind.Days => new AppointmentForm { Kind = AppointmentKind.Morning, Day = zone.DayOf(appointment.From) }.Appointment(zone).To,
        _ => appointment.To,
    };
}
