using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Web.Jobs;

namespace AfterSales.Web.Hosting;

/// <summary>
/// Development only (DESIGN, Time): an administrator moves the clock forward, and what falls due by that happens at once.
/// There is no way back, as what happened in between carries the later time; a restart begins at <c>Clock:Offset</c> again.
/// </summary>
public sealed class ClockControl(BusinessClock clock, IHostEnvironment environment, SystemScope jobs, ChangeFeed feed, IServiceProvider scope)
{
    /// <summary>Farthest that the clock goes in one move, in days.</summary>
    public const int MostDays = 366;

    private const int MostHours = 23;

    /// <summary>True where the clock may be moved at all.</summary>
    public bool Offered => environment.IsDevelopment();

    /// <summary>Moves the clock by days and hours, then runs the breach check and the sweep of due actions.</summary>
    public async Task<Result> Move(int days, int hours)
    {
        scope.GetRequiredService<Actor>().Must(Permission.Administer);
        if (!Offered)
        {
            throw new ForbiddenException("clock");
        }

        var wrong = new Checks()
            .Range("Days", days, 0, MostDays)
            .Range("Hours", hours, 0, MostHours)
            .When(days == 0 && hours == 0, "Start.ClockStays", "Days")
            .Problems;
        if (wrong.Count > 0)
        {
            return Result.Refused(wrong);
        }

        clock.Offset += new TimeSpan(days, hours, 0, 0);
        await jobs.Call((BreachCheck check) => check.Run());
        await jobs.Call((ActionRunner runner) => runner.RunDue());
        feed.Publish(["settings", "minute", "cases", "callbacks"]);
        return Result.Done;
    }
}
