using AfterSales.Core.Promises;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>How an appointment stands to a promise (R1–R3).</summary>
public enum AppointmentKeeping
{
    /// <summary>Whoever comes within it comes in time, and has time to work where the work is what was promised.</summary>
    Kept = 1,

    /// <summary>The promise is due within it, or too soon after it: only who hurries is in time.</summary>
    Tight = 2,

    /// <summary>The promise is due before it begins, or was already.</summary>
    Late = 3,
}

/// <summary>Which appointment keeps a promise, and which one is proposed (R1–R3).</summary>
public static class AppointmentRule
{
    /// <summary>(P) A visit that is to keep the promise of having it handled leaves half a day to work.</summary>
    public static readonly TimeSpan LeastWork = TimeSpan.FromHours(4);

    private static readonly TimeSpan LeastLeft = TimeSpan.FromHours(1), Step = TimeSpan.FromMinutes(30);

    /// <summary>Whether it keeps the promise. At a time and on whole days somebody comes at the beginning, else any time within it.</summary>
    public static AppointmentKeeping Keeps(Appointment appointment, PromiseBrief promise, DateTimeOffset now, TimeZoneInfo zone)
    {
        var work = promise.Kind == PromiseKind.Handling ? LeastWork : TimeSpan.Zero;
        return promise.DueAt < now || promise.DueAt < appointment.From ? AppointmentKeeping.Late
            : LastArrival(appointment, zone) + work <= promise.DueAt ? AppointmentKeeping.Kept
            : AppointmentKeeping.Tight;
    }

    /// <summary>
    /// The customer's own time, if it is to come; else the last part of a day that keeps the promise; where none does, the beginning of
    /// the next part or, if that is too late, the soonest half hour, in the night only where no other is in time; is it too late for any,
    /// the next part. Without a promise it is tomorrow morning.
    /// </summary>
    public static AppointmentForm Proposed(DateTimeOffset now, PromiseBrief? promise, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        if (promise is null || promise.Gone(now))
        {
            return new() { Day = today.AddDays(1) };
        }

        var (due, end) = (zone.DayOf(promise.DueAt), AppointmentForm.LastDay(today));
        if (promise.CustomersTime && promise.DueAt > now && due <= end)
        {
            return AtTime(promise.DueAt, zone);
        }

        var parts = Parts(today, Math.Clamp(due.DayNumber, today.DayNumber + 1, end.DayNumber) - today.DayNumber)
            .Where(form => form.Appointment(zone).To - now >= LeastLeft).ToList();
        var (next, soonest) = (parts[0].Appointment(zone).From, new DateTimeOffset((now.UtcTicks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero));
        AppointmentKeeping Keeping(AppointmentForm form) => Keeps(form.Appointment(zone), promise, now, zone);
        return parts.LastOrDefault(part => Keeping(part) == AppointmentKeeping.Kept)
            ?? new[] { AtTime(next > soonest ? next : soonest, zone), AtTime(soonest, zone) }.Where(time => Keeping(time) < AppointmentKeeping.Late)
                .OrderByDescending(time => time.InHours).ThenBy(Keeping).FirstOrDefault()
            ?? parts[0];
    }

    private static IEnumerable<AppointmentForm> Parts(DateOnly today, int ahead) => Enumerable.Range(0, ahead + 1)
        .SelectMany(days => new[] { AppointmentKind.Morning, AppointmentKind.Afternoon }.Select(kind => new AppointmentForm { Kind = kind, Day = today.AddDays(days) }));

    private static AppointmentForm AtTime(DateTimeOffset at, TimeZoneInfo zone)
    {
        var start = zone.Local(at);
        return new() { Kind = AppointmentKind.Time, Day = DateOnly.FromDateTime(start), Time = new(start.Hour, start.Minute) };
    }

    private static DateTimeOffset LastArrival(Appointment appointment, TimeZoneInfo zone) => appointment.Kind switch
    {
        AppointmentKind.Time => appointment.From,
        AppointmentKind.Days => new AppointmentForm { Kind = AppointmentKind.Morning, Day = zone.DayOf(appointment.From) }.Appointment(zone).To,
        _ => appointment.To,
    };
}
