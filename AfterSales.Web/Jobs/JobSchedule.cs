using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace AfterSales.Web.Jobs;

/// <summary>
/// What runs by itself, and when. Hangfire is only the trigger: the promises' next stages and the table of scheduled
/// actions are the truth, so its storage may be lost at any time.
/// </summary>
public static class JobSchedule
{
    private const int AtNight = 3;

    /// <summary>Hangfire on the storage that goes with the database: in memory with SQLite, else in PostgreSQL.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, StorageSettings database)
    {
        services.AddSingleton<SystemScope>();
        services.AddSingleton<JobAlarm>();
        services.AddSingleton<JobStorage>(_ => database.Provider == StorageProvider.Postgres
            ? new PostgreSqlStorage(new NpgsqlConnectionFactory(database.ConnectionString, PostgresOptions), PostgresOptions)
            : new InMemoryStorage());
        services.AddHangfire(config => config.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer((_, server) =>
        {
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.WorkerCount = 2;
        });
        services.AddHostedService<JobStart>();
        return services;
    }

    /// <summary>The dashboard, for administrators alone, wherever they come from.</summary>
    public static void MapJobs(this IEndpointRouteBuilder app) =>
        app.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [new AdministratorsOnly()], DashboardTitle = "AfterSales" }).RequireAuthorization();

    /// <summary>Registers the recurring jobs anew and runs at once what fell due while nobody was here: a computer that is off at night keeps house in the morning.</summary>
    internal static void Begin(IRecurringJobManager recurring, IBackgroundJobClient jobs, ActionAlarm alarm, JobAlarm wake, TimeZoneInfo zone)
    {
        alarm.Connect(wake.Set);
        recurring.AddOrUpdate<BreachCheckJob>("breach-check", job => job.Run(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<ActionSweepJob>("action-sweep", job => job.Run(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<WarrantyWatchJob>("warranty-watch", job => job.Run(CancellationToken.None), Cron.Hourly());
        recurring.AddOrUpdate<WarrantyWatchJob>("warranty-watch-all", job => job.All(CancellationToken.None), Cron.Daily(AtNight), new RecurringJobOptions { TimeZone = zone });
        recurring.AddOrUpdate<HousekeepingJob>("housekeeping", job => job.Run(CancellationToken.None), Cron.Daily(AtNight), new RecurringJobOptions { TimeZone = zone });
        recurring.AddOrUpdate<MaintenanceSweepJob>("maintenance-due", job => job.Run(CancellationToken.None), Cron.Daily(AtNight), new RecurringJobOptions { TimeZone = zone });
        jobs.Enqueue<BreachCheckJob>(job => job.Run(CancellationToken.None));
        jobs.Enqueue<ActionSweepJob>(job => job.Run(CancellationToken.None));
        jobs.Enqueue<WarrantyWatchJob>(job => job.All(CancellationToken.None));
        jobs.Enqueue<HousekeepingJob>(job => job.Run(CancellationToken.None));
        jobs.Enqueue<MaintenanceSweepJob>(job => job.Run(CancellationToken.None));
    }

    private static PostgreSqlStorageOptions PostgresOptions => new() { UseSlidingInvisibilityTimeout = true, QueuePollInterval = TimeSpan.FromSeconds(1) };
}
