using System.Collections.Concurrent;
using AfterSales.Core.Shared;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Hangs Hangfire's delayed job on an instant, once. What fails here is found by the sweep.</summary>
public sealed class JobAlarm(IBackgroundJobClient jobs, BusinessClock clock, ILogger<JobAlarm> log)
{
    private readonly ConcurrentDictionary<DateTimeOffset, bool> set = new();

    /// <summary>Sweeps at the instant; at once if it has passed.</summary>
    public void Set(DateTimeOffset dueAt)
    {
        var now = clock.Now;
        foreach (var past in set.Keys.Where(d => d < now))
        {
            set.TryRemove(past, out _);
        }

        if (!set.TryAdd(dueAt, true))
        {
            return;
        }

        try
        {
            jobs.Schedule<ActionSweepJob>(job => job.Run(CancellationToken.None), dueAt > now ? dueAt - now : TimeSpan.Zero);
        }
        catch (BackgroundJobClientException e)
        {
            log.LogWarning(e, "No wake-up at {DueAt}; the sweep will find it", dueAt);
        }
    }
}
