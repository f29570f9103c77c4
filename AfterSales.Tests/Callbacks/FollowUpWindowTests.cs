using AfterSales.Core.Callbacks;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using CsCheck;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Callbacks;

/// <summary>R40, R41, R48: whole company days, the last one to its end.</summary>
public sealed class FollowUpWindowTests
{
    private static readonly ServicePolicy Policy = Baseline.Policy();

    [Theory]
    [InlineData("2026-11-24 00:00", "2026-11-27", "2026-12-01")]
    [InlineData("2026-11-24 23:59:59.999", "2026-11-27", "2026-12-01")]
    [InlineData("2026-11-25 00:00", "2026-11-28", "2026-12-02")]
    [InlineData("2026-12-28 12:00", "2026-12-31", "2027-01-04")]
    [InlineData("2028-02-25 12:00", "2028-02-28", "2028-03-03")]
    public void R40_the_first_follow_up_is_day_3_to_7_after_the_day_of_hand_over(string handedOver, string first, string last)
    {
        var window = FollowUpWindow.First(At(handedOver), Policy, TestHouse.Zone);
        Assert.Equal((Day(first), Day(last)), (window.FirstDay, window.LastDay));
    }

    [Fact]
    public void R40_the_window_opens_with_the_third_day_and_midnight_of_the_eighth_is_late()
    {
        var window = FollowUpWindow.First(At("2026-11-24 15:30"), Policy, TestHouse.Zone);
        Assert.Equal(At("2026-11-27 00:00"), window.OpensAt);
        Assert.Equal(At("2026-12-02 00:00"), window.EndsAt);
        Assert.True(At("2026-12-01 23:59:59.999") < window.EndsAt);
    }

    [Fact]
    public void R41_the_second_is_day_7_to_13_after_the_answer()
    {
        var window = FollowUpWindow.Second(At("2026-11-28 16:20"), At("2026-12-02 00:00"), Policy, TestHouse.Zone);
        Assert.Equal((Day("2026-12-05"), Day("2026-12-11")), (window.FirstDay, window.LastDay));
    }

    [Fact]
    public void R41_without_an_answer_the_second_counts_from_the_first_windows_last_day()
    {
        var first = FollowUpWindow.First(At("2026-11-24 15:30"), Policy, TestHouse.Zone);
        var second = FollowUpWindow.Second(null, first.EndsAt, Policy, TestHouse.Zone);
        Assert.Equal((Day("2026-12-08"), Day("2026-12-14")), (second.FirstDay, second.LastDay));
    }

    [Fact]
    public void R41_the_second_window_is_7_whole_days_that_begin_after_the_first() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 20_000].Nullable()).Sample((minutes, answered) =>
        {
            var first = FollowUpWindow.First(TestHouse.Start.AddMinutes(minutes), Policy, TestHouse.Zone);
            var answer = answered is { } a ? first.OpensAt.AddMinutes(a) : (DateTimeOffset?)null;
            var second = FollowUpWindow.Second(answer, first.EndsAt, Policy, TestHouse.Zone);
            Assert.Equal(TimeSpan.FromDays(7), second.EndsAt - second.OpensAt);
            Assert.True(second.OpensAt >= (answer ?? first.EndsAt).AddDays(6));
        });

    [Theory]
    [InlineData("2026-11-27 00:00", "2026-11-27 09:00")]
    [InlineData("2026-11-27 09:00", "2026-11-27 09:00")]
    [InlineData("2026-11-27 10:15", "2026-11-27 10:15")]
    [InlineData("2026-11-27 11:00", "2026-11-27 16:00")]
    [InlineData("2026-11-27 17:59:59.999", "2026-11-27 17:59:59.999")]
    [InlineData("2026-11-27 18:00", "2026-11-28 09:00")]
    [InlineData("2026-12-31 20:00", "2027-01-01 09:00")]
    public void R48_the_customer_is_called_in_call_hours(string from, string called) =>
        Assert.Equal(At(called), FollowUpWindow.InCallHours(At(from), Policy.CallHours, TestHouse.Zone));

    [Theory]
    [InlineData("2026-11-27 08:59:59.999", false)]
    [InlineData("2026-11-27 09:00", true)]
    [InlineData("2026-11-27 10:59:59.999", true)]
    [InlineData("2026-11-27 11:00", false)]
    public void R48_an_instant_is_in_call_hours_or_not(string now, bool inside) =>
        Assert.Equal(inside, FollowUpWindow.IsCallHour(At(now), Policy.CallHours, TestHouse.Zone));

    [Fact]
    public void R48_without_call_hours_any_time_will_do() =>
        Assert.Equal(At("2026-11-27 03:00"), FollowUpWindow.InCallHours(At("2026-11-27 03:00"), [], TestHouse.Zone));

    [Fact]
    public void R48_a_call_is_never_before_it_was_asked_for_and_always_within_the_hours() =>
        Gen.Int[0, 1_000_000].Sample(minutes =>
        {
            var from = TestHouse.Start.AddMinutes(minutes);
            var called = FollowUpWindow.InCallHours(from, Policy.CallHours, TestHouse.Zone);
            var at = TimeOnly.FromDateTime(TestHouse.Zone.Local(called));
            Assert.InRange(called - from, TimeSpan.Zero, TimeSpan.FromHours(15));
            Assert.Contains(Policy.CallHours, f => f.From <= at && at < f.To);
        });
}
