using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using Hangfire;

namespace AfterSales.Web.Jobs;

/// <summary>Starts the schedule with the host; the database has been migrated by then.</summary>
internal sealed class JobStart(IRecurringJobManager recurring, IBackgroundJobClient jobs, ActionAlarm alarm, JobAlarm wake, SystemScope scope, StorageSettings database, Core.Shared.BusinessClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.Provider == StorageProvider.Sqlite)
        {
            await scope.Call((ActionRunner runner) => runner.ReleaseLeases(cancellationToken));
        }

        JobSchedule.Begin(recurring, jobs, alarm, wake, clock.Zone);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
