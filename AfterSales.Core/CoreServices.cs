using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Listings;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
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
        services.AddWarranty().AddStorage(storage);
        services.AddSingleton(p => new BusinessClock(p.GetService<TimeProvider>() ?? TimeProvider.System, zone));
        services.AddScoped<CurrentActor>();
        services.AddScoped(p => p.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped<ActionRunner>();
        services.AddInstalledBase();
        services.AddSingleton<Attachments.FileStore>().AddScoped<Attachments.AttachmentDesk>().AddScoped<Attachments.FileSweep>();
        services.AddScoped<Backup>();
        services.AddScoped<BreachCheck>();
        services.AddScoped<CallbackDesk>();
        services.AddScoped<ComplaintDesk>();
        services.AddScoped<CallLookup>();
        services.AddScoped<CaseClosing>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseEditing>();
        services.AddScoped<CaseHolds>();
        services.AddScoped<CaseIntake>();
        services.AddScoped<CaseReader>();
        services.AddCustomers();
        services.AddScoped<Drafts.DraftDesk>();
        services.AddScoped<HandOffs.HandOffDesk>();
        services.AddScoped<Housekeeping>();
        services.AddImport();
        services.AddScoped<IntakePreview>().AddScoped<PastRepairs>();
        services.AddScoped<NextSteps>();
        services.AddScoped<NoCaseCall>();
        services.AddScoped<SearchService>();
        services.AddScoped<Integrity.IntegrityCheck>();
        services.AddScoped<Integrity.SystemState>();
        services.AddScoped<BackupLog>();
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
        services.AddLists();
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

    private static void AddImport(this IServiceCollection services)
    {
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportUndoing>();
        services.AddScoped<RecordsExport>();
    }

    private static void AddLists(this IServiceCollection services)
    {
        services.AddScoped<ListExport>().AddScoped<ExportTrail>();
        services.AddScoped<SavedViews>();
        services.AddList<AssetList>();
        services.AddList<Audit.AuditService>();
        services.AddList<CallbackList>();
        services.AddList<CaseList>();
        services.AddList<ComplaintList>();
        services.AddList<ContactList>();
        services.AddList<CustomerList>();
        services.AddList<WorkOrders.OrderList>();
        services.AddList<PersonList>();
        services.AddScoped<AddressedPage, Performance.EvaluationPage>();
    }

    /// <summary>A list as itself, and among all lists.</summary>
    private static void AddList<TList>(this IServiceCollection services) where TList : Listing
    {
        services.AddScoped<TList>();
        services.AddScoped<Listing>(p => p.GetRequiredService<TList>());
        services.AddScoped<AddressedPage>(p => p.GetRequiredService<TList>());
    }

    private static void AddCustomers(this IServiceCollection services)
    {
        services.AddScoped<Anonymising>();
        services.AddScoped<CustomerDesk>();
        services.AddScoped<CustomerFileReader>();
        services.AddScoped<CustomerHistory>();
        services.AddScoped<CustomerMerging>();
        services.AddScoped<CustomerReader>();
        services.AddScoped<PersonalData>().AddScoped<UncoveredReaders>();
    }

    private static IServiceCollection AddWarranty(this IServiceCollection services)
    {
        services.AddScoped<PayerDesk>();
        return services.AddScoped<WarrantyWatch>();
    }
}
