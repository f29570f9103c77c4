using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>Maintenance interval and next due, on the machine and as a filter of the list.</summary>
public sealed class MaintenanceDueTests
{
    [Theory, BothDatabases]
    public async Task A_machine_is_due_by_its_own_interval_until_its_maintenance_is_done(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite(await house.Case(CaseType.Maintenance));
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        var form = (await Read(house, serial)).Form.Copy();
        form.ServiceMonths = 6;
        Assert.Empty((await house.As(Role.Agent).Ask((AssetDesk d) => d.Edit(serial, form, house.Request))).Problems);

        Assert.Equal(new DateOnly(2026, 9, 15), (await Read(house, serial)).Service.On);
        Assert.Equal([serial], await Due(house));

        await house.Filled(order);
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        var done = (await Read(house, serial)).Service;
        Assert.Equal((true, new DateOnly(2026, 11, 24), new DateOnly(2027, 5, 24)), (done.Done, done.Since!.Value, done.On!.Value));
        Assert.Empty(await Due(house));
    }

    [Theory, BothDatabases]
    public async Task Those_due_stand_in_the_order_of_their_days_or_turned_around(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (late, later) = ((await house.KnownCustomer()).Asset, (await house.KnownCustomer()).Asset);
        foreach (var (id, day) in new[] { (late.Id, new DateOnly(2026, 11, 20)), (later.Id, new DateOnly(2026, 10, 2)) })
        {
            await house.Read(db => db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ServiceDueOn, day)));
        }

        foreach (var (order, expected) in new[] { (null, new[] { later.SerialNo, late.SerialNo }), ("-due", new[] { late.SerialNo, later.SerialNo }) })
        {
            var first = await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Due = true, Order = order, Size = 1 }));
            var second = await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Due = true, Order = order, Size = 1, After = first.Next }));
            Assert.Equal(expected, first.Rows.Concat(second.Rows).Select(r => r.SerialNo));
        }
    }

    [Theory]
    [InlineData("2026-11-21", "保养已超期 3 天（应于 2026-11-21）", "Maintenance overdue by 3 d (was due 21 Nov 2026)")]
    [InlineData("2026-11-24", "今天应保养", "maintenance due today")]
    [InlineData("2026-11-25", "下次 2026-11-25", "next 25 Nov 2026")]
    public void When_it_is_due_is_said_in_words(string day, string zh, string en)
    {
        foreach (var (culture, said) in new[] { ("zh-CN", zh), ("en", en) })
        {
            var texts = new AfterSales.Web.Shared.ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo(culture));
            var words = AfterSales.Web.Assets.MaintenanceSection.When(texts, new(texts, TestHouse.Zone), DateOnly.Parse(day, null), new(2026, 11, 24));
            Assert.Contains(said, words, StringComparison.Ordinal);
        }
    }

    /// <summary>What has come is no guess any more.</summary>
    [Theory]
    [InlineData("2026-11-21", true, "2026-11-21 的读数已达到，应保养", "reached by the reading of 21 Nov 2026: due now")]
    [InlineData("2026-11-24", false, "按读数推算已于 2026-11-24 达到，应保养", "reached about 24 Nov 2026 by the readings: due now")]
    [InlineData("2026-11-25", false, "预计 2026-11-25", "about 25 Nov 2026")]
    public void What_the_meter_has_reached_is_due_now_and_not_expected(string day, bool met, string zh, string en)
    {
        foreach (var (culture, said) in new[] { ("zh-CN", zh), ("en", en) })
        {
            var texts = new AfterSales.Web.Shared.ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo(culture));
            Assert.Equal(said, AfterSales.Web.Assets.MaintenanceSection.Reached(texts, new(texts, TestHouse.Zone), DateOnly.Parse(day, null), met, new(2026, 11, 24)));
        }
    }

    [Theory, BothDatabases]
    public async Task Readings_bring_the_day_forward_and_a_lines_interval_holds_where_there_is_none_of_its_own(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var serial = (await house.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Customer.Code, new AssetForm { SerialNo = "V-1", ProductLine = "vehicle", Model = "DLF-5120", AcceptedOn = new(2026, 9, 1) }, house.Request))).Value;
        Assert.Equal(new DateOnly(2027, 3, 1), (await Read(house, serial)).Service.On);

        foreach (var (day, value) in new[] { ("2026-09-11", 1000), ("2026-10-11", 7000) })
        {
            Assert.Empty((await house.As(Role.Agent).Ask((MeterDesk d) => d.Take(serial, new ReadingForm { ReadOn = DateOnly.Parse(day, null), Value = value }, house.Request))).Problems);
        }

        Assert.Equal(new DateOnly(2026, 10, 26), await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).Select(a => a.ServiceDueOn).SingleAsync()));
        Assert.Equal([serial], await Due(house));

        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.ServiceDueOn, (DateOnly?)null)));
        await house.AsSystem().Ask((MaintenanceSweep sweep) => sweep.Run());
        Assert.Contains(serial, await Due(house));
        using (await house.Get<WriteGate>().Enter(CancellationToken.None))
        {
            await house.AsSystem().Ask((MaintenanceSweep sweep) => sweep.Run()).WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private static Task<AssetView> Read(TestHouse house, string serial) => house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial));

    private static async Task<IEnumerable<string>> Due(TestHouse house) => (await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Due = true }))).Rows.Select(r => r.SerialNo);
}
