using System.Collections.Concurrent;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.Tests.WorkOrders;

public sealed class DispatchCountTests
{
    [Fact]
    public async Task Lists_that_are_shown_whole_are_not_counted_once_more()
    {
        var said = new Statements();
        await using var house = await TestHouse.Open(more: services => services.AddLogging(log => log.AddProvider(said).SetMinimumLevel(LogLevel.Information)));
        await house.Case();

        var board = await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read());

        Assert.Equal((1, 0), (board.Counts[DispatchShelf.Undispatched], board.Counts[DispatchShelf.Approvals]));
        Assert.Contains(said.All, s => s.Contains("SELECT", StringComparison.Ordinal));
        Assert.DoesNotContain(said.All, s => s.Contains("SELECT COUNT(", StringComparison.Ordinal));
    }

    /// <summary>Who waits longest stands first, a declined order since it was declined.</summary>
    [Theory, BothDatabases]
    public async Task The_list_of_unaccepted_orders_is_in_the_order_of_waiting(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var declined = await house.Dispatched();
        house.Time.Advance(TimeSpan.FromHours(1));
        var assigned = await house.Dispatched();
        house.Time.Advance(TimeSpan.FromHours(1));
        await house.Mine((MyWork w) => w.Decline(declined, "当天有培训", house.Request));

        Assert.Equal([assigned, declined], (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Unaccepted.Select(o => o.Number));
    }

    /// <summary>What isn't shown is said, with the way to it.</summary>
    [Fact]
    public async Task A_list_that_is_not_shown_whole_says_of_how_many_and_leads_to_the_rest()
    {
        await using var house = await TestHouse.Open();
        foreach (var _ in Enumerable.Range(0, DispatchBoard.Cap + 2))
        {
            await house.Dispatched();
        }

        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<DispatchPage>("dispatch?shelf=Unaccepted");
        Assert.Equal(pages.Texts["Shared.FirstOf", 100, 102], page.WaitForElement("[data-test=first-of]").ChildNodes[0].TextContent.Trim());

        var rest = page.Find("[data-test=show-all]").GetAttribute("href")!;
        Assert.Equal("dispatch?shelf=Unaccepted&all=true", rest);
        var whole = pages.Open<DispatchPage>(rest);
        whole.WaitForElement("[data-test=orders]");
        Assert.Equal((0, 102), (whole.FindAll("[data-test=first-of]").Count, whole.FindAll("[data-test=orders] tbody tr").Count));
    }

    private sealed class Statements : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
