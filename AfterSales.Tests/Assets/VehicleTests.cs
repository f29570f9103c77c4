using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Assets;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>Plate, VIN, meter, purchase and papers of a machine.</summary>
public sealed class VehicleTests
{
    private const string Vin = "LSVAU2180N2183294";

    private static AssetForm Truck(string serial, string? vin = Vin, string? plate = " 鲁A·12345 ") => new() { SerialNo = serial, ProductLine = "vehicle", Model = "DLF-5120", Plate = plate, Vin = vin };

    [Theory, BothDatabases]
    public async Task What_a_vehicle_was_bought_with_is_kept_shown_and_audited(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var form = Truck("V-1", "lsvau2180 n2183294");
        (form.PurchasedOn, form.Price, form.InvoiceOnFile, form.WarrantyCardOnFile) = (new(2026, 5, 6), 318_000.50m, true, false);

        Assert.True((await house.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Customer.Code, form, house.Request))).Ok);

        var stored = await house.Read(db => db.Assets.SingleAsync(a => a.SerialNo == "V-1"));
        Assert.Equal(("鲁A·12345", Vin, MeterUnit.Km, 31_800_050L), (stored.Plate, stored.Vin, stored.MeterUnit!.Value, stored.PriceFen!.Value));
        Assert.Equal((new DateOnly(2026, 5, 6), true, false), (stored.PurchasedOn!.Value, stored.InvoiceOnFile!.Value, stored.WarrantyCardOnFile!.Value));
        Assert.Equal(318_000.50m, (await house.As(Role.Agent).Ask((AssetDesk d) => d.Read("V-1"))).Form.Price);
        var told = await house.Read(db => db.AuditEntries.Where(e => e.Entity == "Asset" && e.EntityKey == "V-1").Select(e => e.Changes).SingleAsync());
        Assert.All(new[] { "Plate", "Vin", "MeterUnit", "PurchasedOn", "PriceFen", "InvoiceOnFile", "WarrantyCardOnFile" }, field => Assert.Contains($"\"{field}\"", told, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_vin_is_on_one_machine_and_a_second_is_told_which(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "甲厂");
        var agent = house.As(Role.Agent);
        await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-1"), house.Request));
        await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-2", null, "鲁A·22222"), house.Request));

        var added = Assert.Single((await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-3", plate: null), house.Request))).Problems);
        var changed = (await agent.Ask((AssetDesk d) => d.Read("V-2"))).Form.Copy();
        changed.Vin = Vin;
        var edited = Assert.Single((await agent.Ask((AssetDesk d) => d.Edit("V-2", changed, house.Request))).Problems);

        Assert.All(new[] { added, edited }, told => Assert.Equal(("Assets.VinTaken", "Vin", "V-1", "甲厂"), (told.Code, told.Field!, (string)told.Args[0]!, (string)told.Args[1]!)));
        var own = (await agent.Ask((AssetDesk d) => d.Read("V-1"))).Form.Copy();
        own.Plate = "鲁A·99999";
        Assert.True((await agent.Ask((AssetDesk d) => d.Edit("V-1", own, house.Request))).Ok);
    }

    [Theory]
    [InlineData("鲁A·12345", "鲁A·12345")]
    [InlineData(" 鲁 a12345 ", "鲁A·12345")]
    [InlineData("京AD12345", "京A·D12345")]
    [InlineData("粤B12345D", "粤B·12345D")]
    [InlineData("沪A1234挂", "沪A·1234挂")]
    [InlineData("鲁A1234", null)]
    [InlineData("鲁A123456", null)]
    [InlineData("鲁ABCDEF", null)]
    [InlineData("A12345", null)]
    [InlineData("临时牌照", null)]
    [InlineData("鲁A1O345", null)]
    public void A_plate_is_kept_in_one_spelling_and_other_text_is_none(string typed, string? kept)
    {
        Assert.Equal(kept is not null, PlateRule.IsFormed(PlateRule.Kept(typed)!));
        Assert.Equal(kept ?? typed, PlateRule.Kept(typed));
    }

    [Theory, BothDatabases]
    public async Task A_plate_is_on_one_machine_however_it_is_spelled(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "甲厂");
        var agent = house.As(Role.Agent);
        Assert.True((await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-1"), house.Request))).Ok);
        var twin = Assert.Single((await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-2", null, "鲁a12345"), house.Request))).Problems);
        Assert.Equal(("Assets.PlateTaken", "Plate", "V-1", "甲厂"), (twin.Code, twin.Field!, (string)twin.Args[0]!, (string)twin.Args[1]!));
        Assert.Equal("Assets.NotAPlate", Assert.Single((await agent.Ask((AssetDesk d) => d.Add(known.Customer.Code, Truck("V-2", null, "我的车"), house.Request))).Problems).Code);
    }

    [Fact]
    public async Task Every_fault_is_told_under_its_field()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var form = Truck("V-1", "LSVAU2180N21832O4");
        (form.Plate, form.PurchasedOn, form.Price, form.MeterUnit) = (new('x', AssetLimits.Plate + 1), new(2027, 1, 1), 0.005m, (MeterUnit)9);

        var told = (await house.As(Role.Agent).Ask((AssetDesk d) => d.Add(known.Customer.Code, form, house.Request))).Problems;

        Assert.Equal(["MeterUnit", "Plate", "Price", "PurchasedOn", "Vin"], told.Select(p => p.Field).Order());
    }

    [Fact]
    public async Task The_editor_asks_for_plate_and_vin_where_the_line_is_of_vehicles_and_doubts_a_check_digit_without_refusing()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(known.Asset.SerialNo));
        page.WaitForElement("[data-test=edit]").Click();
        Assert.Empty(page.FindAll("[data-test=plate]"));

        page.Find("[data-test=line]").Change("vehicle");
        page.Find("[data-test=vin]").Change("1M8GDM9AXKP042789");
        Assert.Contains("校验位", page.Find("#a-vin-below").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=a-invoice]").Change("true");
        page.Find("[data-test=asset-form]").Submit();

        page.WaitForAssertion(() => Assert.Equal("1M8GDM9AXKP042789", page.Find("[data-test=vin]").TextContent));
        Assert.True((await house.Read(db => db.Assets.SingleAsync())).InvoiceOnFile);
    }
}
