using System.Globalization;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using AfterSales.Web.Warranty;
using static AfterSales.Tests.Support.Times;
using static AfterSales.Tests.Warranty.Presets;

namespace AfterSales.Tests.Warranty;

/// <summary>DOMAIN 3: the meter is amber one step before a right, and what ended a cover is told as it was.</summary>
public sealed class OneStepBeforeTests
{
    [Theory]
    [InlineData(RightTrigger.EarlyFault, 7, 0, RightClaim.Return, "2025-01-08", false)]
    [InlineData(RightTrigger.EarlyFault, 7, 0, RightClaim.Return, "2025-01-09", false)]
    [InlineData(RightTrigger.EarlyGraveFault, 60, 0, RightClaim.ExchangeOrReturn, "2025-03-02", false)]
    [InlineData(RightTrigger.EarlyGraveFault, 60, 1, RightClaim.ExchangeOrReturn, "2025-03-02", false)]
    [InlineData(RightTrigger.SafetyFault, 2, 1, RightClaim.ExchangeOrReturn, "2025-06-01", false)]
    [InlineData(RightTrigger.SafetyFault, 2, 2, RightClaim.ExchangeOrReturn, "2025-06-01", true)]
    [InlineData(RightTrigger.PartReplaced, 1, 0, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.SafetyFault, 0, 0, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.RepairDays, 0, 0, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.PartReplaced, 2, 1, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.PartReplaced, 2, 0, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.SameFault, 4, 3, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.SameFault, 4, 4, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.RepairDays, 3, 3, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.RepairDays, 3, 2, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.Exchange, "2025-02-20", true)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.RepairAgain, "2025-02-20", false)]
    public void A_right_toward_which_something_counts_is_amber_with_one_more_missing(RightTrigger trigger, int limit, int had, RightClaim claim, string day, bool amber)
    {
        var policy = new WarrantyPolicy
        {
            Code = "x", NameZh = "x", NameEn = "x", MachineMonths = 24, AmberDays = 0, Rights = [new(trigger, limit, null, claim, false, "")], Parts = [new("engine", 24, null, true)],
        };
        var repairs = Enumerable.Range(0, had).Select(i => Repair(
            $"{Day("2025-02-01").AddDays(i * 3):yyyy-MM-dd}", 1, safety: trigger == RightTrigger.SafetyFault, replaced: trigger == RightTrigger.PartReplaced ? ["engine"] : []));

        var reading = SanBao.Read(policy, Facts("2025-01-01", [.. repairs]), Day(day));

        Assert.Equal((amber ? WarrantyLevel.Amber : WarrantyLevel.Calm, amber), (reading.Level, reading.Counts.Any(c => c is { Near: true, Left: 1 })));
    }

    [Theory]
    [InlineData("2025-01-01", 0, 61)]
    [InlineData("2025-02-01", 2_999, 30)]
    [InlineData("2025-03-02", 2_999, 1)]
    [InlineData("2025-03-03", 2_999, null)]
    [InlineData("2025-02-01", 3_001, null)]
    public void While_one_grave_fault_would_still_be_early_a_new_car_says_how_long_and_warns_of_nothing(string day, int km, int? left)
    {
        var reading = SanBao.Read(Cars2022, Facts("2025-01-01") with { Readings = [new(Day(day), km)] }, Day(day));

        Assert.Equal(WarrantyLevel.Calm, reading.Level);
        Assert.Empty(reading.Told);
        Assert.NotEqual(RightTrigger.EarlyGraveFault, reading.Next!.Right.Trigger);
        Assert.Equal(left, reading.Windows.SingleOrDefault(c => c.Right is { Trigger: RightTrigger.EarlyGraveFault, Meter: 3_000 })?.Window!.DaysLeft);
    }

    [Fact]
    public void Once_the_early_fault_is_there_its_window_is_told_no_more()
    {
        var reading = SanBao.Read(Cars2022, Facts("2025-01-01", Repair("2025-01-20", 1, safety: true)) with { Readings = [new(Day("2025-01-20"), 800)] }, Day("2025-02-01"));

        Assert.Equal(WarrantyLevel.Red, reading.Level);
        Assert.DoesNotContain(reading.Windows, c => c.Right.Meter == 3_000);
    }

    [Theory]
    [InlineData("en", "A main part replaced or a fault of safety within 60 days and 3,000 on the meter: Exchange or return (30 days left, to 2 Mar 2025)")]
    [InlineData("zh-CN", "自起算日 60 天内且不超过 3,000（公里或小时）主要部件需更换或出现严重安全故障，用户可要求换货或退货（还有 30 天，到 2025-03-02）")]
    public void The_window_says_what_one_fault_gives_and_how_long(string culture, string words)
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        var count = SanBao.Read(Cars2022, Facts("2025-01-01"), Day("2025-02-01")).Windows.Single(c => c.Right.Meter == 3_000);

        Assert.Equal(words, new MeterWords(texts, new Shown(texts, TestHouse.Zone), null!).Window(count, count.Window!));
    }

    [Theory]
    [InlineData("en", "ended 31 Aug 2025 by the meter, beyond 60,000 km")]
    [InlineData("zh-CN", "2025-08-31 到期：读数超过 60,000 公里")]
    public void A_cover_that_the_meter_ended_says_so_shortly_where_it_is_one_of_many(string culture, string words)
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        var ended = SanBao.State(Cars2022, Facts("2025-01-01") with { Readings = [new(Day("2025-09-01"), 60_001)] }, Day("2025-10-01"));

        Assert.Equal(words, WarrantyWords.Ended(texts, new Shown(texts, TestHouse.Zone), ended));
        Assert.Equal("", WarrantyWords.Ended(texts, new Shown(texts, TestHouse.Zone), SanBao.State(Cars2022, Facts("2025-01-01"), Day("2025-10-01"))));
    }

    [Fact]
    public void Without_a_first_day_no_days_are_left_but_what_is_missing_is_said()
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo("en"));
        var reading = SanBao.Read(Cars2022, Facts("2025-01-01") with { Start = null }, Day("2025-02-01"));

        var (name, value) = Assert.Single(new MeterWords(texts, new Shown(texts, TestHouse.Zone), null!).Left(reading));

        Assert.Equal(("Warranty left", "can't be told: the day of delivery (or installation, acceptance, purchase) is missing"), (name, value));
    }

    [Theory]
    [InlineData("en", "36 months from 1 Jan 2025: by months up to and including 31 Dec 2027. In fact it ended on 31 Aug 2025: on 1 Sep 2025 the meter was read beyond 60,000 km, before the months were up.")]
    [InlineData("zh-CN", "自 2025-01-01 起 36 个月，按月数到 2027-12-31 止（含当日）。实际于 2025-08-31 到期：2025-09-01 的读数已超过 60,000 公里，先于月数用满。")]
    public void A_cover_that_the_meter_ended_says_what_ended_it_and_when(string culture, string words)
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        var ended = SanBao.State(Cars2022, Facts("2025-01-01") with { Readings = [new(Day("2025-09-01"), 60_001)] }, Day("2025-10-01"));

        Assert.Equal(words, WarrantyWords.Explain(texts, new Shown(texts, TestHouse.Zone), ended));
    }
}
