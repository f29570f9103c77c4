using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Bunit;

namespace AfterSales.Tests.Shared;

public sealed class LiveTests
{
    private int told;

    [Fact]
    public async Task The_first_change_is_told_at_once_the_many_after_it_once_a_second_and_the_last_is_not_lost()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        Open(pages, () => Task.CompletedTask);
        Write(house, "cases");
        Told(1);
        for (var i = 0; i < 40; i++)
        {
            Write(house, i % 2 == 0 ? "cases" : "callbacks");
        }

        Write(house, "customers");
        await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1, told);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        Told(2);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(2, told);
        Write(house, "callbacks");
        Told(3);
    }

    [Fact]
    public async Task What_changes_while_the_page_reads_is_told_after_it()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var reading = new TaskCompletionSource();
        Open(pages, () => reading.Task);
        Write(house, "cases");
        Told(1);
        Write(house, "cases");
        house.Time.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1, told);
        reading.SetResult();
        Assert.True(SpinWait.SpinUntil(() => Past(house) == 2, TimeSpan.FromSeconds(20)));
    }

    private int Past(TestHouse house)
    {
        house.Time.Advance(TimeSpan.FromSeconds(1));
        return Volatile.Read(ref told);
    }

    private void Told(int times) => Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref told) == times, TimeSpan.FromSeconds(20)), $"told {told} times");

    private static void Write(TestHouse house, string topic) => house.Get<ChangeFeed>().Publish([topic]);

    private void Open(PageHouse pages, Func<Task> read) => pages.Open<Live>("cases", set => set.Add(l => l.Topic, "cases callbacks").Add(l => l.Changed, () =>
    {
        Interlocked.Increment(ref told);
        return read();
    }));
}
