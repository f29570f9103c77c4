using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.Tests.Shared;

public sealed class BusinessClockTests
{
    private readonly FakeTimeProvider time = new(TestHouse.Start);

    private BusinessClock Clock => new(time, TestHouse.Zone);

    [Fact]
    public void Now_is_cut_to_milliseconds_so_that_a_stored_instant_equals_itself()
    {
        time.SetUtcNow(TestHouse.Start.AddTicks(12_345_678));
        Assert.Equal(TestHouse.Start.AddMilliseconds(1234), Clock.Now);
    }

    [Theory]
    [InlineData("2026-11-24T15:59:59.999Z", "2026-11-24")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-25")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T16:00:00Z", "2028-02-29")]
    public void A_day_is_the_companys(string instant, string day)
    {
        time.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Clock.Today);
    }

    [Fact]
    public void The_offset_moves_the_clock_forward_and_never_back()
    {
        var clock = Clock;
        clock.Offset = TimeSpan.FromDays(3);
        Assert.Equal(TestHouse.Start.AddDays(3), clock.Now);
        clock.Offset = TimeSpan.FromDays(-1);
        Assert.Equal(TestHouse.Start, clock.Now);
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Asia/Kathmandu")]
    public void A_day_starts_at_its_own_first_instant(string id)
    {
        var zone = ZoneDays.Find(id)!;
        Gen.Date[new DateTime(2000, 1, 1), new DateTime(2040, 1, 1)].Select(DateOnly.FromDateTime).Sample(
            day =>
            {
                var start = zone.StartOf(day);
                Assert.Equal(day, zone.DayOf(start));
                Assert.Equal(day.AddDays(-1), zone.DayOf(start.AddMilliseconds(-1)));
            },
            iter: 500);
    }

    [Theory]
    [InlineData("Nowhere/Atlantis")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_zone_is_no_zone(string? id) => Assert.Null(ZoneDays.Find(id));
}
