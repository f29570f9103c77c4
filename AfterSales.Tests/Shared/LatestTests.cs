using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Shared;

public sealed class LatestTests
{
    private readonly Latest latest = new();
    private string? shown;

    [Fact]
    public async Task A_late_answer_to_an_older_question_is_not_taken()
    {
        var (older, newer) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var first = latest.Ask(() => older.Task, answer => shown = answer);
        var second = latest.Ask(() => newer.Task, answer => shown = answer);
        newer.SetResult("newer");
        older.SetResult("older");
        Assert.Equal((false, true, "newer"), (await first, await second, shown));
    }

    [Fact]
    public async Task What_is_not_wanted_any_more_is_not_taken()
    {
        var asked = new TaskCompletionSource<string>();
        var answer = latest.Ask(() => asked.Task, text => shown = text);
        latest.Forget();
        asked.SetResult("late");
        Assert.False(await answer);
        Assert.Null(shown);
    }

    [Fact]
    public async Task A_late_refusal_is_unheard_the_last_one_is_not_and_a_fault_never_is()
    {
        var (missing, fault) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var first = latest.Ask(() => missing.Task, _ => { });
        var second = latest.Ask(() => fault.Task, _ => { });
        var third = latest.Ask(() => Task.FromException<string>(new MissingException("case")), _ => { });
        missing.SetException(new MissingException("older case"));
        fault.SetException(new InvalidOperationException());
        Assert.False(await first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        await Assert.ThrowsAsync<MissingException>(() => third);
    }
}
