using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.WorkOrders;

/// <summary>R2, R3: which appointment is proposed, and whether one keeps its promise.</summary>
public sealed class AppointmentRuleTests
{
    [Theory]
    [InlineData("26 09:10", "28 09:10", "27 Afternoon", "Kept")] // Far off: the last part of a day that ends before it.
    [InlineData("26 09:10", "27 18:00", "27 Afternoon", "Kept")] // At the due instant is in time.
    [InlineData("26 09:10", "27 17:59", "27 Morning", "Kept")]
    [InlineData("26 09:10", "27 09:10", "26 Afternoon", "Kept")]
    [InlineData("26 09:10", "26 20:00", "26 Afternoon", "Kept")] // Today: its next part.
    [InlineData("26 09:10", "26 12:30", "26 Morning", "Kept")]
    [InlineData("26 09:10", "26 11:00", "26 09:30", "Kept")] // No part of a day is over by then: a time.
    [InlineData("26 19:00", "27 09:00", "27 08:00", "Kept")]
    [InlineData("26 09:10", "26 09:15", "26 Morning", "Tight")] // No time is left before it: the soonest.
    [InlineData("26 09:10", "26 08:15", "26 Morning", "Tight")]
    [InlineData("26 09:10", "25 12:00", "26 Morning", "Late")] // Late already: the soonest.
    [InlineData("26 11:10", "25 12:00", "26 Afternoon", "Late")] // Less than an hour of the morning is left.
    [InlineData("26 17:30", "20 12:00", "27 Morning", "Late")]
    [InlineData("26 17:30", null, "27 Morning", null)]
    public void The_latest_appointment_that_keeps_the_promise_is_proposed(string now, string? due, string proposed, string? keeping)
    {
        var form = AppointmentRule.Proposed(At(now), due is null ? null : At(due), TestHouse.Zone);

        Assert.Equal(proposed, $"{form.Day:dd} {(form.Kind == AppointmentKind.Time ? form.Time?.ToString("HH:mm", null) : form.Kind.ToString())}");
        Assert.Empty(form.Check(At(now), TestHouse.Zone));
        Assert.Equal(keeping, due is null ? null : AppointmentRule.Keeps(form.Appointment(TestHouse.Zone), At(due), TestHouse.Zone).ToString());
    }

    [Theory]
    [InlineData(AppointmentKind.Morning, null, "28 12:00", AppointmentKeeping.Kept)]
    [InlineData(AppointmentKind.Morning, null, "28 11:59", AppointmentKeeping.Tight)]
    [InlineData(AppointmentKind.Morning, null, "28 08:00", AppointmentKeeping.Tight)]
    [InlineData(AppointmentKind.Morning, null, "28 07:59", AppointmentKeeping.Late)]
    [InlineData(AppointmentKind.Afternoon, null, "28 17:00", AppointmentKeeping.Tight)]
    [InlineData(AppointmentKind.Time, "10:00", "28 10:00", AppointmentKeeping.Kept)] // Somebody comes at the time, not within it.
    [InlineData(AppointmentKind.Time, "10:01", "28 10:00", AppointmentKeeping.Late)]
    [InlineData(AppointmentKind.Days, null, "28 12:00", AppointmentKeeping.Kept)] // The first of the days begins in the morning.
    [InlineData(AppointmentKind.Days, null, "27 23:59", AppointmentKeeping.Late)]
    public void An_appointment_keeps_a_promise_when_whoever_comes_within_it_is_in_time(AppointmentKind kind, string? time, string due, AppointmentKeeping keeping)
    {
        var form = new AppointmentForm { Kind = kind, Day = new(2026, 11, 28), Time = time is null ? null : TimeOnly.Parse(time, null), Days = 3 };

        Assert.Equal(keeping, AppointmentRule.Keeps(form.Appointment(TestHouse.Zone), At(due), TestHouse.Zone));
    }

    private static DateTimeOffset At(string dayAndTime) =>
        TestHouse.Zone.Instant(DateTime.ParseExact("2026-11-" + dayAndTime, "yyyy-MM-dd HH:mm", null));
}
