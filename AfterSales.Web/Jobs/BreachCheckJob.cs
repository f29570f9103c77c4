using AfterSales.Core.Promises;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Warnings, breaches and escalations. The next minute tries again what fails.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class BreachCheckJob(SystemScope scope)
{
    /// <summary>One run.</summary>
    public Task Run(CancellationToken stop) => scope.Call((BreachCheck check) => check.Run(stop));
}
