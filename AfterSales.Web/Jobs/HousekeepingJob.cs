using AfterSales.Core.Attachments;
using AfterSales.Core.Scheduling;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Removes what has done its duty. The next night tries again what fails.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class HousekeepingJob(SystemScope scope)
{
    /// <summary>One run.</summary>
    public async Task Run(CancellationToken stop)
    {
        await scope.Call((Housekeeping housekeeping) => housekeeping.Run(stop));
        await scope.Call((FileSweep sweep) => sweep.Run(stop));
    }
}
