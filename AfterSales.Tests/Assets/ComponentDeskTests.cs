using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>Components with their own serials and warranty; the old and the new serial of each replaced part are kept.</summary>
public sealed class ComponentDeskTests
{
    [Theory, BothDatabases]
    public async Task A_component_sits_in_another_with_serial_assembly_and_warranty_of_its_own(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await Add(house, serial, new ComponentForm { Name = "减速机", Assembly = "gearbox", Serial = "GB-1", FittedOn = new(2026, 3, 10) });
        var outer = Assert.Single(await Rows(house, serial));
        await Add(house, serial, new ComponentForm { Name = "推力轴承", PartNo = "SJ-0511", Serial = "BR-7", WithinId = outer.Id, WarrantyFrom = new(2026, 3, 10), WarrantyMonths = 24 });

        var inner = (await Rows(house, serial))[1];
        Assert.Equal((1, "BR-7", 24, new DateOnly(2026, 3, 10)), (inner.Depth, inner.Form.Serial!, inner.Form.WarrantyMonths!.Value, inner.Form.WarrantyFrom!.Value));
        Refused("Assets.SerialFitted", "Serial", await house.As(Role.Agent).Ask((ComponentDesk d) => d.Add(serial, new ComponentForm { Name = "轴承", Serial = " br-7" }, house.Request)));

        var around = outer.Form.Copy();
        around.WithinId = inner.Id;
        Refused("Assets.WithinItself", "WithinId", await house.As(Role.Agent).Ask((ComponentDesk d) => d.Edit(serial, outer.Id, around, house.Request)));
        around.WithinId = outer.Id;
        Refused("Assets.WithinItself", "WithinId", await house.As(Role.Agent).Ask((ComponentDesk d) => d.Edit(serial, outer.Id, around, house.Request)));
    }

    /// <summary>Fitted in the works it was before the delivery; before machines of the kind were built it was not.</summary>
    [Fact]
    public async Task A_component_is_fitted_before_the_delivery_and_not_before_any_machine_was_made()
    {
        await using var house = await TestHouse.Open();
        var asset = (await house.KnownCustomer()).Asset;
        await Add(house, asset.SerialNo, new ComponentForm { Name = "减速机", FittedOn = asset.DeliveredOn!.Value.AddYears(-1) });
        var form = new ComponentForm { Name = "轴承", FittedOn = new(1949, 12, 31), RemovedOn = new(1949, 12, 31), WarrantyFrom = new(1949, 12, 31) };

        var refused = (await house.As(Role.Agent).Ask((ComponentDesk d) => d.Add(asset.SerialNo, form, house.Request))).Problems;

        Assert.Equal(["FittedOn", "RemovedOn", "WarrantyFrom"], refused.Select(p => p.Field));
        Assert.All(refused, p => Assert.Equal(("Assets.DayTooEarly", AssetLimits.Earliest), (p.Code, (DateOnly)p.Args[0]!)));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_put_two_components_into_each_other_at_once_one_is_refused(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await Add(house, serial, new ComponentForm { Name = "甲" });
        await Add(house, serial, new ComponentForm { Name = "乙" });
        var rows = await Rows(house, serial);
        var (a, b) = (rows[0].Form.Copy(), rows[1].Form.Copy());
        (a.WithinId, b.WithinId) = (rows[1].Id, rows[0].Id);

        var both = await Task.WhenAll(
            Task.Run(() => house.As(Role.Agent).Ask((ComponentDesk d) => d.Edit(serial, rows[0].Id, a, house.Request))),
            Task.Run(() => other.As(Role.Agent).Ask((ComponentDesk d) => d.Edit(serial, rows[1].Id, b, house.Request))));

        Assert.Single(both, r => r.Ok);
        Assert.Equal(2, (await Rows(house, serial)).Count);
    }

    [Theory, BothDatabases]
    public async Task What_is_replaced_goes_with_all_that_sits_in_it_and_says_what_took_its_place(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await Add(house, serial, new ComponentForm { Name = "减速机", Assembly = "gearbox", Serial = "GB-1" });
        var outer = Assert.Single(await Rows(house, serial));
        await Add(house, serial, new ComponentForm { Name = "轴承", Serial = "BR-7", WithinId = outer.Id });
        var after = outer.After.Copy();
        (after.Serial, after.RemovedFor, after.Inner) = ("GB-2", RemovalReason.Wear, InnerParts.TakeOut);

        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, outer.Id, after, house.Request))).Problems);
        Assert.False((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, outer.Id, after, house.Request))).Ok);

        var rows = await Rows(house, serial);
        Assert.Equal([("GB-2", null, null), ("GB-1", house.Clock.Today, "GB-2"), ("BR-7", house.Clock.Today, (string?)null)], rows.Select(r => (r.Form.Serial!, r.Form.RemovedOn, r.ReplacedBy)));
        Assert.Equal("gearbox", rows[0].Form.Assembly);
        var within = rows[2].Form.Copy();
        (within.RemovedOn, within.WithinId) = (null, outer.Id);
        Refused("Assets.WithinRemoved", "WithinId", await house.As(Role.Agent).Ask((ComponentDesk d) => d.Edit(serial, rows[2].Id, within, house.Request)));
    }

    [Theory, BothDatabases]
    public async Task A_completed_report_takes_the_old_serial_out_and_fits_the_new_one_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        await Add(house, serial, new ComponentForm { Name = "密封圈", Assembly = "hydraulics", Serial = "s-1127", WarrantyFrom = new(2026, 3, 15), WarrantyMonths = 6 });
        await house.Filled(order);
        Assert.Single(await Rows(house, serial));
        var request = house.Request;

        await house.Mine((JobEnding e) => e.Complete(order, null, request));
        await house.Mine((JobEnding e) => e.Complete(order, null, request));

        var rows = await Rows(house, serial);
        Assert.Equal([("S-2093", (DateOnly?)null, null), ("s-1127", house.Clock.Today, "S-2093")], rows.Select(r => (r.Form.Serial!, r.Form.RemovedOn, r.ReplacedBy)));
        Assert.Equal(("hydraulics", house.Clock.Today, 6), (rows[0].Form.Assembly!, rows[0].Form.WarrantyFrom!.Value, rows[0].Form.WarrantyMonths!.Value));
        Assert.NotNull(rows[0].CaseNumber);
    }

    /// <summary>Nobody read the old serial off: the one assembly of the kind is what was replaced; of two nobody knows.</summary>
    [Theory]
    [InlineData(1, "S-2093")]
    [InlineData(2, null)]
    public async Task A_replaced_assembly_without_its_old_serial_is_the_only_one_of_its_kind(int mounted, string? replacedBy)
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        for (var i = 0; i < mounted; i++)
        {
            await Add(house, serial, new ComponentForm { Name = "液压站", Assembly = "hydraulics", Serial = $"H-{i}" });
        }

        await house.Filled(order);
        await house.Read(db => db.ServiceReports.SelectMany(r => r.Parts).ExecuteUpdateAsync(set => set.SetProperty(p => p.OldSerial, (string?)null).SetProperty(p => p.Assembly, "hydraulics")));
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        Assert.All((await Rows(house, serial)).Where(r => r.Form.Serial!.StartsWith("H-", StringComparison.Ordinal)), r => Assert.Equal(replacedBy, r.ReplacedBy));
    }

    [Fact]
    public async Task The_old_serial_of_a_part_that_nobody_knew_of_is_kept_too()
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        await house.Filled(order);
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        Assert.Equal([("S-2093", null), ("S-1127", "S-2093")], (await Rows(house, serial)).Select(r => (r.Form.Serial!, r.ReplacedBy)));
        var report = await house.Read(db => db.ServiceReports.Include(r => r.Parts).SingleAsync());
        await house.As(Role.Engineer).Write(async write =>
        {
            await ComponentFile.Replace(write, await write.Db.Assets.SingleAsync(), report.Parts, report.CaseId, house.Clock.Today);
            return Result.Done;
        });
        Assert.Equal(2, (await Rows(house, serial)).Count);
    }

    [Theory, BothDatabases]
    public async Task One_serial_as_old_and_new_takes_nothing_out(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        await Add(house, serial, new ComponentForm { Name = "密封圈", Serial = "S-1127" });
        await house.Filled(order);
        await house.Read(db => db.ServiceReports.SelectMany(r => r.Parts).ExecuteUpdateAsync(set => set.SetProperty(p => p.NewSerial, "s-1127")));

        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        Assert.Equal([("S-1127", (DateOnly?)null)], (await Rows(house, serial)).Select(r => (r.Form.Serial!, r.Form.RemovedOn)));
    }

    private static void Refused(string code, string field, Result result) => Assert.Equal((code, field), result.Problems.Select(p => (p.Code, p.Field!)).Single());

    private static async Task Add(TestHouse house, string serial, ComponentForm form) =>
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Add(serial, form, house.Request))).Problems);

    private static Task<IReadOnlyList<ComponentRow>> Rows(TestHouse house, string serial) => house.As(Role.Agent).Ask((ComponentDesk d) => d.Read(serial));
}
