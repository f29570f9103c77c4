using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Performance;
using CsCheck;
using static AfterSales.Tests.Performance.Cards;

namespace AfterSales.Tests.Performance;

/// <summary>What holds for any rows (DOMAIN 4).</summary>
public sealed class ScorecardProperties
{
    private static readonly DateTimeOffset Begin = At("09-15 00:00");

    private static readonly Gen<DateTimeOffset> Instant = Gen.Int[0, 60 * 24 * 4].Select(q => Begin.AddMinutes(15 * q));

    private static readonly Gen<CaseFacts> Facts =
        Gen.Select(Gen.Long[1, 1_000_000], Instant, Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[1, 11].Select(i => (CaseType)i), Gen.Int[0, 4], Gen.Int[0, 63])
            .Select((id, opened, replied, resolved, type, pick, bits) => new CaseFacts
            {
                CaseId = id, OpenedAt = opened, Type = type, Area = pick switch { 0 => null, 1 => "north", _ => "south" }, EngineerId = pick == 0 ? null : pick, AgentId = 1 + (pick % 2),
                AssetId = pick == 4 ? null : pick, SymptomKey = pick == 3 ? "" : "leak", Cancelled = bits % 8 == 7, Channel = Channel.Phone,
                RepliedAt = replied > 30 ? null : opened.AddHours(replied), ReplyDueAt = opened.AddHours(24), HandlingDueAt = opened.AddHours(48),
                ArrivedAt = bits < 16 ? opened.AddHours(replied) : null, ArrivalDueAt = bits % 2 == 0 ? opened.AddHours(24) : null, ArrivalExempt = bits % 16 == 3,
                ResolvedAt = resolved > 30 ? null : opened.AddHours(2 * resolved), Handling = resolved > 30 ? null : TimeSpan.FromHours(resolved) + TimeSpan.FromMilliseconds(bits),
                ClosedAt = resolved > 20 ? null : opened.AddHours(3 * resolved), Verdict = bits % 3 == 0 ? null : bits % 3 == 1 ? Verdict.Satisfied : Verdict.Dissatisfied,
                Visits = bits % 4, Reopened = bits % 16 == 9,
            });

    private static readonly Gen<PeriodRows> Rows =
        Gen.Select(Facts.Array[0, 30], Gen.Select(Gen.Int[0, 40], Instant, Gen.Int[1, 5], Gen.Bool).Array[0, 30], Gen.Select(Gen.Int[0, 40], Instant, Gen.Int[0, 10]).Array[0, 30])
            .Select((facts, answers, windows) =>
            {
                var cases = facts.DistinctBy(f => f.CaseId).ToArray();
                return new PeriodRows(
                    cases, cases,
                    [.. answers.Where(a => a.Item1 < cases.Length).Select((a, i) => new AnswerRow(i, cases[a.Item1].CaseId, a.Item2, a.Item2, a.Item4 ? AnswerSource.Form : AnswerSource.Callback, a.Item3, a.Item3 == 2))],
                    [.. windows.Where(w => w.Item1 < cases.Length).Select((w, i) => new CallbackRow(i, cases[w.Item1].CaseId, w.Item2, w.Item3 > 7 ? null : w.Item2.AddDays(2 - w.Item3), w.Item3 > 7 ? CallbackState.Unreachable : CallbackState.Answered))],
                    [.. cases.Select(c => new CustomerRow(c.CaseId, c.Area, DateOnly.FromDateTime(c.OpenedAt.Date), c.ResolvedAt is { } r ? DateOnly.FromDateTime(r.Date) : null))]);
            });

    [Fact]
    public void The_numerator_is_part_of_the_denominator_and_nothing_counts_twice() => Rows.Sample(rows =>
    {
        var card = new Scorecard(rows, Judge());
        foreach (var key in FigureKeys.All)
        {
            var counted = card.Count(key);
            Assert.Equal(counted.Count, counted.DistinctBy(c => c.Id).Count());
            Assert.All(counted, c => Assert.True(c.Amount >= 0 && (key.IsDuration() || c.Amount <= 1)));
        }
    });

    [Fact]
    public void Groups_of_any_dimension_sum_up_to_the_whole() => Rows.Sample(rows =>
    {
        var card = new Scorecard(rows, Judge());
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var groups = card.Groups(dimension);
            foreach (var figure in card.Figures)
            {
                Assert.Equal(figure.Denominator, groups.Sum(g => g[figure.Key].Denominator));
                Assert.Equal(figure.Numerator, groups.Sum(g => g[figure.Key].Numerator), 6);
            }
        }
    });

    [Fact]
    public void Cancelled_cases_count_nowhere_nor_as_repeats() => Rows.Sample(rows =>
    {
        var without = rows with { Cases = [.. rows.Cases.Where(c => !c.Cancelled)], Faults = [.. rows.Faults.Where(c => !c.Cancelled)] };
        Assert.Equal(new Scorecard(without, Judge()).Figures, new Scorecard(rows, Judge()).Figures);
    });

    [Fact]
    public void Rows_outside_the_period_and_their_order_change_nothing() => Rows.Sample(rows =>
    {
        var october = new Scorecard(rows, Judge());
        var reversed = new PeriodRows([.. rows.Cases.Reverse()], [.. rows.Faults.Reverse()], [.. rows.Answers.Reverse()], [.. rows.Callbacks.Reverse()], [.. rows.Customers.Reverse()]);
        Assert.Equal(october.Figures, new Scorecard(reversed, Judge()).Figures);
        Assert.Equal(
            october[FigureKey.K8].Denominator + Of(rows, "2026-09", FigureKey.K8) + Of(rows, "2026-11", FigureKey.K8),
            Of(rows, "2026", FigureKey.K8));
    });

    private static int Of(PeriodRows rows, string period, FigureKey key) => new Scorecard(rows, Judge(Period.Parse(period)))[key].Denominator;
}
