using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>预约 as typed, in company wall time.</summary>
public sealed record AppointmentForm : ICloneable
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

    /// <summary>Every fault at once; <paramref name="slots"/> for workshop bookings.</summary>
    public IReadOnlyList<Problem> Check(DateTimeOffset now, TimeZoneInfo zone, bool slots = false) => new Checks()
        .Member(nameof(Kind), (AppointmentKind?)Kind)
        .Required(nameof(Day), Day)
        .When(Day < zone.DayOf(now), "WorkOrders.DayPast", nameof(Day))
        .When(Day > zone.DayOf(now).AddYears(1), "WorkOrders.DayTooFar", nameof(Day))
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

    /// <summary>Where this, now stored by <paramref name="who"/>, differs from what was typed: the day, and the part of it.</summary>
    public IEnumerable<Problem> Beside(AppointmentForm typed, string who)
    {
        object part = Kind == AppointmentKind.Time ? FormattableString.Invariant($"{Time:HH:mm}–{Time?.AddMinutes(Minutes):HH:mm}") : Kind;
        return new Checks()
            .When(Day != typed.Day, "Shared.ChangedByOther", nameof(Day), Day, who)
            .When(this with { Day = typed.Day, Days = typed.Days } != typed, "Shared.ChangedByOther", nameof(Kind), part, who)
            .When(Kind == typed.Kind && Days != typed.Days, "Shared.ChangedByOther", nameof(Days), Days, who)
            .Problems;
    }

    /// <inheritdoc/>
    object ICloneable.Clone() => this with { };

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
