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
    [InlineData(RightTrigger.EarlyFault, 7, 0, RightClaim.Return, "2025-01-08", true)]
    [InlineData(RightTrigger.EarlyFault, 7, 0, RightClaim.Return, "2025-01-09", false)]
    [InlineData(RightTrigger.EarlyGraveFault, 60, 0, RightClaim.ExchangeOrReturn, "2025-03-02", true)]
    [InlineData(RightTrigger.EarlyGraveFault, 60, 1, RightClaim.ExchangeOrReturn, "2025-03-02", true)]
    [InlineData(RightTrigger.SafetyFault, 2, 1, RightClaim.ExchangeOrReturn, "2025-06-01", false)]
    [InlineData(RightTrigger.SafetyFault, 2, 2, RightClaim.ExchangeOrReturn, "2025-06-01", true)]
    [InlineData(RightTrigger.PartReplaced, 1, 0, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.PartReplaced, 2, 1, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.PartReplaced, 2, 0, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.SameFault, 4, 3, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.SameFault, 4, 4, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.RepairDays, 3, 3, RightClaim.Exchange, "2025-06-01", true)]
    [InlineData(RightTrigger.RepairDays, 3, 2, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.Exchange, "2025-02-20", true)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.Exchange, "2025-06-01", false)]
    [InlineData(RightTrigger.RunOn, 30, 1, RightClaim.RepairAgain, "2025-02-20", false)]
    public void A_right_with_one_more_missing_is_amber_whatever_it_counts(RightTrigger trigger, int limit, int had, RightClaim claim, string day, bool amber)
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
    [InlineData("2025-02-01", 2_999, WarrantyLevel.Amber)]
    [InlineData("2025-02-01", 3_001, WarrantyLevel.Calm)]
    [InlineData("2025-04-01", 2_000, WarrantyLevel.Calm)]
    public void A_car_is_amber_while_one_grave_fault_would_still_be_early(string day, int km, WarrantyLevel level) =>
        Assert.Equal(level, SanBao.Read(Cars2022, Facts("2025-01-01") with { Readings = [new(Day(day), km)] }, Day(day)).Level);

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
