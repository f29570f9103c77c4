using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

public sealed class AssetDeskTests
{
    [Theory, BothDatabases]
    public async Task A_machine_moves_to_another_site_of_its_customer_and_to_no_other(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, other) = (await house.KnownCustomer(), await house.KnownCustomer());
        var agent = house.As(Role.Agent);
        await agent.Ask((CustomerDesk d) => d.SaveSite(known.Customer.Code, null, new SiteForm { Address = "新厂区", DistanceKm = 20 }, house.Request));
        var form = (await Read(house, known.Asset.SerialNo)).Form.Copy();

        form.SiteId = other.Site.Id;
        var refused = await agent.Ask((AssetDesk d) => d.Edit(known.Asset.SerialNo, form, house.Request));
        Assert.Equal(("Shared.NotInList", "SiteId"), (refused.Problems[0].Code, refused.Problems[0].Field));

        form.SiteId = (await Read(house, known.Asset.SerialNo)).Sites.Single(s => s.Address == "新厂区").Id;
        Assert.True((await agent.Ask((AssetDesk d) => d.Edit(known.Asset.SerialNo, form, house.Request))).Ok);
        Assert.Equal(form.SiteId, (await Read(house, known.Asset.SerialNo)).Form.SiteId);
    }

    [Theory, BothDatabases]
    public async Task A_delivery_moved_to_after_a_reading_is_refused_with_that_reading(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        var agent = house.As(Role.Agent);
        await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, MeterUnit.Hours).SetProperty(a => a.DeliveredOn, new DateOnly(2026, 3, 1)).SetProperty(a => a.InstalledOn, (DateOnly?)null).SetProperty(a => a.AcceptedOn, (DateOnly?)null)));
        foreach (var (day, value) in new[] { (20, 300), (10, 100) })
        {
            Assert.Empty((await agent.Ask((MeterDesk d) => d.Take(serial, new ReadingForm { ReadOn = new(2026, 3, day), Value = value }, house.Request))).Problems);
        }

        var late = (await Read(house, serial)).Form.Copy();
        late.DeliveredOn = new(2026, 3, 11);
        var refused = Assert.Single((await agent.Ask((AssetDesk d) => d.Edit(serial, late, house.Request))).Problems);

        Assert.Equal(("Assets.DeliveredAfterReading", "DeliveredOn"), (refused.Code, refused.Field));
        Assert.Equal([new DateOnly(2026, 3, 10), 100], refused.Args);
        late.DeliveredOn = new(2026, 3, 10);
        Assert.Empty((await agent.Ask((AssetDesk d) => d.Edit(serial, late, house.Request))).Problems);
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-01", null, "InstalledOn", "Installed on 1 Mar 2026, before the delivery on 5 Mar 2026; correct one of the two")]
    [InlineData("2026-03-05", null, "2026-03-01", "AcceptedOn", "Accepted on 1 Mar 2026, before the delivery on 5 Mar 2026; correct one of the two")]
    [InlineData(null, "2026-03-05", "2026-03-01", "AcceptedOn", "Accepted on 1 Mar 2026, before the installation on 5 Mar 2026; correct one of the two")]
    [InlineData("2026-03-02", "2026-03-02", "2026-03-02", null, null)]
    public async Task Delivered_installed_and_accepted_follow_each_other_or_are_told_by_name(string? delivered, string? installed, string? accepted, string? wrong, string? said)
    {
        await using var house = await TestHouse.Open();
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        var (form, texts) = ((await Read(house, serial)).Form.Copy(), new ResourceTexts(CultureInfo.GetCultureInfo("en")));
        (form.DeliveredOn, form.InstalledOn, form.AcceptedOn) = (Day(delivered), Day(installed), Day(accepted));

        var problems = (await house.As(Role.Agent).Ask((AssetDesk d) => d.Edit(serial, form, house.Request))).Problems;

        Assert.Equal(wrong is null ? [] : [(wrong, said!)], problems.Select(p => (p.Field!, texts.Say(p))));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The days left are no zero where nobody knows when it began: what is missing leads to its field.</summary>
    [Fact]
    public async Task A_machine_without_its_first_day_says_what_is_missing_and_leads_there()
    {
        await using var house = await TestHouse.Open();
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set.SetProperty(a => a.DeliveredOn, (DateOnly?)null).SetProperty(a => a.InstalledOn, (DateOnly?)null).SetProperty(a => a.AcceptedOn, (DateOnly?)null)));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));

        var link = page.WaitForElement("[data-test=fill-start]");

        Assert.DoesNotContain("0 天", page.Find("[data-test=asset-warranty]").TextContent, StringComparison.Ordinal);
        Assert.Equal(AssetAddress.FillStart(serial), link.GetAttribute("href"));
        var filling = pages.Open<AssetDetails>(AssetAddress.FillStart(serial));
        filling.WaitForElement("[data-test=asset-form] #a-delivered");
    }

    [Theory, BothDatabases]
    public async Task Any_serial_is_added_once_found_by_its_end_and_tells_its_warranty(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var form = new AssetForm { SerialNo = " A/B 100%#机 ", ProductLine = "extruder", Model = "SJ-65", AcceptedOn = new(2025, 11, 24) };
        var agent = house.As(Role.Agent);

        Assert.Equal("A/B 100%#机", (await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, form, house.Request))).Value);
        var twin = (await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, form, house.Request))).Problems[0];
        Assert.Equal(("Assets.SerialTaken", "A/B 100%#机", known.Customer.Name), (twin.Code, twin.Args[0], twin.Args[1]));
        await using var pages = new PageHouse(house, Role.Agent);
        var refused = new ProblemSet();
        Assert.False(refused.Take(twin));
        var links = pages.Open<TwinLinks>("", p => p.Add(l => l.Problems, refused));
        Assert.Equal(AssetAddress.Of("A/B 100%#机"), links.Find("[data-test=twin]").GetAttribute("href"));
        Assert.Equal("A/B 100%#机", Assert.Single((await agent.Ask((AssetList l) => l.Find(new() { Text = "100%#机" }))).Rows).SerialNo);
        Assert.Equal((WarrantyCover.Out, new DateOnly(2026, 11, 23)), (await Read(house, "A/B 100%#机")).Warranty is { } w ? (w.Cover, w.LastDay) : default);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_add_a_serial_in_two_spellings_at_once_one_is_told_and_the_database_takes_no_second(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var known = (await house.KnownCustomer()).Customer;
        Task<Result<string>> Add(TestHouse h, string serial) => Task.Run(() => h.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Code, new AssetForm { SerialNo = serial, ProductLine = "extruder", Model = "SJ-65" }, Guid.NewGuid())));

        for (var i = 0; i < 5; i++)
        {
            var both = await Task.WhenAll(Add(house, $"FA-{i}"), Add(other, $"ｆa-{i}"));
            Assert.Equal("Assets.SerialTaken", Assert.Single(Assert.Single(both, r => !r.Ok).Problems).Code);
        }

        var twice = new Asset { SerialNo = "ＦＡ-1", ProductLine = "extruder", Model = "SJ-65", WarrantyPolicy = "machinery", CustomerId = known.Id };
        Assert.True(Clash.IsTaken(await Assert.ThrowsAsync<DbUpdateException>(() => house.Add(twice))));
        var ligatures = new string('ﷺ', AssetLimits.SerialNo);
        Assert.True((await Add(house, ligatures)).Ok);
        Assert.Equal("Assets.SerialTaken", (await Add(other, ligatures)).Problems[0].Code);
    }

    [Fact]
    public async Task A_dealer_number_longer_than_any_is_told_so_and_not_as_unknown()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var form = new AssetForm { SerialNo = "H-1", ProductLine = "extruder", Model = "SJ-65", DealerCode = new('x', CustomerLimits.Code + 1) };

        var told = Assert.Single((await house.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Customer.Code, form, house.Request))).Problems);

        Assert.Equal(("Shared.TooLong", "DealerCode", 40), (told.Code, told.Field, (int)told.Args[0]!));
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_told_by_its_name_not_its_code()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var (mine, theirs) = ((await Read(house, known.Asset.SerialNo)).Form.Copy(), (await Read(house, known.Asset.SerialNo)).Form.Copy());
        (theirs.SiteId, theirs.Model) = (null, "SJ-120");
        await house.As(Role.Supervisor).Ask((AssetDesk d) => d.Edit(known.Asset.SerialNo, theirs, house.Request));
        mine.AcceptedOn = new(2026, 3, 20);

        var refused = await house.As(Role.Agent).Ask((AssetDesk d) => d.Edit(known.Asset.SerialNo, mine, house.Request));

        Assert.Equal(["Model", "SiteId"], refused.Problems.Select(p => p.Field).Order());
        Assert.Null(refused.Problems.Single(p => p.Field == "SiteId").Args[0]);
    }

    [Theory]
    [InlineData("A/B 100%#机?x")]
    [InlineData("%2F")]
    [InlineData("..")]
    [InlineData("🛠 ‮rtl")]
    public void The_address_of_a_machine_leads_back_to_its_serial(string serial) =>
        Assert.Equal(serial, AssetAddress.Serial(AssetAddress.Of(serial) + "?a=1"));

    private static Task<AssetView> Read(TestHouse house, string serial) => house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial));
}
