using System.Collections.Concurrent;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
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
