using AfterSales.Core.Assets;
using CsCheck;

namespace AfterSales.Tests.Assets;

/// <summary>R45's basis: the next maintenance by date or meter, whichever comes first.</summary>
public sealed class MaintenanceRuleTests
{
    private static readonly DateOnly Used = new(2026, 1, 10);

    [Theory]
    [InlineData(6, null, null, "", "2026-07-10")]
    [InlineData(6, null, "2026-05-31", "", "2026-11-30")]
    [InlineData(null, 10000, null, "", null)]
    [InlineData(null, 10000, null, "2026-01-20:0 2026-01-30:1000", "2026-04-30")]
    [InlineData(6, 10000, null, "2026-01-20:0 2026-01-30:1000", "2026-04-30")]
    [InlineData(2, 10000, null, "2026-01-20:0 2026-01-30:1000", "2026-03-10")]
    [InlineData(null, 10000, null, "2026-01-20:0 2026-03-30:12000", "2026-03-30")]
    [InlineData(null, 10000, "2026-03-30", "2026-03-20:8000 2026-03-30:9000 2026-04-09:10000", "2026-07-08")]
    [InlineData(null, 10000, null, "2026-01-20:500", null)]
    [InlineData(null, 10000, null, "2026-01-20:500 2026-02-20:500", null)]
    [InlineData(null, null, "2026-03-30", "2026-01-20:500 2026-02-20:900", null)]
    public void Due_by_months_or_meter_from_the_last_maintenance_or_the_first_day(int? months, int? meter, string? last, string readings, string? due)
    {
        var told = MaintenanceRule.Of(new(months, meter), Used, last is null ? null : DateOnly.Parse(last, null), Points(readings));

        Assert.Equal(due is null ? null : DateOnly.Parse(due, null), told.On);
    }

    [Theory]
    [InlineData("2026-01-20:0 2026-03-30:10000", true)]
    [InlineData("2026-01-20:0 2026-03-30:9999", false)]
    [InlineData("", false)]
    public void Met_is_what_a_reading_says(string readings, bool met) =>
        Assert.Equal(met, MaintenanceRule.Of(new(null, 10000), Used, null, Points(readings)).MeterMet);

    [Fact]
    public void A_machine_never_put_to_use_is_due_on_no_day() => Assert.Null(MaintenanceRule.Of(new(6, 100), null, null, Points("2026-01-20:0 2026-01-30:1000")).On);

    [Fact]
    public void A_later_maintenance_never_makes_the_next_one_due_earlier() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[1, 24], Gen.Int[100, 5000], Gen.Int[0, 90].Array[2, 8]).Sample((a, b, months, meter, steps) =>
        {
            var (day, total, points) = (Used, 0, new List<MeterPoint>());
            foreach (var step in steps)
            {
                (day, total) = (day.AddDays(30), total + step * 10);
                points.Add(new(day, total));
            }

            var (sooner, later) = (Used.AddDays(Math.Min(a, b)), Used.AddDays(Math.Max(a, b)));
            var (first, second) = (MaintenanceRule.Of(new(months, meter), Used, sooner, points), MaintenanceRule.Of(new(months, meter), Used, later, points));
            return first.ByDate <= second.ByDate && first.AtTotal <= second.AtTotal;
        });

    private static IReadOnlyList<MeterPoint> Points(string readings) =>
        [.. readings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Select(r => new MeterPoint(DateOnly.Parse(r[0], null), int.Parse(r[1], null)))];
}
