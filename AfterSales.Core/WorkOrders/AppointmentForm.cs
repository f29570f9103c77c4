using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>预约 as typed, in company wall time.</summary>
public sealed record AppointmentForm
{
    /// <summary>Most days of one appointment.</summary>
    public const int MaxDays = 30;

    /// <summary>R37 (P): slots of a workshop booking, in minutes.</summary>
    public const int SlotMinutes = 15;

    private static readonly TimeOnly MorningFrom = new(8, 0), Noon = new(12, 0), AfternoonFrom = new(13, 0), AfternoonTo = new(18, 0);

    /// <summary>A time, part of a day, or whole days.</summary>
    public AppointmentKind Kind { get; set; } = AppointmentKind.Morning;

    /// <summary>The (first) day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Of a time: when.</summary>
    public TimeOnly? Time { get; set; }

    /// <summary>Of a time: how many minutes are kept free.</summary>
    public int Minutes { get; set; } = 120;

    /// <summary>Of whole days: how many.</summary>
    public int Days { get; set; } = 1;

    /// <summary>Which part of the day, or how many: one value, for a time without its kind means nothing.</summary>
    public DayPart Part
    {
        get => Kind switch
        {
            AppointmentKind.Time => new(Kind, Time, Minutes),
            AppointmentKind.Days => new(Kind, Days: Days),
            _ => new(Kind),
        };
        set => (Kind, Time, Minutes, Days) = (value.Kind, value.Time ?? Time, value.Minutes ?? Minutes, value.Days ?? Days);
    }

    /// <summary>Of a time: it is within the day that mornings and afternoons make.</summary>
    public bool InHours => Time >= MorningFrom && Time < AfternoonTo;

    /// <summary>The last day that an appointment may be on.</summary>
    public static DateOnly LastDay(DateOnly today) => today.AddYears(1);

    /// <summary>Every fault at once; <paramref name="slots"/> for workshop bookings.</summary>
    public IReadOnlyList<Problem> Check(DateTimeOffset now, TimeZoneInfo zone, bool slots = false) => new Checks()
        .Member(nameof(Kind), (AppointmentKind?)Kind)
        .Required(nameof(Day), Day)
        .When(Day < zone.DayOf(now), "WorkOrders.DayPast", nameof(Day))
        .When(Day > LastDay(zone.DayOf(now)), "WorkOrders.DayTooFar", nameof(Day))
        .When(Kind == AppointmentKind.Time && Time is null, "Shared.Required", nameof(Time))
        .When(Kind == AppointmentKind.Time && Day is { } day && Time is { } time && zone.Instant(day.ToDateTime(time)).AddMinutes(Minutes) <= now, "Cases.TimePast", nameof(Time))
        .When(slots && Kind == AppointmentKind.Time && Time is { } t && t.Minute % SlotMinutes != 0, "WorkOrders.SlotOnly", nameof(Time), SlotMinutes)
        .Range(nameof(Minutes), Kind == AppointmentKind.Time ? Minutes : null, SlotMinutes, 24 * 60)
        .Range(nameof(Days), Kind == AppointmentKind.Days ? Days : null, 1, MaxDays)
        .Problems;

    /// <summary>The checked form as instants.</summary>
    public Appointment Appointment(TimeZoneInfo zone)
    {
        var day = Day!.Value;
        DateTimeOffset At(TimeOnly time) => zone.Instant(day.ToDateTime(time));
        return Kind switch
        {
            AppointmentKind.Time => new(Kind, At(Time!.Value), At(Time!.Value).AddMinutes(Minutes)),
            AppointmentKind.Morning => new(Kind, At(MorningFrom), At(Noon)),
            AppointmentKind.Afternoon => new(Kind, At(AfternoonFrom), At(AfternoonTo)),
            _ => new(Kind, zone.StartOf(day), zone.StartOf(day.AddDays(Days))),
        };
    }

    /// <summary>An appointment as a form, for moving it.</summary>
    public static AppointmentForm Of(Appointment appointment, TimeZoneInfo zone) => new()
    {
        Kind = appointment.Kind,
        Day = zone.DayOf(appointment.From),
        Time = appointment.Kind == AppointmentKind.Time ? TimeOnly.FromDateTime(zone.Local(appointment.From)) : null,
        Minutes = appointment.Kind == AppointmentKind.Time ? (int)(appointment.To - appointment.From).TotalMinutes : 120,
        Days = appointment.Kind == AppointmentKind.Days ? zone.DayOf(appointment.To).DayNumber - zone.DayOf(appointment.From).DayNumber : 1,
    };
}

/// <summary>What an appointment takes of its day: a time with its minutes, half of it, or whole days.</summary>
public readonly record struct DayPart(AppointmentKind Kind, TimeOnly? Time = null, int? Minutes = null, int? Days = null)
{
    /// <summary>How it is told to somebody.</summary>
    public object Told => Kind switch
    {
        AppointmentKind.Time => new Problem("WorkOrders.PartOfDay.Time", null, Time, Minutes),
        AppointmentKind.Days => new Problem("WorkOrders.PartOfDay.Days", null, Days),
        _ => Kind,
    };
}
