using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AfterSales.Core;

/// <summary>Registers every service of the core; one line each.</summary>
public static class CoreServices
{
    /// <summary>The core on a database, in a company's time zone.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, StorageSettings storage, TimeZoneInfo zone)
    {
        services.AddStorage(storage);
        services.AddSingleton(p => new BusinessClock(p.GetService<TimeProvider>() ?? TimeProvider.System, zone));
        services.AddScoped<CurrentActor>();
        services.AddScoped(p => p.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped<ActionRunner>();
        services.AddInstalledBase();
        services.AddScoped<Backup>();
        services.AddScoped<BreachCheck>();
        services.AddScoped<CallbackDesk>();
        services.AddScoped<CallbackList>();
        services.AddScoped<ComplaintDesk>();
        services.AddScoped<ComplaintList>();
        services.AddScoped<CallLookup>();
        services.AddScoped<CaseClosing>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseEditing>();
        services.AddScoped<CaseHolds>();
        services.AddScoped<CaseIntake>();
        services.AddScoped<CaseList>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CustomerDesk>();
        services.AddScoped<CustomerReader>();
        services.AddScoped<Drafts.DraftDesk>();
        services.AddScoped<Housekeeping>();
        services.AddScoped<IntakePreview>();
        services.AddScoped<NextSteps>();
        services.AddScoped<NoCaseCall>();
        services.AddScoped<SearchService>();
        services.AddScoped<Integrity.IntegrityCheck>();
        services.AddScoped<Integrity.SystemState>();
        services.AddScoped<BackupLog>();
        services.AddScoped<Audit.AuditService>();
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddScoped<PeopleService>();
        services.AddScoped<NoticeService>();
        services.AddScoped<Performance.PerformanceReporting>();
        services.AddScoped<Performance.PerformanceService>();
        services.AddSingleton<Settings.Lists>();
        services.AddScoped<Settings.SettingsService>();
        services.AddScoped<WorkOrders.Approvals>();
        services.AddScoped<WorkOrders.DispatchBoard>();
        services.AddScoped<WorkOrders.Dispatching>();
        services.AddScoped<WorkOrders.JobEnding>();
        services.AddScoped<WorkOrders.JobReader>();
        services.AddScoped<WorkOrders.MyWork>();
        services.AddScoped<WorkOrders.Reporting>();
        services.AddScoped<WorkOrders.ServiceReportReader>();
        return services;
    }

    private static void AddInstalledBase(this IServiceCollection services)
    {
        services.AddScoped<AssetDesk>();
        services.AddScoped<AssetMoving>();
        services.AddScoped<ComponentDesk>();
        services.AddScoped<MachineHistory>();
        services.AddScoped<MaintenanceSweep>();
        services.AddScoped<MeterDesk>();
    }
}
