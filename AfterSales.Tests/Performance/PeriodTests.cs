using AfterSales.Core.Performance;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Performance;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-11-01", "2026-09")]
    [InlineData("2026-01", "2026-01-01", "2026-02-01", "2025-12")]
    [InlineData("2026-Q3", "2026-07-01", "2026-10-01", "2026-Q2")]
    [InlineData("2026-q1", "2026-01-01", "2026-04-01", "2025-Q4")]
    [InlineData("2026", "2026-01-01", "2027-01-01", "2025")]
    public void A_period_is_read_from_its_name(string name, string first, string end, string previous)
    {
        var period = Period.Parse(name)!;
        Assert.Equal(DateOnly.Parse(first, null), period.First);
        Assert.Equal(DateOnly.Parse(end, null), period.End);
        Assert.Equal(previous, period.Previous.Name);
        Assert.Equal(period, period.Previous.Next);
        Assert.Equal(name.ToUpperInvariant(), period.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-1")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("2026-10\n")]
    [InlineData("２０２６")]
    [InlineData("'; DROP TABLE Cases")]
    public void Nonsense_is_no_period(string? name) => Assert.Null(Period.Parse(name));

    [Theory]
    [InlineData("2026-10", "2025-11", "2026-10")]
    [InlineData("2026-Q1", "2025-04", "2026-03")]
    [InlineData("2026", "2026-01", "2026-12")]
    public void The_line_is_the_twelve_months_that_end_with_the_period(string name, string first, string last)
    {
        var months = Period.Parse(name)!.TwelveMonths;
        Assert.Equal(12, months.Count);
        Assert.Equal((first, last), (months[0].Name, months[^1].Name));
    }

    [Fact]
    public async Task A_period_is_half_open_in_the_companys_zone()
    {
        var by = Cards.Judge();
        Assert.Equal((new(2026, 9, 30, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 31, 16, 0, 0, TimeSpan.Zero)), (by.From, by.To));
        var (before, first, after) = (Cards.Case("09-01 09:00", resolved: "09-30 23:59"), Cards.Case("09-01 09:00", resolved: "10-01 00:00"), Cards.Case("09-01 09:00", resolved: "11-01 00:00"));
        Assert.Equal([first.CaseId], (await Cards.Card(before, first, after).Count(FigureKey.K12)).Select(c => c.Id));
    }
}
