using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

/// <summary>The made-up history of Development, told once and read whole.</summary>
public sealed class ToldSample : IAsyncLifetime
{
    private TestHouse? house;

    public DateTimeOffset Now => house!.Now;

    public List<ServiceCase> Cases { get; private set; } = [];

    public Dictionary<long, Asset> Assets { get; private set; } = [];

    public List<WorkOrder> Orders { get; private set; } = [];

    public List<ServiceReport> Reports { get; private set; } = [];

    public List<Callback> Callbacks { get; private set; } = [];

    public List<Customer> Customers { get; private set; } = [];

    public List<SatisfactionAnswer> Answers { get; private set; } = [];

    public Dictionary<long, ServiceCase> CaseOf { get; private set; } = [];

    /// <summary>The services on it.</summary>
    public TestHouse House => house!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, SamplePlan.Development, house.Clock));
        Cases = await db.Cases.AsNoTracking().Include(c => c.Events).Include(c => c.Promises).Include(c => c.Holds).AsSplitQuery().ToListAsync();
        Assets = await db.Assets.AsNoTracking().ToDictionaryAsync(a => a.Id);
        Orders = await db.WorkOrders.AsNoTracking().Include(o => o.Visits).ToListAsync();
        Reports = await db.ServiceReports.AsNoTracking().Include(r => r.Parts).ToListAsync();
        Callbacks = await db.Callbacks.AsNoTracking().Include(c => c.Attempts).ToListAsync();
        Customers = await db.Customers.AsNoTracking().Include(c => c.Contacts).ThenInclude(c => c.Phones).ToListAsync();
        Answers = await db.SatisfactionAnswers.AsNoTracking().ToListAsync();
        CaseOf = Cases.ToDictionary(c => c.Id);
    }

    public async ValueTask DisposeAsync() => await house!.DisposeAsync();

    /// <summary>The company's day.</summary>
    public static DateOnly Day(DateTimeOffset at) => TestHouse.Zone.DayOf(at);

    /// <summary>The company's time of day.</summary>
    public static TimeOnly Time(DateTimeOffset at) => TimeOnly.FromDateTime(TestHouse.Zone.Local(at));
}
