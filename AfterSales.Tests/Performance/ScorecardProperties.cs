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
                ResolvedAt = resolved > 30 ? null : opened.AddHours(2 * resolved), Handling = resolved > 30 ? null : (resolved * 3_600_000) + bits,
                ClosedAt = resolved > 20 ? null : opened.AddHours(3 * resolved), Verdict = bits % 3 == 0 ? null : bits % 3 == 1 ? Verdict.Satisfied : Verdict.Dissatisfied,
                Visits = bits % 4, Reopened = bits % 16 == 9,
            });

    private static readonly Gen<PeriodRows> Rows =
        Gen.Select(Facts.Array[0, 30], Gen.Select(Gen.Int[0, 40], Instant, Gen.Int[1, 5], Gen.Bool).Array[0, 30], Gen.Select(Gen.Int[0, 40], Instant, Gen.Int[0, 10]).Array[0, 30])
            .Select((facts, answers, windows) =>
            {
                var cases = facts.DistinctBy(f => f.CaseId).ToArray();
                AnswerRow[] given =
                    [.. answers.Where(a => a.Item1 < cases.Length).Select((a, i) => new AnswerRow { Id = i, CaseId = cases[a.Item1].CaseId, AnsweredAt = a.Item2, RecordedAt = a.Item2, Source = a.Item4 ? AnswerSource.Form : AnswerSource.Callback, Score = a.Item3, Replaced = a.Item3 == 2 })];
                CallbackRow[] called =
                    [.. windows.Where(w => w.Item1 < cases.Length).Select((w, i) => new CallbackRow { Id = i, CaseId = cases[w.Item1].CaseId, EndsAt = w.Item2, AnsweredAt = w.Item3 > 7 ? null : w.Item2.AddDays(2 - w.Item3), State = w.Item3 > 7 ? CallbackState.Unreachable : CallbackState.Answered })];
                CustomerRow[] contacted =
                    [.. cases.Select(c => new CustomerRow { Id = c.CaseId, Area = c.Area, FirstContactOn = DateOnly.FromDateTime(c.OpenedAt.Date), FiledOn = c.ResolvedAt is { } r ? DateOnly.FromDateTime(r.Date) : null })];
                return new PeriodRows(cases.AsQueryable(), given.AsQueryable(), called.AsQueryable(), contacted.AsQueryable());
            });

    [Fact]
    public Task The_numerator_is_part_of_the_denominator_and_nothing_counts_twice() => Holds(async rows =>
    {
        var card = new Scorecard(rows, Judge());
        foreach (var key in FigureKeys.All)
        {
            var counted = await card.Count(key);
            Assert.Equal(counted.Count, counted.DistinctBy(c => c.Id).Count());
            Assert.All(counted, c => Assert.True(c.Amount >= 0 && (key.IsDuration() || c.Amount <= 1)));
        }
    });

    [Fact]
    public Task Groups_of_any_dimension_sum_up_what_they_list_and_to_the_whole() => Holds(async rows =>
    {
        var card = new Scorecard(rows, Judge());
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var sums = await card.Sum(dimension);
            var groups = sums.Groups();
            foreach (var figure in sums.Figures)
            {
                var counted = await card.Count(figure.Key);
                Assert.Equal(figure, Figure.Of(figure.Key, counted));
                Assert.Equal(groups.Select(g => g[figure.Key]), groups.Select(g => Figure.Of(figure.Key, [.. counted.Where(c => c.Of(dimension) == g.Key)])));
                Assert.Equal(figure.Denominator, groups.Sum(g => g[figure.Key].Denominator));
                Assert.Equal(figure.Denominator, sums.Areas.Sum(g => g[figure.Key].Denominator));
            }
        }
    });

    [Fact]
    public Task Cancelled_cases_count_nowhere_nor_as_repeats() => Holds(async rows =>
        Assert.Equal(await Figures(rows with { Cases = rows.Cases.Where(c => !c.Cancelled) }), await Figures(rows)));

    [Fact]
    public Task Rows_outside_the_period_and_their_order_change_nothing() => Holds(async rows =>
    {
        var october = await Figures(rows);
        Assert.Equal(october, await Figures(new(rows.Cases.Reverse(), rows.Answers.Reverse(), rows.Callbacks.Reverse(), rows.Customers.Reverse())));
        Assert.Equal(
            october.Single(f => f.Key == FigureKey.K8).Denominator + await Windows(rows, "2026-09") + await Windows(rows, "2026-11"),
            await Windows(rows, "2026"));
    });

    /// <summary>Fewer samples than elsewhere: over arrays every query is compiled anew.</summary>
    private static Task Holds(Func<PeriodRows, Task> property) => Rows.SampleAsync(property, iter: 20);

    private static async Task<IReadOnlyList<Figure>> Figures(PeriodRows rows, string period = "2026-10") => (await new Scorecard(rows, Judge(Period.Parse(period))).Sum()).Figures;

    private static async Task<int> Windows(PeriodRows rows, string period) => (await new Scorecard(rows, Judge(Period.Parse(period))).Count(FigureKey.K8)).Count;
}
