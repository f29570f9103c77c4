using AfterSales.Core.Promises;
using AfterSales.Tests.Support;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Promises;

/// <summary>A promise as it stands: kept or late, and its stages at 75, 100 and 150 %.</summary>
public sealed class PromiseTests
{
    private static readonly DateTimeOffset Start = At("2026-11-24 10:00");
    private static readonly PlannedPromise Planned = new(PromiseKind.FirstReply, "R2", Start, Hours(24));

    private readonly Promise promise = new() { Kind = PromiseKind.FirstReply, Rule = "R2" };

    [Fact]
    public void Met_at_the_due_instant_is_kept_and_a_millisecond_later_is_late()
    {
        var due = Start.AddHours(24);
        Assert.Equal(PromiseState.Kept, Settled(due).State);
        Assert.Equal(PromiseState.Late, Settled(due.AddMilliseconds(1)).State);
    }

    [Fact]
    public void Overdue_begins_after_the_due_instant()
    {
        Settled(null);
        Assert.False(promise.Overdue(promise.DueAt));
        Assert.True(promise.Overdue(promise.DueAt.AddMilliseconds(1)));
    }

    [Fact]
    public void Its_stages_come_at_75_100_and_150_percent_and_then_no_more()
    {
        Settled(null);
        foreach (var (stage, hours) in new[] { (PromiseStage.Warning, 18), (PromiseStage.Breach, 24), (PromiseStage.Escalation, 36) })
        {
            Assert.Equal((stage, Start.AddHours(hours)), (promise.NextStage, promise.NextStageAt!.Value));
            Assert.Equal(stage, promise.Tell([], Baseline.Policy()));
        }

        Assert.Equal((PromiseStage.None, null), (promise.NextStage, promise.NextStageAt));
    }

    [Fact]
    public void A_met_promise_has_no_stage_to_come()
    {
        Settled(Start.AddHours(1));
        Assert.Equal((PromiseStage.None, null), (promise.NextStage, promise.NextStageAt));
    }

    [Fact]
    public void In_an_open_pause_the_clock_stands_and_no_stage_comes()
    {
        Settled(null, new Pause(Start.AddHours(2), null, "customer"));
        Assert.True(promise.Paused);
        Assert.Null(promise.NextStageAt);
        Assert.Equal(Start.AddHours(24), promise.DueAt);
        Assert.False(promise.Overdue(Start.AddHours(100)));
    }

    [Fact]
    public void A_pause_that_ended_moves_the_due_instant_and_the_stages_by_its_length()
    {
        Settled(null, new Pause(Start.AddHours(2), Start.AddHours(12), "customer"));
        Assert.Equal(Start.AddHours(34), promise.DueAt);
        Assert.Equal(Start.AddHours(28), promise.NextStageAt);
    }

    [Fact]
    public void A_stage_told_is_told_again_only_if_the_clock_moved_it_into_the_future()
    {
        Settled(null);
        promise.Tell([], Baseline.Policy());
        var now = Start.AddHours(19);

        promise.Settle(Planned, [], null, Baseline.Policy(), now);
        Assert.Equal(PromiseStage.Breach, promise.NextStage);

        promise.Settle(Planned with { Target = Hours(72) }, [], null, Baseline.Policy(), now);
        Assert.Equal((PromiseStage.Warning, Start.AddHours(54)), (promise.NextStage, promise.NextStageAt!.Value));
    }

    [Fact]
    public void R3_an_approved_exemption_counts_neither_kept_nor_late()
    {
        promise.AskExemption("festival", "春节无票", People.Engineer);
        Assert.Equal(PromiseState.Late, Settled(Start.AddHours(30)).State);

        promise.DecideExemption(approved: true, People.Supervisor);
        Assert.Equal(PromiseState.Exempt, Settled(Start.AddHours(30)).State);
    }

    [Fact]
    public void R3_a_refused_exemption_is_forgotten()
    {
        promise.AskExemption("festival", null, People.Engineer);
        promise.DecideExemption(approved: false, People.Supervisor);
        Assert.Null(promise.ExemptionReason);
        Assert.Equal(PromiseState.Open, Settled(null).State);
    }

    private Promise Settled(DateTimeOffset? metAt, params Pause[] pauses)
    {
        promise.Settle(Planned, pauses, metAt, Baseline.Policy(), Start);
        return promise;
    }
}
