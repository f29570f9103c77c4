using AfterSales.Core.Assets;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Brings the days of the next maintenance into line. The next night tries again what fails.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class MaintenanceSweepJob(SystemScope scope)
{
    /// <summary>One run.</summary>
    public Task Run(CancellationToken stop) => scope.Call((MaintenanceSweep sweep) => sweep.Run(stop));
}
