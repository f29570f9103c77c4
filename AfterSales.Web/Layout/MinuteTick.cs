using AfterSales.Core.Data;

namespace AfterSales.Web.Layout;

/// <summary>Tells open pages twice a minute (topic "minute") that time has passed, so that their clocks move on.</summary>
internal sealed class MinuteTick(ChangeFeed feed, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            feed.Publish(["minute"]);
        }
    }
}
