using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Start;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Warranty;

/// <summary>The meter reads its facts off cases, holds, reports and readings; a right is told once.</summary>
public sealed class WarrantyReaderTests
{
    [Theory, BothDatabases]
    public async Task A_repair_runs_from_the_arrival_to_the_resolution_with_its_parts_and_waits(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, id) = await Repaired(house);

        var fact = Assert.Single((await Facts(house, known.Asset)).Repairs);

        Assert.Equal((house.Clock.Today.AddDays(-3), house.Clock.Today.AddDays(-3), house.Clock.Today, "leak", false), (fact.Reported, fact.From, fact.To!.Value, fact.Fault, fact.Safety));
        Assert.Equal(["engine"], fact.Replaced);
        var wait = Assert.Single(fact.Waits);
        Assert.Equal(("part", house.Clock.Today.AddDays(-3), house.Clock.Today.AddDays(-1)), (wait.Reason, wait.From, wait.To!.Value));
        Assert.Equal(fact.Case, await house.Read(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync()));
    }

    [Fact]
    public async Task What_was_misuse_or_solved_by_phone_is_no_repair_of_the_warranty_R14()
    {
        await using var house = await TestHouse.Open();
        var (known, id) = await Repaired(house, cause: "misuse");
        await house.Resolve(await house.OpenCase(known), engineerId: null);
        Assert.Empty((await Facts(house, known.Asset)).Repairs);
        Assert.NotEqual(0, id);
    }

    [Theory]
    [InlineData(ServiceMode.Remote, "part", false, null)]
    [InlineData(ServiceMode.Remote, "customer", false, null)]
    [InlineData(ServiceMode.OnSite, "customer", false, null)]
    [InlineData(ServiceMode.OnSite, "customer", true, 3)]
    [InlineData(ServiceMode.OnSite, "part", true, 1)]
    [InlineData(ServiceMode.OnSite, "internal", false, 1)]
    public async Task Only_waits_of_ours_begin_a_repair_before_the_arrival(ServiceMode mode, string reason, bool arrived, int? begins)
    {
        await using var house = await TestHouse.Open();
        var known = await Car(house);
        var id = await house.OpenCase(known, mode: mode);
        var opened = house.Clock.Today;
        house.Time.Advance(TimeSpan.FromDays(1));
        await house.Change(id, (write, file) => Task.FromResult(file.Case.Hold(reason, true, write.Now.AddDays(5), null, write.Actor, write.Now)));
        house.Time.Advance(TimeSpan.FromDays(2));
        if (arrived)
        {
            await house.Read(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ArrivedAt, house.Now)));
        }

        var fact = (await Facts(house, known.Asset)).Repairs.SingleOrDefault();

        Assert.Equal((begins is { } day ? (DateOnly?)opened.AddDays(day) : null, begins is null ? null : (DateOnly?)opened), (fact?.From, fact?.Reported));
    }

    [Theory, BothDatabases]
    public async Task A_car_ends_by_kilometres_everywhere(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await Car(house);
        await Add(house, new MeterReading { AssetId = known.Asset.Id, ReadOn = house.Clock.Today, Value = 2_000, Before = 58_001 });

        var view = await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(known.Asset.SerialNo));
        var list = await house.As(Role.Agent).Ask((AssetList l) => l.Find(new AssetFilter { Text = known.Asset.SerialNo }));

        Assert.Equal((WarrantyCover.Out, house.Clock.Today), (view.Warranty.Cover, view.Warranty.MeterPassedOn));
        Assert.Equal(view.Warranty, Assert.Single(list.Rows).Warranty);
        var outlook = await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(new IntakeForm { Type = CaseType.Repair, Mode = ServiceMode.OnSite, CustomerId = known.Customer.Id, AssetId = known.Asset.Id }));
        Assert.True(outlook.QuoteFirst); // R11
    }

    [Theory, BothDatabases]
    public async Task A_right_to_exchange_is_told_to_the_supervisor_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await Car(house);
        var id = await house.OpenCase(known, mode: ServiceMode.Workshop);
        house.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await Watch(house));

        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Watch(house));
        var writes = await house.Read(db => db.WriteRequests.CountAsync());
        Assert.Equal(1, await Watch(house));
        Assert.Equal(writes, await house.Read(db => db.WriteRequests.CountAsync())); // what was told asks for no write

        var told = Assert.Single(await house.Read(db => db.Notifications.Where(n => n.Kind == NoticeKind.RightArisen).ToListAsync()));
        Assert.Equal((People.Supervisor, RightTrigger.RepairDays.ToString()), (told.PersonId, CaseEvent.Unpack(told.Facts)["trigger"]));
        Assert.NotEqual(0, id);
    }

    /// <summary>A history from before the program: the right arose when nobody looked, and long enough ago that no repair is of lately.</summary>
    [Theory, BothDatabases]
    public async Task An_old_right_is_told_once_and_a_first_start_does_not_tell_all_at_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < WarrantyWatch.OldARun + 2; i++)
        {
            var id = await house.OpenCase(await Car(house), mode: ServiceMode.Workshop);
            await house.Read(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.OpenedAt, house.Now.AddDays(-60))));
            await house.Resolve(id);
        }

        house.Time.Advance(TimeSpan.FromDays(40));
        Assert.Equal(0, await Watch(house));
        foreach (var told in new[] { WarrantyWatch.OldARun, WarrantyWatch.OldARun + 2, WarrantyWatch.OldARun + 2 })
        {
            Assert.Equal(WarrantyWatch.OldARun + 2, await house.AsSystem().Ask((WarrantyWatch watch) => watch.Run(all: true)));
            Assert.Equal(told, await house.Read(db => db.Notifications.CountAsync(n => n.Kind == NoticeKind.RightArisen)));
            house.Time.Advance(TimeSpan.FromDays(400));
            await house.AsSystem().Ask((AfterSales.Core.Scheduling.Housekeeping h) => h.Run());
        }
    }

    /// <summary>The right is the supervisor's task: looked at or read with all others it stays, until it is dealt with.</summary>
    [Fact]
    public async Task A_right_that_arose_stands_on_the_supervisors_start_until_it_is_dealt_with()
    {
        await using var house = await TestHouse.Open();
        await house.Add(new Notification { PersonId = People.Supervisor, At = house.Now, Kind = NoticeKind.RightArisen, UniqueKey = "r", Facts = CaseEvent.Pack(("serial", "JC-1"), ("model", "SJ-90"), ("claim", nameof(RightClaim.Exchange))) });
        await house.As(Role.Supervisor).Ask((NoticeService n) => n.MarkAllRead());
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<SupervisorStart>("");

        var link = page.WaitForElement("[data-test=start-rights] a");
        Assert.Equal(("assets/JC-1", "三包：SJ-90 JC-1 的用户可要求换货，请处理"), (link.GetAttribute("href")!.TrimStart('/'), link.TextContent));
        page.Find("[data-test=right-done]").Click();

        page.WaitForAssertion(() => Assert.Equal("没有待处理的三包权利。", page.Find("[data-test=start-rights] [data-test=empty]").TextContent));
        Assert.Equal(0, await house.As(Role.Supervisor).Ask((NoticeService n) => n.AskingCount()));
    }

    private static Task<int> Watch(TestHouse house) => house.AsSystem().Ask((WarrantyWatch watch) => watch.Run());

    private static async Task<Known> Car(TestHouse house)
    {
        var known = await house.KnownCustomer();
        var asset = known.Asset;
        (asset.WarrantyPolicy, asset.MeterUnit, asset.PurchasedOn) = ("cars", MeterUnit.Km, new(2026, 3, 1));
        await using var db = house.Db();
        db.Update(asset);
        await db.SaveChangesAsync();
        return known;
    }

    private static async Task<(Known Known, long CaseId)> Repaired(TestHouse house, string cause = "material")
    {
        var known = await Car(house);
        var id = await house.OpenCase(known, mode: ServiceMode.OnSite);
        await house.Change(id, (write, file) => Task.FromResult(file.Case.Hold("part", true, write.Now.AddDays(2), null, write.Actor, write.Now)));
        house.Time.Advance(TimeSpan.FromDays(2));
        await house.Change(id, (write, file) => Task.FromResult(file.Case.Resume(write.Actor, write.Now, null)));
        house.Time.Advance(TimeSpan.FromDays(1));
        await house.Resolve(id, report: false);
        await Add(house, new ServiceReport { CaseId = id, Cause = cause, Remedy = "换", CompletedAt = house.Now, Parts = { new ReportPart { Name = "发动机", Assembly = "engine" }, new ReportPart { Name = "垫", Assembly = "engine" }, new ReportPart { Name = "油" } } });
        return (known, id);
    }

    private static Task Add(TestHouse house, object row) => house.Add(row);

    private static async Task<WarrantyFacts> Facts(TestHouse house, Asset asset)
    {
        var book = await house.As(Role.Agent).Ask((Lists l) => l.Book());
        return (await house.Read(db => db.Facts(book, [asset], house.Clock.Zone, default)))[asset.Id];
    }
}
