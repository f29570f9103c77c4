using AfterSales.Core.Assets;
using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;
using static AfterSales.Tests.Support.Times;
using static AfterSales.Tests.Warranty.Presets;

namespace AfterSales.Tests.Warranty;

/// <summary>DOMAIN 3, 三包 presets: periods, what ends them, rights and the day they arise.</summary>
public sealed class SanBaoTests
{
    [Theory]
    [InlineData("farm", 12, null, null, null)]
    [InlineData("appliance", 12, null, null, null)]
    [InlineData("machinery", 12, null, null, null)]
    [InlineData("cars", 36, 60_000, 24, 50_000)]
    public void Presets_have_the_periods_of_the_table(string code, int months, int? meter, int? exchange, int? exchangeMeter) => Assert.All(
        Defaults.Warranties().Where(w => w.Code == code),
        p => Assert.Equal((months, meter, exchange, exchangeMeter), (p.MachineMonths, p.MachineMeter, p.ExchangeMonths, p.ExchangeMeter)));

    [Fact]
    public void A_car_bought_before_2022_has_the_law_of_2013()
    {
        Assert.True(Cars2013.HoldsAt(new(2021, 12, 31, 15, 59, 59, TimeSpan.Zero)));
        Assert.False(Cars2022.HoldsAt(new(2021, 12, 31, 15, 59, 59, TimeSpan.Zero)));
        Assert.True(Cars2022.HoldsAt(new(2021, 12, 31, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal((50, 80, 0, 50), (Cars2013.CompensationLeast, Cars2013.CompensationMost, Cars2022.CompensationLeast, Cars2022.CompensationMost));
    }

    [Fact]
    public void Farm_machinery_has_main_parts_for_24_months_and_the_starter_for_3()
    {
        var parts = SanBao.Read(Farm, Facts("2026-01-01"), Day("2026-06-01")).Parts.ToDictionary(p => p.Assembly);
        Assert.Equal(["clutch-housing", "cylinder-head", "engine-block", "flywheel", "frame", "gearbox-housing"], parts.Values.Where(p => p.Main).Select(p => p.Assembly).Order());
        Assert.Equal((Day("2027-12-31"), WarrantyCover.In), (parts["frame"].State.LastDay, parts["frame"].State.Cover));
        Assert.Equal((Day("2026-03-31"), WarrantyCover.Out), (parts["starter"].State.LastDay, parts["starter"].State.Cover));
    }

    [Fact]
    public void Days_or_kilometres_whichever_ends_first()
    {
        var facts = Facts("2025-01-01") with { Readings = [new(Day("2025-06-01"), 59_000), new(Day("2025-09-01"), 60_001)] };
        Assert.Equal((WarrantyCover.In, 1_000), (SanBao.State(Cars2022, facts, Day("2025-08-31")).Cover, SanBao.State(Cars2022, facts, Day("2025-08-31")).MeterLeft));
        var ended = SanBao.State(Cars2022, facts, Day("2025-09-01"));
        Assert.Equal((WarrantyCover.Out, Day("2025-08-31"), 0, Day("2025-09-01")), (ended.Cover, ended.LastDay!.Value, ended.MeterLeft!.Value, ended.MeterPassedOn!.Value));
    }

    [Fact]
    public void Repair_and_waiting_days_prolong_where_the_preset_says_so()
    {
        RepairFact[] repairs = [Repair("2026-03-01", 10), Repair("2026-03-05", 10), Repair("2026-12-31", 3)];
        var farm = SanBao.State(Farm, Facts("2026-01-01", repairs), Day("2027-01-20"));
        Assert.Equal((17, Day("2027-01-17"), WarrantyCover.Out), (farm.Prolonged, farm.LastDay!.Value, farm.Cover));
        Assert.Equal((0, Day("2026-12-31")), (SanBao.State(One("machinery"), Facts("2026-01-01", repairs), Day("2027-01-20")) is var m ? (m.Prolonged, m.LastDay!.Value) : default));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void R20_what_was_repaired_runs_thirty_days_or_is_repaired_again(int after, bool arises)
    {
        var repaired = Repair("2026-03-01", 2);
        var reading = SanBao.Read(Farm, Facts("2026-01-01", repaired, Repair($"{Day("2026-03-02").AddDays(after):yyyy-MM-dd}", 1)), Day("2026-06-01"));
        Assert.Equal(arises, reading.Arisen.Any(c => c.Right is { Rule: "R20", Claim: RightClaim.RepairAgain }));
    }

    [Fact]
    public void R20_back_the_same_day_as_a_case_of_its_own_counts_once()
    {
        var first = Repair("2026-03-01", 2);
        var again = Repair("2026-03-02", 3) with { Case = "SC-2026-03-02-2" };
        var reading = SanBao.Read(Farm, Facts("2026-01-01", again, first), Day("2026-06-01"));
        Assert.Equal([first.Case, again.Case], Assert.Single(reading.Arisen, c => c.Right.Rule == "R20").Cases);
        RepairFact[] oneDay = [Repair("2026-03-01", 1), Repair("2026-03-01", 1) with { Case = "SC-2026-03-01-2" }];
        Assert.Single(SanBao.Read(Farm, Facts("2026-01-01", oneDay), Day("2026-06-01")).Arisen, c => c.Right.Rule == "R20");
        Assert.DoesNotContain(SanBao.Read(Farm, Facts("2026-01-01", first), Day("2026-06-01")).Arisen, c => c.Right.Rule == "R20");
    }

    [Theory]
    [InlineData("appliance", "2025-01-08", RightTrigger.EarlyFault, true)]
    [InlineData("appliance", "2025-01-17", RightTrigger.EarlyFault, false)]
    [InlineData("farm", "2025-12-31", RightTrigger.RunOn, true)]
    [InlineData("farm", "2026-01-01", RightTrigger.RunOn, true)] // the two days of repair before prolong the rights
    [InlineData("farm", "2026-01-03", RightTrigger.RunOn, false)]
    public void Rights_go_by_the_day_of_the_report_not_of_the_arrival(string code, string reported, RightTrigger trigger, bool arises)
    {
        var came = $"{Day(reported).AddDays(20):yyyy-MM-dd}";
        var facts = Facts("2025-01-01", Repair("2025-12-20", 2), Repair(came, 1, reported: reported));
        Assert.Equal(arises, SanBao.Read(One(code), facts, Day("2026-03-01")).Arisen.Any(c => c.Right.Trigger == trigger && c.AroseOn == Day(reported)));
    }

    [Theory]
    [InlineData("part", 90, null, "R21", false)]
    [InlineData("part", 91, "2026-05-31", "R21", false)]
    [InlineData("internal", 30, null, "R22", true)]
    [InlineData("internal", 31, "2026-04-01", "R22", true)]
    public void R21_R22_days_waited_are_a_right_to_exchange(string reason, int days, string? arose, string rule, bool repairerPays)
    {
        var waits = new WaitFact(Day("2026-03-02"), Day("2026-03-01").AddDays(days), reason);
        var reading = SanBao.Read(Farm, Facts("2026-01-01", new RepairFact("SC-1", Day("2026-03-01"), Day("2026-03-01"), null, "noise", false, [], [waits])), Day("2026-07-01"));
        var count = reading.Counts.Single(c => c.Right.Rule == rule);
        Assert.Equal((days, arose is null ? null : Day(arose), repairerPays, RightClaim.Exchange), (count.Counted, count.AroseOn, count.Right.RepairerPays, count.Right.Claim));
        Assert.Equal(arose is null ? WarrantyLevel.Amber : WarrantyLevel.Red, reading.Level);
    }

    [Fact]
    public void R21_is_amber_some_days_before_while_the_part_is_awaited()
    {
        RepairFact[] waiting = [new("SC-1", Day("2026-03-01"), Day("2026-03-01"), null, "noise", false, [], [new(Day("2026-03-01"), null, "part")])];
        Assert.Equal(WarrantyLevel.Calm, SanBao.Read(Farm, Facts("2026-01-01", waiting), Day("2026-05-24")).Level);
        Assert.Equal(WarrantyLevel.Amber, SanBao.Read(Farm, Facts("2026-01-01", waiting), Day("2026-05-25")).Level);
        Assert.Equal(WarrantyLevel.Red, SanBao.Read(Farm, Facts("2026-01-01", waiting), Day("2026-05-30")).Level);
    }

    [Fact]
    public void R23_in_the_busy_season_a_part_repaired_twice_and_still_bad_is_a_new_one()
    {
        RepairFact[] twice = [Repair("2026-05-01", 1), Repair("2026-06-10", 1)];
        Assert.True(SanBao.Read(Farm, Facts("2026-01-01", twice), Day("2026-06-20")).Of(RightTrigger.BusySeason).Near);
        var still = SanBao.Read(Farm, Facts("2026-01-01", [.. twice, Repair("2026-06-25", 1)]), Day("2026-08-01")).Of(RightTrigger.BusySeason);
        Assert.Equal((Day("2026-06-25"), RightClaim.NewPart, "R23"), (still.AroseOn, still.Right.Claim, still.Right.Rule));
        Assert.Null(SanBao.Read(Farm, Facts("2026-01-01", [.. twice, Repair("2026-07-25", 1)]), Day("2026-08-01")).Of(RightTrigger.BusySeason).AroseOn);
    }

    [Theory]
    [InlineData(new[] { 5, 6, 9, 10 }, "2025-05-20", "2025-06-10", "2025-09-05", false)]
    [InlineData(new[] { 5, 6, 9, 10 }, "2025-09-20", "2025-10-10", "2025-10-31", true)]
    [InlineData(new[] { 11, 12, 1 }, "2025-11-20", "2025-12-10", "2026-01-05", true)]
    [InlineData(new[] { 1, 11, 12 }, "2025-01-20", "2025-11-10", "2025-12-05", false)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, "2025-11-20", "2025-12-10", "2026-01-05", false)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, "2025-02-20", "2025-12-10", "2025-12-31", true)]
    public void R23_a_season_is_a_run_of_busy_months_over_the_turn_of_a_year_too(int[] months, string first, string second, string third, bool arises)
    {
        var policy = Farm;
        policy.BusyMonths.Clear();
        policy.BusyMonths.AddRange(months);
        var facts = Facts("2025-01-15", Repair(first, 1), Repair(second, 1));
        Assert.Equal(arises, Counts(facts).Any(c => c.Near));
        var again = Counts(facts with { Repairs = [.. facts.Repairs, Repair($"{Day(third).AddDays(9):yyyy-MM-dd}", 1, reported: third)] }, 10);
        Assert.Equal(arises, again.Any(c => c.AroseOn == Day(third)));
        IEnumerable<RightCount> Counts(WarrantyFacts known, int after = 0) => SanBao.Read(policy, known, Day(third).AddDays(after)).Counts.Where(c => c.Right.Trigger == RightTrigger.BusySeason);
    }

    [Theory]
    [InlineData(2022, 30, 4, false)]
    [InlineData(2022, 31, 5, true)]
    [InlineData(2013, 35, 5, false)]
    [InlineData(2013, 36, 6, true)]
    public void Cars_more_than_so_many_days_or_repairs_of_one_fault_are_exchanged(int law, int days, int times, bool arises)
    {
        var policy = law == 2022 ? Cars2022 : Cars2013;
        var long_ = SanBao.Read(policy, Facts("2025-01-01", Repair("2025-03-01", days)), Day("2025-12-01")).Of(RightTrigger.RepairDays);
        Assert.Equal((days, arises), (long_.Counted, long_.AroseOn is not null));
        var often = SanBao.Read(policy, Facts("2025-01-01", [.. Enumerable.Range(0, times).Select(i => Repair($"2025-{i + 3:00}-01", 1))]), Day("2025-12-01")).Of(RightTrigger.SameFault);
        Assert.Equal((times, arises, !arises), (often.Counted, often.AroseOn is not null, often.Near));
    }

    [Fact]
    public void Cars_the_same_main_part_replaced_twice_and_a_fault_of_safety_after_two_repairs()
    {
        var once = SanBao.Read(Cars2022, Facts("2025-01-01", Repair("2025-06-01", 1, replaced: ["engine"])), Day("2025-12-01"));
        Assert.Equal((WarrantyLevel.Amber, "engine"), (once.Level, once.Of(RightTrigger.PartReplaced).Of));
        var twice = SanBao.Read(Cars2022, Facts("2025-01-01", Repair("2025-06-01", 1, replaced: ["engine"]), Repair("2025-07-01", 2, "oil", replaced: ["engine"])), Day("2025-12-01"));
        Assert.Equal(Day("2025-07-02"), twice.Of(RightTrigger.PartReplaced).AroseOn);
        RepairFact[] brakes = [Repair("2025-06-01", 1, "a", true), Repair("2025-07-01", 1, "b", true)];
        Assert.True(SanBao.Read(Cars2022, Facts("2025-01-01", brakes), Day("2025-12-01")).Of(RightTrigger.SafetyFault).Near);
        Assert.Equal(Day("2025-08-01"), SanBao.Read(Cars2022, Facts("2025-01-01", [.. brakes, Repair("2025-08-01", 1, "c", true)]), Day("2025-12-01")).Of(RightTrigger.SafetyFault).AroseOn);
    }

    [Theory]
    [InlineData("2025-01-08", 100, true)]
    [InlineData("2025-03-02", 3_000, true)]
    [InlineData("2025-03-02", 3_001, false)]
    [InlineData("2025-03-03", 100, false)]
    public void Cars_early_cases_within_7_days_or_60_days_and_3000_km(string day, int km, bool arises)
    {
        var facts = Facts("2025-01-01", Repair(day, 1, safety: true)) with { Readings = [new(Day(day), km)] };
        Assert.Equal(arises, SanBao.Read(Cars2022, facts, Day("2025-06-01")).Arisen.Any(c => c.Right.Trigger == RightTrigger.EarlyGraveFault));
        Assert.DoesNotContain(SanBao.Read(Cars2022, Facts("2025-01-01", Repair(day, 1)), Day("2025-06-01")).Arisen, c => c.Right.Trigger == RightTrigger.EarlyGraveFault);
    }

    [Theory]
    [InlineData(null, 0, true)]
    [InlineData("2025-01-20", 800, true)]
    [InlineData("2025-02-10", 800, false)]
    [InlineData("2025-04-01", 2_900, false)]
    [InlineData("2025-04-01", 3_001, true)]
    public void A_right_by_km_is_a_fact_only_where_a_reading_near_that_day_or_a_later_one_within_says_so(string? read, int km, bool unsure)
    {
        var facts = Facts("2025-01-01", Repair("2025-02-25", 1, safety: true)) with { Readings = read is null ? [] : [new(Day(read), km)] };
        var reading = SanBao.Read(Cars2022, facts, Day("2025-06-01"));
        var right = reading.Counts.Single(c => c.Right.Trigger == RightTrigger.EarlyGraveFault && c.Right.Meter is not null && c.AroseOn is not null);
        Assert.Equal((unsure, !unsure), (right.Unsure, right.Stands));
        Assert.Equal(unsure ? WarrantyLevel.Amber : WarrantyLevel.Red, reading.Level);
    }

    [Theory]
    [InlineData("2025-01-08", RightClaim.Return, RightClaim.Exchange)]
    [InlineData("2025-01-16", RightClaim.Exchange, null)]
    [InlineData("2025-01-17", null, null)]
    public void Appliances_are_returned_within_7_days_and_exchanged_within_15(string day, RightClaim? first, RightClaim? second)
    {
        var claims = SanBao.Read(One("appliance"), Facts("2025-01-01", Repair(day, 1)), Day("2025-06-01")).Arisen.Select(c => (RightClaim?)c.Right.Claim).ToList();
        Assert.Equal(new[] { first, second }.Where(c => c is not null).Order(), claims.Order());
    }

    [Fact]
    public void After_the_months_of_rights_none_arises_any_more()
    {
        var late = SanBao.Read(Cars2022, Facts("2023-01-01", Repair("2025-02-01", 40)), Day("2025-06-01"));
        Assert.Equal((WarrantyCover.In, 0, null), (late.Machine.Cover, late.Of(RightTrigger.RepairDays).Counted, late.Next));
    }

    [Fact]
    public void A_part_fitted_in_a_repair_has_months_and_kilometres_of_its_own()
    {
        var facts = Facts("2022-01-01", Repair("2024-06-01", 1, replaced: ["brake"])) with { Readings = [new(Day("2024-06-01"), 50_000), new(Day("2024-12-01"), 70_001)] };
        PartState At(string day) => SanBao.Read(Cars2022, facts, Day(day)).Parts.Single(p => p.FittedBy is not null);
        Assert.Equal((WarrantyCover.In, 20_000), (At("2024-07-01").State.Cover, At("2024-07-01").State.MeterLeft));
        Assert.Equal(WarrantyCover.Out, At("2024-12-01").State.Cover);
    }

    [Fact]
    public void A_part_fitted_before_any_reading_goes_by_months_alone()
    {
        var facts = Facts("2022-01-01", Repair("2024-06-01", 1, replaced: ["brake"])) with { Readings = [new(Day("2024-07-01"), 50_000)] };
        var state = SanBao.Read(Cars2022, facts, Day("2024-12-01")).Parts.Single(p => p.FittedBy is not null).State;
        Assert.Equal((WarrantyCover.In, null, Day("2025-05-31")), (state.Cover, state.Meter, state.LastDay));
    }

    [Fact]
    public void R24_compensation_is_price_by_kilometres_by_n()
    {
        var facts = Facts("2025-01-01") with { PriceFen = 20_000_000, Readings = [new(Day("2025-06-01"), 12_500)] };
        var c = SanBao.Read(Cars2013, facts, Day("2025-07-01")).Compensation!;
        Assert.Equal((1_250_000L, 2_000_000L), (c.LeastFen, c.MostFen)); // 200,000 × 12.5 × 0.5 % and 0.8 %
        Assert.Null(SanBao.Read(Farm, facts, Day("2025-07-01")).Compensation);
        Assert.Equal(20_000_000, (c with { Km = 9_000_000 }).MostFen);
    }

    [Fact]
    public void The_next_right_is_the_nearest()
    {
        var reading = SanBao.Read(Cars2022, Facts("2025-01-01", Repair("2025-03-01", 20), Repair("2025-05-01", 1)), Day("2025-07-01"));
        Assert.Equal((RightTrigger.RepairDays, 10), (reading.Next!.Right.Trigger, reading.Next.Left));
    }
}
