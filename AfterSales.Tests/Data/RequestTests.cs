using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

/// <summary>A double click, a retry and a phone that sends twice have one effect (DESIGN, Data: request id).</summary>
public sealed class RequestTests
{
    private const int Clicks = 6;

    [Theory, BothDatabases]
    public async Task Clicks_at_once_make_one_case_with_one_customer_and_one_machine(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var request = house.Request;

        var numbers = await AtOnce(_ => house.As(Role.Agent).Ask((CaseIntake i) => i.Register(NewCall(), request)));

        Assert.Single(numbers.Select(n => n.Value).Distinct());
        Assert.Equal((1, 1, 1, 1), await house.Read(async db => (await db.Cases.CountAsync(), await db.Customers.CountAsync(), await db.Assets.CountAsync(), await db.ContactLogs.CountAsync())));
    }

    [Theory, BothDatabases]
    public async Task Calls_at_once_each_make_their_own_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();

        var numbers = await AtOnce(_ => house.As(Role.Agent).Ask((CaseIntake i) => i.Register(Further(known), Guid.NewGuid())));

        Assert.All(numbers, n => Assert.Empty(n.Problems));
        Assert.Equal(Clicks, numbers.Select(n => n.Value).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task A_retry_after_everything_went_on_still_gets_the_first_answer(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, request) = (await house.Case(), house.Request);
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "已告知" }, request));
        await house.Dispatched(number);

        var again = await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "已告知" }, request));

        Assert.True(again.Ok);
        Assert.Equal(1, await house.Read(db => db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.Replied)));
    }

    [Theory, BothDatabases]
    public async Task Two_supervisors_who_dispatch_at_once_make_one_order(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();

        var done = await AtOnce(i => house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(number, Jobs.Tomorrow(house, i % 2 == 0 ? People.Engineer : People.OtherEngineer), Guid.NewGuid())));

        Assert.Single(done, r => r.Ok);
        Assert.All(done.Where(r => !r.Ok), r => Assert.Contains(r.Problems[0].Code, new[] { "WorkOrders.AlreadyDispatched", "Shared.ChangedMeanwhile" }));
        Assert.Equal((1, 1), await house.Read(async db => (await db.WorkOrders.CountAsync(), await db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.Dispatched))));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_add_the_same_machine_at_once_one_is_told_in_words(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();

        var done = await AtOnce(_ => house.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Customer.Code, new AssetForm { SerialNo = "JC-TWICE", ProductLine = "extruder", Model = "SJ-90" }, Guid.NewGuid())));

        Assert.Single(done, r => r.Ok);
        Assert.Equal(1, await house.Read(db => db.Assets.CountAsync(a => a.SerialNo == "JC-TWICE")));
    }

    private static async Task<T[]> AtOnce<T>(Func<int, Task<T>> send) => await Task.WhenAll(Enumerable.Range(0, Clicks).Select(i => Task.Run(() => send(i))));

    private static IntakeForm NewCall() => new()
    {
        Type = CaseType.Repair, Impact = Impact.Stopped, Mode = ServiceMode.OnSite, Symptom = "leak", Description = "主轴漏油", Phone = "13800138000",
        Customer = new CustomerForm { Name = "新电缆厂", Area = "north" }, Contact = new ContactForm { Name = "张工", Phones = ["13800138000"] },
        Site = new SiteForm { Address = "工业路 1 号", Area = "north", DistanceKm = 640 }, Asset = new AssetForm { SerialNo = "JC-1", ProductLine = "extruder", Model = "SJ-90" },
    };

    private static IntakeForm Further(Known known) => new()
    {
        Type = CaseType.Repair, Impact = Impact.Stopped, Mode = ServiceMode.OnSite, Symptom = "leak", Description = "主轴漏油", CustomerId = known.Customer.Id, AssetId = known.Asset.Id,
    };
}
