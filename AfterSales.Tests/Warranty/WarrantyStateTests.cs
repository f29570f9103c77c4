using AfterSales.Core.Warranty;
using CsCheck;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Warranty;

/// <summary>The machine's months from its start.</summary>
public sealed class WarrantyStateTests
{
    [Theory]
    [InlineData("2026-11-24", "2025-11-25", 12, WarrantyCover.In, "2026-11-24", 1)]
    [InlineData("2026-11-24", "2025-11-24", 12, WarrantyCover.Out, "2026-11-23", 0)]
    [InlineData("2026-11-24", "2026-11-24", 12, WarrantyCover.In, "2027-11-23", 365)]
    [InlineData("2026-02-28", "2025-08-31", 6, WarrantyCover.In, "2026-02-28", 1)]
    [InlineData("2025-03-01", "2024-02-29", 12, WarrantyCover.Out, "2025-02-28", 0)]
    [InlineData("2026-11-24", "2026-11-24", 0, WarrantyCover.Out, "2026-11-23", 0)]
    public void The_last_day_is_covered_and_the_next_is_not(string day, string start, int months, WarrantyCover cover, string last, int left)
    {
        var state = WarrantyState.On(Day(day), Day(start), months);
        Assert.Equal((cover, Day(last), left), (state.Cover, state.LastDay!.Value, state.DaysLeft));
    }

    [Fact]
    public void Without_a_start_on_file_the_state_is_unknown()
    {
        var state = WarrantyState.On(Day("2026-11-24"), null, 12);
        Assert.Equal((WarrantyCover.Unknown, null, 0), (state.Cover, state.LastDay, state.DaysLeft));
    }

    [Fact]
    public void Each_day_takes_one_day_off_until_none_is_left() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 60]).Sample((offset, months) =>
        {
            var start = Day("2024-01-31");
            var (today, tomorrow) = (WarrantyState.On(start.AddDays(offset), start, months), WarrantyState.On(start.AddDays(offset + 1), start, months));
            Assert.Equal(Math.Max(0, today.DaysLeft - 1), tomorrow.DaysLeft);
            Assert.Equal(today.DaysLeft > 0, today.Cover == WarrantyCover.In);
        });
}
