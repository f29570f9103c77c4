using AfterSales.Core.Promises;
using CsCheck;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Promises;

/// <summary>The arithmetic of every promise (R1–R4): time counted from a start, standing in pauses.</summary>
public sealed class PromiseClockTests
{
    private static readonly DateTimeOffset Start = At("2026-12-31 22:00");

    private static readonly Gen<Pause> AnyPause = Gen.Select(
        Gen.Int[-600, 6_000], Gen.Int[0, 2_000], (from, length) => new Pause(Start.AddMinutes(from), Start.AddMinutes(from + length), "customer"));

    private static readonly Gen<Pause[]> Pauses = AnyPause.Array[0, 6];

    private static readonly Gen<TimeSpan> Target = Gen.Int[0, 72 * 60].Select(m => TimeSpan.FromMinutes(m));

    [Fact]
    public void Without_a_pause_the_time_is_all_hours_over_midnight_and_new_year() =>
        Assert.Equal(At("2027-01-02 22:00"), PromiseClock.Reach(Start, Hours(48), []));

    [Fact]
    public void What_is_counted_until_the_due_instant_is_the_target() =>
        Gen.Select(Target, Pauses).Sample((target, pauses) =>
            Assert.Equal(target, PromiseClock.Counted(Start, PromiseClock.Reach(Start, target, pauses)!.Value, pauses)));

    [Fact]
    public void Stretches_follow_each_other_and_sum_up_to_the_whole() =>
        Gen.Select(Gen.Int[0, 8_000], Pauses).Sample((minutes, pauses) =>
        {
            var end = Start.AddMinutes(minutes);
            var stretches = PromiseClock.Stretches(Start, end, pauses);

            var at = Start;
            foreach (var stretch in stretches)
            {
                Assert.Equal(at, stretch.From);
                Assert.True(stretch.Length > TimeSpan.Zero);
                at = stretch.To;
            }

            Assert.Equal(end, at);
        });

    [Fact]
    public void A_minute_counts_if_no_pause_holds_it() =>
        Gen.Select(Gen.Int[0, 5_000], Pauses).Sample((minutes, pauses) =>
        {
            var counted = Enumerable.Range(0, minutes).Select(m => Start.AddMinutes(m)).Count(at => !pauses.Any(p => p.From <= at && at < p.To));
            Assert.Equal(TimeSpan.FromMinutes(counted), PromiseClock.Counted(Start, Start.AddMinutes(minutes), pauses));
        }, iter: 300);

    [Fact]
    public void Moving_a_pause_inside_the_time_changes_nothing() =>
        Gen.Select(Gen.Int[1, 4_000], Gen.Int[1, 1_000], Gen.Double[0, 0.999]).Sample((minutes, length, where) =>
        {
            var begin = Start.AddMinutes(Math.Floor(minutes * where));
            var due = PromiseClock.Reach(Start, TimeSpan.FromMinutes(minutes), [new(begin, begin.AddMinutes(length), "customer")]);
            Assert.Equal(Start.AddMinutes(minutes + length), due);
        });

    [Fact]
    public void The_order_in_which_pauses_are_told_does_not_matter() =>
        Gen.Select(Target, Pauses).Sample((target, pauses) =>
            Assert.Equal(PromiseClock.Reach(Start, target, pauses), PromiseClock.Reach(Start, target, pauses.Reverse())));

    [Fact]
    public void More_time_is_never_due_earlier() =>
        Gen.Select(Target, Target, Pauses).Sample((one, more, pauses) =>
            Assert.True(PromiseClock.Reach(Start, one, pauses) <= PromiseClock.Reach(Start, one + more, pauses)));

    [Fact]
    public void Pauses_that_overlap_are_counted_once()
    {
        Pause[] pauses = [new(At("2026-12-31 23:00"), At("2027-01-01 03:00"), "a"), new(At("2027-01-01 01:00"), At("2027-01-01 05:00"), "b")];
        Assert.Equal(At("2027-01-02 04:00"), PromiseClock.Reach(Start, Hours(24), pauses));
    }

    [Fact]
    public void A_pause_before_the_start_or_from_the_due_instant_on_moves_nothing()
    {
        Pause[] pauses = [new(At("2026-12-31 20:00"), Start, "before"), new(At("2027-01-01 22:00"), At("2027-01-05 22:00"), "after")];
        Assert.Equal(At("2027-01-01 22:00"), PromiseClock.Reach(Start, Hours(24), pauses));
    }

    [Fact]
    public void A_pause_begun_before_the_start_counts_from_the_start() =>
        Assert.Equal(At("2027-01-02 00:00"), PromiseClock.Reach(Start, Hours(24), [new(At("2026-12-31 12:00"), At("2027-01-01 00:00"), "x")]));

    [Fact]
    public void While_a_pause_is_open_there_is_no_due_instant_unless_it_came_before()
    {
        Pause[] open = [new(At("2027-01-01 08:00"), null, "customer")];
        Assert.Null(PromiseClock.Reach(Start, Hours(24), open));
        Assert.Equal(At("2027-01-01 08:00"), PromiseClock.Reach(Start, Hours(10), open));
        Assert.Equal(Hours(10), PromiseClock.Counted(Start, At("2027-02-01 00:00"), open));
    }
}
