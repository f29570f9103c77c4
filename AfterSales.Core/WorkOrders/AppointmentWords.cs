using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>How an appointment reads (R37): a time, part of a day, whole days.</summary>
public static class AppointmentWords
{
    /// <summary>"2026-11-25 (周三) 上午"; none is "—".</summary>
    public static string Of(Texts texts, Shown shown, TimeZoneInfo zone, Appointment? appointment)
    {
        if (appointment is null)
        {
            return "—";
        }

        var day = shown.Day(zone.DayOf(appointment.From));
        return Days(zone, appointment) is > 1 and var days ? texts["WorkOrders.DaysFrom", day, days] : $"{day} {Part(texts, zone, appointment)}";
    }

    /// <summary>Its part of a day, as a board's cell shows it: "09:30–11:30", "上午", "第 2/3 天".</summary>
    public static string On(Texts texts, TimeZoneInfo zone, Appointment appointment, DateOnly day) =>
        Days(zone, appointment) is > 1 and var days
            ? texts["WorkOrders.DayOf", day.DayNumber - zone.DayOf(appointment.From).DayNumber + 1, days]
            : Part(texts, zone, appointment);

    /// <summary>True when it takes up part of the day.</summary>
    public static bool Covers(this Appointment appointment, TimeZoneInfo zone, DateOnly day) =>
        appointment.From < zone.StartOf(day.AddDays(1)) && appointment.To > zone.StartOf(day);

    /// <summary>The part of its day, beside the day: "09:30–11:30", "上午", "全天", "3 天".</summary>
    public static string Part(Texts texts, TimeZoneInfo zone, Appointment appointment) => appointment.Kind switch
    {
        AppointmentKind.Time => FormattableString.Invariant($"{zone.Local(appointment.From):HH:mm}–{zone.Local(appointment.To):HH:mm}"),
        AppointmentKind.Days when Days(zone, appointment) is > 1 and var days => texts["Shared.Days", days],
        _ => texts.Of(appointment.Kind),
    };

    /// <summary>How many days it takes up, 1 for a part of one.</summary>
    private static int Days(TimeZoneInfo zone, Appointment appointment) =>
        appointment.Kind == AppointmentKind.Days ? zone.DayOf(appointment.To).DayNumber - zone.DayOf(appointment.From).DayNumber : 1;
}
