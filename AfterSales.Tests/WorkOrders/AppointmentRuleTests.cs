using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.WorkOrders;

/// <summary>R1–R3: which appointment is proposed, and whether one keeps its promise.</summary>
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
    [InlineData("26 17:30", "27 09:00", "27 08:00", "Kept")]
    [InlineData("26 11:20", "26 12:20", "26 11:30", "Kept")] // The next part begins too late, the half hour does not.
    [InlineData("26 17:10", "26 18:30", "26 17:30", "Kept")]
    [InlineData("26 18:40", "26 19:00", "26 19:00", "Kept")]
    [InlineData("26 09:10", "27 22:30", "27 Afternoon", "Kept")] // Due at night: its day's last part.
    [InlineData("26 22:30", "27 04:30", "26 22:30", "Kept")] // Due before anybody's day begins: tonight or late.
    [InlineData("26 09:10", "26 09:15", "26 Morning", "Tight")] // No half hour is left before it: the soonest.
    [InlineData("26 09:10", "26 08:15", "26 Morning", "Late")] // Late already: the soonest.
    [InlineData("26 09:10", "25 12:00", "26 Morning", "Late")]
    [InlineData("26 11:10", "25 12:00", "26 Afternoon", "Late")] // Less than an hour of the morning is left.
    [InlineData("26 17:30", "20 12:00", "27 Morning", "Late")]
    public void The_latest_appointment_that_keeps_the_promise_is_proposed(string now, string due, string proposed, string keeping) =>
        Proposes(now, new(PromiseKind.Arrival, "R3", PromiseState.Open, At(due), null, false, null), proposed, keeping);

    [Theory]
    [InlineData("26 09:10", "28 09:10", "27 Afternoon", "Kept")]
    [InlineData("26 09:10", "27 22:00", "27 Afternoon", "Kept")] // Who comes at its end has half a day.
    [InlineData("26 09:10", "27 21:59", "27 Morning", "Kept")]
    [InlineData("26 09:10", "26 14:00", "26 09:30", "Kept")]
    [InlineData("26 19:00", "27 12:00", "27 08:00", "Kept")]
    [InlineData("26 19:00", "27 11:00", "27 08:00", "Tight")] // Sooner than in the evening, the morning with less than half a day.
    [InlineData("26 02:00", "26 10:00", "26 08:00", "Tight")]
    [InlineData("26 19:00", "27 06:00", "26 19:00", "Kept")] // Unless the night alone is left.
    [InlineData("26 11:20", "26 12:20", "26 11:30", "Tight")] // None leaves half a day: the most that there is.
    [InlineData("26 09:10", "25 12:00", "26 Morning", "Late")]
    public void R1_to_have_it_handled_in_time_it_leaves_half_a_day_to_work(string now, string due, string proposed, string keeping) =>
        Proposes(now, Handling(due), proposed, keeping);

    [Theory]
    [InlineData("26 09:10", "27 14:15", "27 14:15", "Kept")]
    [InlineData("26 09:10", "26 09:20", "26 09:20", "Kept")]
    [InlineData("26 09:10", "26 09:00", "26 Morning", "Late")] // It is gone by.
    public void R2_the_customers_own_time_is_proposed(string now, string time, string proposed, string keeping) =>
        Proposes(now, new(PromiseKind.Arrival, "R2", PromiseState.Open, At(time), null, false, null), proposed, keeping);

    [Fact]
    public void Without_a_promise_tomorrow_morning_is_proposed() => Proposes("26 17:30", null, "27 Morning", null);

    [Theory]
    [InlineData("R2")]
    [InlineData("R3")]
    public void However_far_off_the_promise_the_proposal_may_be_saved(string rule)
    {
        var now = At("26 09:10");
        foreach (var ahead in new[] { 364, 365, 366, 367, 400, 4_000 })
        {
            var form = AppointmentRule.Proposed(now, new(PromiseKind.Arrival, rule, PromiseState.Open, now.AddDays(ahead), null, false, null), TestHouse.Zone);

            Assert.Empty(form.Check(now, TestHouse.Zone));
            Assert.InRange(form.Day!.Value.DayNumber - TestHouse.Zone.DayOf(now).DayNumber, Math.Min(ahead, 365) - 1, 365);
        }
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
    public void An_appointment_keeps_a_promise_when_whoever_comes_within_it_is_in_time(AppointmentKind kind, string? time, string due, AppointmentKeeping keeping) =>
        Assert.Equal(keeping, Keeping(kind, time, new(PromiseKind.Arrival, "R3", PromiseState.Open, At(due), null, false, null), "26 09:10"));

    [Theory]
    [InlineData(AppointmentKind.Morning, null, "28 16:00", AppointmentKeeping.Kept)]
    [InlineData(AppointmentKind.Morning, null, "28 15:59", AppointmentKeeping.Tight)]
    [InlineData(AppointmentKind.Morning, null, "28 07:59", AppointmentKeeping.Late)]
    [InlineData(AppointmentKind.Time, "10:00", "28 14:00", AppointmentKeeping.Kept)]
    [InlineData(AppointmentKind.Time, "10:01", "28 14:00", AppointmentKeeping.Tight)]
    [InlineData(AppointmentKind.Time, "10:01", "28 10:00", AppointmentKeeping.Late)]
    [InlineData(AppointmentKind.Days, null, "28 16:00", AppointmentKeeping.Kept)]
    [InlineData(AppointmentKind.Days, null, "28 15:59", AppointmentKeeping.Tight)]
    public void R1_it_keeps_the_promise_of_handling_when_whoever_comes_within_it_has_half_a_day(AppointmentKind kind, string? time, string due, AppointmentKeeping keeping) =>
        Assert.Equal(keeping, Keeping(kind, time, Handling(due), "26 09:10"));

    [Fact]
    public void Once_a_promise_is_broken_no_appointment_keeps_it() =>
        Assert.Equal(AppointmentKeeping.Late, Keeping(AppointmentKind.Time, "10:00", Handling("28 15:00"), "28 15:01"));

    private static void Proposes(string now, PromiseBrief? promise, string proposed, string? keeping)
    {
        var form = AppointmentRule.Proposed(At(now), promise, TestHouse.Zone);

        Assert.Equal(proposed, $"{form.Day:dd} {(form.Kind == AppointmentKind.Time ? form.Time?.ToString("HH:mm", null) : form.Kind.ToString())}");
        Assert.Empty(form.Check(At(now), TestHouse.Zone));
        Assert.Equal(keeping, promise is null ? null : AppointmentRule.Keeps(form.Appointment(TestHouse.Zone), promise, At(now), TestHouse.Zone).ToString());
    }

    private static AppointmentKeeping Keeping(AppointmentKind kind, string? time, PromiseBrief promise, string now)
    {
        var form = new AppointmentForm { Kind = kind, Day = new(2026, 11, 28), Time = time is null ? null : TimeOnly.Parse(time, null), Days = 3 };
        return AppointmentRule.Keeps(form.Appointment(TestHouse.Zone), promise, At(now), TestHouse.Zone);
    }

    private static PromiseBrief Handling(string due) => new(PromiseKind.Handling, "R1", PromiseState.Open, At(due), null, false, null);

    private static DateTimeOffset At(string dayAndTime) =>
        TestHouse.Zone.Instant(DateTime.ParseExact("2026-11-" + dayAndTime, "yyyy-MM-dd HH:mm", null));
}
