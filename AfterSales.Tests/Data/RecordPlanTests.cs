using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

/// <summary>The page of one record reads none of the tables that grow from end to end.</summary>
public sealed class RecordPlanTests
{
    /// <summary>Everything but the lists that a department keeps, tens of rows each.</summary>
    private static readonly string[] Grow =
    [
        "Customers", "Contacts", "ContactPhones", "CustomerMerges", "Sites", "Assets", "MeterReadings", "Components", "AssetMoves", "Cases", "CaseEvents", "Attachments", "KeptFiles", "CaseHolds", "HandOffs",
        "Promises", "CaseFacts", "Complaints", "WorkOrders", "Visits", "ServiceReports", "ReportParts", "ChecklistAnswers", "Callbacks", "CallbackAttempts", "SatisfactionAnswers", "Notifications",
        "ContactLogs", "ScheduledActions", "SearchKeys", "CaseWords", "ImportedRows", "AuditEntries", "Drafts", "WriteRequests",
    ];

    [Theory]
    [BothDatabases]
    public async Task A_customers_file_its_paper_and_its_data(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await house.Resolve(await house.OpenCase(known));
        await house.OpenCase(known);
        var other = (await house.KnownCustomer()).Customer.Code;
        var code = known.Customer.Code;
        await NoScan(house, Role.Agent, (CustomerReader r) => r.Read(code));
        await NoScan(house, Role.Agent, (CustomerHistory h) => h.Read(code, new()));
        await NoScan(house, Role.Agent, (CustomerFileReader r) => r.Read(code));
        await NoScan(house, Role.Agent, (CustomerMerging m) => m.Read(code, other));
        await NoScan(house, Role.Agent, (CallLookup l) => l.Of(known.Customer.Id));
        await NoScan(house, Role.Manager, (CustomerReader r) => r.AgainstAnonymity(code));
        await NoScan(house, Role.Manager, (PersonalData p) => p.Export(code));
    }

    [Theory]
    [BothDatabases]
    public async Task A_case_its_order_and_a_machine(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.Dispatched();
        var (number, serial) = await house.Read(db => (from o in db.WorkOrders where o.Number == order join c in db.Cases on o.CaseId equals c.Id join a in db.Assets on c.AssetId equals a.Id select new ValueTuple<string, string>(c.Number, a.SerialNo)).SingleAsync());
        await NoScan(house, Role.Supervisor, (CaseReader r) => r.Read(number));
        await NoScan(house, Role.Supervisor, (CaseReader r) => r.Others(number));
        await NoScan(house, Role.Supervisor, (ServiceReportReader r) => r.Read(number));
        await NoScan(house, Role.Engineer, (JobReader r) => r.Job(order));
        await NoScan(house, Role.Supervisor, (AssetDesk d) => d.Read(serial));
        await NoScan(house, Role.Supervisor, (MeterDesk d) => d.Read(serial));
        await NoScan(house, Role.Supervisor, (ComponentDesk d) => d.Read(serial));
        await NoScan(house, Role.Supervisor, (MachineHistory h) => h.Read(serial, null));
    }

    private static async Task NoScan<TService, TSeen>(TestHouse house, Role role, Func<TService, Task<TSeen>> read)
        where TService : notnull
    {
        // What no pointer leads to is read from no table.
        var scans = (await house.Scans(() => house.As(role).Ask(read), Grow)).Where(s => !s.Contains("WHERE 0", StringComparison.Ordinal)).ToList();
        Assert.True(scans.Count == 0, string.Join(Environment.NewLine, scans));
    }
}
