using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Performance;
using static AfterSales.Core.Performance.FigureKey;
using static AfterSales.Tests.Performance.Cards;

namespace AfterSales.Tests.Performance;

/// <summary>Each formula of DOMAIN 4 with its edges.</summary>
public sealed class ScorecardTests
{
    [Fact]
    public void Every_figure_is_summed_once()
    {
        var passes = Card().Passes(null).SelectMany(p => p.Keys);
        Assert.Equal(FigureKeys.All, passes.Concat(Scorecard.Alone).Append(FigureKey.K9).Order());
    }

    [Fact]
    public async Task K1_counts_of_a_case_the_latest_sealed_answer_given_in_the_period()
    {
        var (a, b, c) = (Case("09-01 09:00"), Case("10-02 09:00", CaseType.Enquiry), Case("10-03 09:00"));
        AnswerRow[] answers =
        [
            Answer(a, "10-05 10:00", 2, AnswerSource.Form), Answer(a, "10-09 10:00", 5), Answer(a, "11-01 10:00", 1),
            Answer(b, "10-06 10:00", 5, replaced: true), Answer(b, "10-06 10:00", 3, recorded: "10-07 08:00"),
            Answer(c, "09-30 23:59", 5),
        ];
        var card = Card([a, b, c], Judge(), answers);
        Assert.Equal("1/2", await card.Of(K1));
        Assert.Equal([answers[1].Id, answers[4].Id], (await card.Count(K1)).Select(x => x.Id).Order());
        Assert.Equal([new(AsideKind.Callbacks, 1, 2), new(AsideKind.Forms, 0, 1)], await card.Asides(K1));
    }

    [Theory]
    [InlineData(5, "1/1")]
    [InlineData(4, "1/1")]
    [InlineData(3, "0/1")]
    public async Task K1_is_satisfied_from_four_of_five(int score, string expected)
    {
        var c = Case("10-02 09:00");
        Assert.Equal(expected, await Card([c], Judge(), [Answer(c, "10-06 10:00", score)]).Of(K1));
    }

    [Theory]
    [InlineData("09-10 09:00", null, "0/1", "opened before, still in hand")]
    [InlineData("09-10 09:00", "09-30 23:59", "0/0", "closed before the start")]
    [InlineData("09-10 09:00", "10-01 00:00", "1/1", "closed at the first instant")]
    [InlineData("10-31 23:59", "11-01 00:00", "0/1", "opened in it, closed after it")]
    [InlineData("11-01 00:00", null, "0/0", "opened after it")]
    public async Task K2_is_closed_in_the_period_over_in_hand_in_the_period(string opened, string? closed, string expected, string because) =>
        Assert.True(await Card(Case(opened, CaseType.Complaint, closed, closed)).Of(K2) == expected, because);

    [Fact]
    public async Task K3_counts_only_complaints_closed_in_the_period_with_a_verdict()
    {
        var closed = Enumerable.Range(0, 3).Select(_ => Case("10-02 09:00", CaseType.Complaint, "10-03 09:00", "10-04 09:00")).ToArray();
        closed[0].Verdict = Verdict.Dissatisfied;
        closed[1].Verdict = Verdict.Satisfied;
        var later = Case("10-02 09:00", CaseType.Complaint, "10-03 09:00", "11-04 09:00");
        later.Verdict = Verdict.Dissatisfied;
        Assert.Equal("1/2", await Card([.. closed, later]).Of(K3));
    }

    [Theory]
    [InlineData("07-03 23:59", "10-01 09:00", "leak", 7L, "1/1", "the ninetieth day")]
    [InlineData("07-02 23:59", "10-01 09:00", "leak", 7L, "0/1", "the ninety-first day")]
    [InlineData("10-01 09:00", "10-01 09:00", "leak", 7L, "1/1", "resolved at the very opening")]
    [InlineData("10-01 09:01", "10-01 09:00", "leak", 7L, "0/1", "resolved after the opening")]
    [InlineData("09-20 09:00", "10-01 09:00", "noise", 7L, "0/1", "another symptom")]
    [InlineData("09-20 09:00", "10-01 09:00", "leak", 8L, "0/1", "another machine")]
    public async Task K4_counts_a_complaint_that_repeats_a_resolved_repair(string resolved, string opened, string symptom, long asset, string expected, string because)
    {
        var before = Case("07-01 09:00", CaseType.Repair, resolved, asset: asset, symptom: symptom);
        Assert.True(await Card(before, Case(opened, CaseType.Complaint, asset: 7, symptom: "leak")).Of(K4) == expected, because);
    }

    [Fact]
    public async Task K4_repeats_neither_a_maintenance_nor_a_cancelled_case_nor_a_blank_nor_itself()
    {
        var complaint = Case("10-05 09:00", CaseType.Complaint, "10-05 09:00", asset: 7, symptom: "leak");
        var cancelled = Case("09-01 09:00", CaseType.Repair, "09-02 09:00", asset: 7, symptom: "leak");
        cancelled.Cancelled = true;
        Assert.Equal("0/1", await Card(complaint, cancelled, Case("09-01 09:00", CaseType.Maintenance, "09-02 09:00", asset: 7, symptom: "leak")).Of(K4));
        Assert.Equal("0/1", await Card(Case("10-05 09:00", CaseType.Complaint, asset: 7), Case("09-01 09:00", CaseType.Repair, "09-02 09:00", asset: 7)).Of(K4));
    }

    [Theory]
    [InlineData("10-31 20:00", "11-01 20:00", "1/1", "on time is at the due instant too")]
    [InlineData("10-31 20:00", "11-01 20:01", "0/1", "a minute late")]
    [InlineData("10-31 20:00", null, "0/1", "overdue at the cut-off, though due after the month")]
    public async Task K5_and_K7_judge_what_is_given_or_overdue(string opened, string? given, string expected, string because)
    {
        var c = Case(opened, CaseType.Enquiry, given);
        (c.ReplyDueAt, c.HandlingDueAt) = (At("11-01 20:00"), At("11-01 20:00"));
        Assert.True(await Card(c).Of(K5) == expected, because);
        Assert.True(await Card(c).Of(K7) == expected, because);
    }

    [Fact]
    public async Task K5_and_K7_leave_out_what_still_runs_at_the_cut_off_or_stands()
    {
        var (running, paused) = (Case("10-31 20:00"), Case("10-31 20:00"));
        (running.ReplyDueAt, running.HandlingDueAt) = (At("11-01 20:00"), At("11-02 20:00"));
        Assert.Equal("0/0", await Card([running, paused], Judge(cutoff: "11-01 20:00")).Of(K5));
        Assert.Equal("0/1", await Card([running, paused], Judge(cutoff: "11-01 20:01")).Of(K5));
        Assert.Equal("0/0", await Card([running, paused], Judge(cutoff: "11-01 20:01")).Of(K7));
    }

    [Fact]
    public async Task K6_counts_arrival_promises_and_keeps_exemptions_apart()
    {
        var cases = Enumerable.Range(0, 5).Select(_ => Case("10-10 09:00", resolved: "10-14 09:00")).ToArray();
        foreach (var c in cases[..4])
        {
            c.ArrivalDueAt = At("10-12 09:00");
        }

        cases[0].ArrivedAt = cases[4].ArrivedAt = At("10-12 09:00");
        cases[1].ArrivedAt = At("10-12 09:01");
        cases[2].ArrivalExempt = true;
        Assert.Equal("1/3", await Card(cases).Of(K6));
        Assert.Equal([new(AsideKind.Exempt, 1)], await Card(cases).Asides(K6));
    }

    [Theory]
    [InlineData("11-01 00:00", "10-31 23:59", "1/1", "the last day of the month; answered before its end")]
    [InlineData("11-01 00:00", "11-01 00:00", "0/1", "00:00 of the day after is late")]
    [InlineData("10-01 00:00", "09-30 10:00", "0/0", "its last day is in September")]
    [InlineData("11-02 00:00", "10-20 10:00", "0/0", "its last day is in November")]
    [InlineData("10-20 00:00", "10-01 10:00", "1/1", "answered even before it began")]
    [InlineData("10-20 00:00", null, "0/1", "not answered")]
    public async Task K8_counts_the_windows_whose_last_day_lies_in_the_period(string ends, string? answered, string expected, string because)
    {
        var c = Case("09-10 09:00");
        Assert.True(await Card([c], Judge(), callbacks: [Window(c, ends, answered)]).Of(K8) == expected, because);
    }

    [Fact]
    public async Task K8_keeps_the_unreachable_in_the_denominator_and_waits_for_the_end_of_a_window()
    {
        var c = Case("10-10 09:00");
        CallbackRow[] windows = [Window(c, "10-20 00:00", "10-18 10:00"), Window(c, "10-21 00:00", null, CallbackState.Unreachable), Window(c, "10-25 00:00", null, CallbackState.Void), Window(c, "10-30 00:00")];
        var card = Card([c], Judge(cutoff: "10-29 23:59"), callbacks: windows);
        Assert.Equal("1/2", await card.Of(K8));
        Assert.Equal([new(AsideKind.Unreachable, 1)], await card.Asides(K8));
        Assert.Equal("1/3", await Card([c], Judge(cutoff: "10-30 00:00"), callbacks: windows).Of(K8));
    }

    [Theory]
    [InlineData("10-31", "11-02", "1/1", "filed on the second day, in the next month")]
    [InlineData("10-31", "11-03", "0/1", "filed on the third day")]
    [InlineData("10-10", null, "0/1", "not filed, overdue")]
    [InlineData("11-01", "11-01", "0/0", "contacted after the period")]
    [InlineData(null, "10-02", "0/0", "no known contact day")]
    public async Task K9_counts_customers_filed_within_two_days_of_the_contact(string? contact, string? filed, string expected, string because)
    {
        var customer = new CustomerRow { Id = 1, Area = "north", FirstContactOn = Day(contact), FiledOn = Day(filed) };
        Assert.True(await Card([], Judge(), customers: [customer]).Of(K9) == expected, because);
    }

    [Fact]
    public async Task K9_leaves_out_a_file_whose_days_still_run_at_the_cut_off()
    {
        CustomerRow[] customers = [new() { Id = 1, Area = "north", FirstContactOn = Day("10-20") }];
        Assert.Equal("0/0", await Card([], Judge(cutoff: "10-22 23:59"), customers: customers).Of(K9));
        Assert.Equal("0/1", await Card([], Judge(cutoff: "10-23 00:00"), customers: customers).Of(K9));
    }

    [Theory]
    [InlineData(0, false, null, "1/1", "no visit is no more than one")]
    [InlineData(1, false, null, "1/1", "one visit")]
    [InlineData(2, false, null, "0/1", "two visits")]
    [InlineData(1, true, null, "0/1", "a reopening counts as a repeat")]
    [InlineData(1, false, "10-05 09:00", "0/1", "opened again at the resolution")]
    [InlineData(1, false, "10-05 08:59", "1/1", "opened before the resolution")]
    [InlineData(1, false, "11-24 10:00", "0/1", "opened again up to the cut-off")]
    [InlineData(1, false, "11-24 10:01", "1/1", "opened after the cut-off")]
    public async Task K11_is_at_most_one_visit_and_no_repeat(int visits, bool reopened, string? again, string expected, string because)
    {
        var repair = Case("10-01 09:00", CaseType.Repair, "10-05 09:00", asset: 7, symptom: "leak");
        (repair.Visits, repair.Reopened) = (visits, reopened);
        CaseFacts[] cases = again is null ? [repair] : [repair, Case(again, CaseType.Complaint, asset: 7, symptom: "leak")];
        Assert.True(await Card(cases).Of(K11) == expected, because);
    }

    [Fact]
    public async Task K12_is_the_mean_of_the_counted_minutes_with_fractions()
    {
        var (a, b, open) = (Case("09-30 09:00", resolved: "10-01 09:00"), Case("10-02 09:00", resolved: "10-02 09:01"), Case("10-02 09:00"));
        (a.Handling, b.Handling) = (90 * 60_000, 90_000);
        var figure = (await Card(a, b, open).Sum())[K12];
        Assert.Equal((91.5, 2, 45.75), (figure.Numerator, figure.Denominator, figure.Value));
    }

    [Fact]
    public async Task Nothing_counted_has_no_value() => Assert.All((await Card().Sum()).Figures, f => Assert.Null(f.Value));

    private static DateOnly? Day(string? monthDay) => monthDay is null ? null : DateOnly.ParseExact("2026-" + monthDay, "yyyy-MM-dd", null);
}
