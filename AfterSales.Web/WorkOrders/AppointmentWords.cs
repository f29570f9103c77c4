using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Web.WorkOrders;

/// <summary>How an appointment reads: "2026-11-25 (周三) 上午", "2026-11-25 (周三) 14:00–16:00", "2026-11-25 (周三) 起 3 天".</summary>
public static class AppointmentWords
{
    /// <summary>The appointment in words.</summary>
    public static string Of(Texts texts, Shown shown, TimeZoneInfo zone, Appointment booked)
    {
        var (from, to) = (zone.Local(booked.From), zone.Local(booked.To));
        var day = shown.Day(DateOnly.FromDateTime(from));
        return booked.Kind switch
        {
            AppointmentKind.Time => $"{day} {from:HH:mm}–{to:HH:mm}",
            AppointmentKind.Days when (to - from).Days > 1 => texts["WorkOrders.ForDays", day, (to - from).Days],
            AppointmentKind.Days => texts["WorkOrders.WholeDay", day],
            _ => $"{day} {texts.Of(booked.Kind)}",
        };
    }
}
