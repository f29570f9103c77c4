using AfterSales.Core.Assets;
using CsCheck;

namespace AfterSales.Tests.Assets;

/// <summary>A lower reading than before is refused, unless a new meter began.</summary>
public sealed class MeterRuleTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory]
    [InlineData("", null)]
    [InlineData("5000", null)]
    [InlineData("5000 5000 6200", null)]
    [InlineData("5000 4999", 1)]
    [InlineData("5000 6000 5500", 2)]
    [InlineData("5000 5200>10 300", null)]
    [InlineData("5000 4900>10", 1)]
    [InlineData("5000 5200>10 9", 2)]
    [InlineData("5000 5200>10 800 800>0", null)]
    [InlineData("5000 5200>10 800 799>0", 3)]
    public void A_reading_that_falls_is_found_and_a_new_meter_counts_on(string readings, int? fall) => Assert.Equal(fall, MeterRule.Fall(Steps(readings)));

    [Fact]
    public void A_new_meter_counts_on_from_where_the_old_one_stood() =>
        Assert.Equal([0, 5200, 5200, 6000], MeterRule.Befores(Steps("5000 5200>10 800 800>0")));

    [Fact]
    public void Totals_never_fall_over_the_days_of_what_the_rule_lets_pass() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 700], Gen.Bool).Array[0, 12].Sample(typed =>
        {
            var kept = new List<MeterStep>();
            foreach (var (value, ended, replaced) in typed)
            {
                MeterStep next = new(Day.AddDays(kept.Count), value, replaced ? ended : null);
                if (MeterRule.Fall([.. kept, next]) is null)
                {
                    kept.Add(next);
                }
            }

            var totals = kept.Zip(MeterRule.Befores(kept), (s, before) => before + s.Value).ToList();
            return totals.SequenceEqual(totals.Order());
        });

    /// <summary>"5000 5200>10": read 5000; then, where the old meter ended at 5200, a new one that shows 10.</summary>
    private static IReadOnlyList<MeterStep> Steps(string readings) =>
    [
        .. readings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((r, i) => r.Split('>') switch
        {
            [var ended, var value] => new MeterStep(Day.AddDays(i), int.Parse(value, null), int.Parse(ended, null)),
            var plain => new MeterStep(Day.AddDays(i), int.Parse(plain[0], null)),
        }),
    ];
}
