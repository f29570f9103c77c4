using AfterSales.Core.Scheduling;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Whatever is due in the table of scheduled actions. The next minute tries again what fails.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class ActionSweepJob(SystemScope scope)
{
    /// <summary>One run.</summary>
    public Task Run(CancellationToken stop) => scope.Call((ActionRunner runner) => runner.RunDue(stop));
}
