using AfterSales.Core.Warranty;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Rights of 三包 that arose. The next hour tries again what fails.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class WarrantyWatchJob(SystemScope scope)
{
    /// <summary>The machines of lately.</summary>
    public Task Run(CancellationToken stop) => scope.Call((WarrantyWatch watch) => watch.Run(all: false, stop));

    /// <summary>All machines.</summary>
    public Task All(CancellationToken stop) => scope.Call((WarrantyWatch watch) => watch.Run(all: true, stop));
}
