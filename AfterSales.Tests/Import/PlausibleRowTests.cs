using AfterSales.Core.Assets;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;
using System.Globalization;

namespace AfterSales.Tests.Import;

/// <summary>What no form would take, no row brings in: telephones, days, the product line of a model.</summary>
public sealed class PlausibleRowTests
{
    private static object?[] Customer(string code, object? phone = null, object? contact = null, object? filed = null) => [code, "公司" + code, null, null, null, phone, null, null, null, contact, filed];

    private static Sheets Machines(params (string Serial, string Line, string Model)[] machines) => new Sheets()
        .Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
        .Add("设备", [Sheets.AssetHeads, .. machines.Select(m => new object?[] { m.Serial, m.Line, m.Model, "C001" })]);

    private static (string, int, string?) Told(RowNote fault) => (fault.What.Code, fault.Row, fault.Value);

    [Fact]
    public async Task A_telephone_is_one_that_the_forms_take()
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, Customer("C1", "12"), Customer("C2", "13800138000;12345"), Customer("C3", "95588"), Customer("C4", "88881234"), Customer("C5", "13800138000，0531-88881234")).File());

        Assert.Equal([("Import.NotAPhone", 2, "12"), ("Import.NotAPhone", 3, "13800138000;12345")], report.Faults.Select(Told));
        Assert.Equal(["13800138000", "0531-88881234"], await house.Read(db => db.Customers.Where(c => c.Code == "C5").SelectMany(c => c.Contacts.SelectMany(x => x.Phones.Select(p => p.Number))).ToListAsync()));
        Assert.Contains("12345", new ResourceTexts(CultureInfo.GetCultureInfo("en")).Say(report.Faults[1].What), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R5_A_customer_filed_before_the_first_contact_is_told_and_taken_in()
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, Customer("C1", null, "2026-08-03", "2026-08-02"), Customer("C2", null, "2026-08-03", "2026-08-03")).File());

        Assert.Equal([("Import.FiledBefore", 2, "2026-08-02")], report.Remarks.Select(Told));
        Assert.Equal("建档日", report.Remarks[0].Column!.Zh);
        Assert.Equal("早于首次接触日（2026-08-03），请核对", new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")).Say(report.Remarks[0].What));
        Assert.Equal((0, 2), (report.Faults.Count, await house.Read(db => db.Customers.CountAsync())));
    }

    /// <summary>A place without a distance is as far as its area, and marked so, as in the forms; it comes out blank.</summary>
    [Theory, BothDatabases]
    public async Task A_place_without_a_distance_takes_its_areas(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            (await db.Areas.SingleAsync(a => a.Code == "east")).End(house.Now.AddDays(-1));
            db.Areas.Add(new Core.Settings.Area { Code = "east", NameZh = "华东片区", NameEn = "East", DistanceKm = 380, ValidFrom = house.Now.AddDays(-1) });
            await db.SaveChangesAsync();
        }

        house.Get<Core.Data.ChangeFeed>().Publish(["settings"]);
        var book = new Sheets().Add("客户", Sheets.CustomerHeads, ["C1", "甲公司", null, null, null, null, "青岛市 1 号", "华东片区"], ["C2", "乙公司", null, null, null, null, "青岛市 2 号", "华东片区", 12]);

        await ImportTests.Take(house, book.File());

        Assert.Equal([(380, true), (12, false)], (await house.Read(db => db.Sites.OrderBy(s => s.Id).ToListAsync())).Select(s => (s.DistanceKm!.Value, s.DistanceFromArea)));
        Assert.Equal(2, (await ImportTests.Take(house, book.File())).Sheets[0].Unchanged);
    }

    /// <summary>A merge may leave a machine sold by who is no dealer any more: it comes in again, and is told.</summary>
    [Fact]
    public async Task Who_sold_it_may_be_no_dealer_any_more()
    {
        await using var house = await TestHouse.Open();
        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, ["C1", "甲公司"], ["C2", "乙公司", "直接客户"])
            .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "M1", "C1", "C2"], ["S-2", "拉丝机", "M1", "C1", "C9"]).File());

        Assert.Equal([("Import.NoDealer", 2, "C2")], report.Remarks.Select(Told));
        Assert.Equal([("Import.UnknownDealer", 3, "C9")], report.Faults.Select(Told));
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("1900-01-01")]
    [InlineData("1949-12-31")]
    public async Task A_nought_that_became_a_day_is_told(string day)
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, Customer("C1", null, day), Customer("C2", null, "1950-01-01"))
            .Add("服务单", Sheets.CaseHeads, ["F-1", day + " 09:00", "来电", "咨询", "C2"]).File());

        Assert.Equal([("Import.TooEarly", 2, day), ("Import.TooEarly", 2, day + " 09:00:00")], report.Faults.Select(Told));
    }

    [Fact]
    public async Task The_machines_form_takes_no_earlier_day_than_an_import()
    {
        await using var house = await TestHouse.Open();
        var customer = (await house.KnownCustomer()).Customer.Code;
        var (late, early) = (AssetLimits.Earliest, AssetLimits.Earliest.AddDays(-1));
        var form = new AssetForm { SerialNo = "S-1", ProductLine = "drawing", Model = "M1", DeliveredOn = early, InstalledOn = early, AcceptedOn = early, PurchasedOn = early };

        var refused = (await house.As(Role.Agent).Ask((AssetDesk desk) => desk.Add(customer, form, house.Request))).Problems;

        Assert.Equal(["DeliveredOn", "InstalledOn", "AcceptedOn", "PurchasedOn"], refused.Where(p => p.Code == "Assets.DayTooEarly").Select(p => p.Field));
        Assert.Equal(4, refused.Count);
        (form.DeliveredOn, form.InstalledOn, form.AcceptedOn, form.PurchasedOn) = (late, late, late, late);
        Assert.True((await house.As(Role.Agent).Ask((AssetDesk desk) => desk.Add(customer, form, house.Request))).Ok);
    }

    [Fact]
    public async Task A_spreadsheets_day_of_1900_is_told_and_its_29_February_is_none()
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, Customer("C1"), Customer("C2", null, "1900-02-29"))
            .With(book =>
            {
                book.Worksheet("客户").Cell(2, 10).SetValue(60).Style.NumberFormat.Format = "yyyy-mm-dd";
            }).File());

        Assert.Equal(["Import.TooEarly", "Import.NotADay"], report.Faults.OrderBy(f => f.Row).Select(f => f.What.Code));
    }

    [Theory, BothDatabases]
    public async Task A_model_of_another_product_line_is_told_and_taken_in(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Machines(("S-1", "拉丝机", "LH-280")).File());

        var report = await ImportTests.Take(house, Machines(("S-2", "挤塑机", "lh-280"), ("S-3", "拉丝机", "LH-280"), ("S-4", "挤塑机", "未知"), ("S-5", "拉丝机", "未知")).File());

        Assert.Equal([("Import.ModelOfLine", 2, "lh-280")], report.Remarks.Select(Told));
        Assert.Equal("其他“lh-280”的产品类别是“拉丝机”，这台是“挤塑机”；按本行录入，请核对", new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")).Say(report.Remarks[0].What));
        Assert.Equal(5, await house.Read(db => db.Assets.CountAsync()));
    }

    [Fact]
    public async Task Of_a_new_model_most_rows_say_its_line_and_all_its_machines_together_may_get_another()
    {
        await using var house = await TestHouse.Open();
        var report = await ImportTests.Take(house, Machines(("S-1", "挤塑机", "M1"), ("S-2", "拉丝机", "M1"), ("S-3", "拉丝机", "M1")).File());
        Assert.Equal([("Import.ModelOfLine", 2, "M1")], report.Remarks.Select(Told));

        var whole = await ImportTests.Take(house, Machines(("S-1", "挤塑机", "M1"), ("S-2", "挤塑机", "M1"), ("S-3", "挤塑机", "M1")).File());

        Assert.Empty(whole.Faults);
        Assert.Empty(whole.Remarks);
        Assert.Equal("extruder", await house.Read(db => db.Assets.Select(a => a.ProductLine).Distinct().SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_serial_number_is_one_machines_in_whatever_case(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Machines(("FA-1", "拉丝机", "M1")).File());

        var twice = await ImportTests.Take(house, Machines(("fa-1", "拉丝机", "M2"), ("Fb-2", "拉丝机", "M2"), ("ＦＢ-2", "拉丝机", "M2"))
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "咨询", "C001", "Fa-1"], ["F-2", "2026-10-05 09:00", "来电", "咨询", "C001", "FB-2"]).File());

        Assert.Equal(("Import.Repeated", 4), (Assert.Single(twice.Faults).What.Code, twice.Faults[0].Row));
        Assert.Equal([("FA-1", "M2"), ("Fb-2", "M2")], (await house.Read(db => db.Assets.OrderBy(a => a.Id).ToListAsync())).Select(a => (a.SerialNo, a.Model)));
        Assert.Equal(2, await house.Read(db => db.Cases.CountAsync(c => c.AssetId != null)));
        var form = new AssetForm { SerialNo = "fa-1", ProductLine = "drawing", Model = "M1" };
        var refused = (await house.As(Role.Agent).Ask((AssetDesk desk) => desk.Add("C001", form, house.Request))).Problems;
        Assert.Equal(("Assets.SerialTaken", "FA-1"), (Assert.Single(refused).Code, refused[0].Args[0]));
        await ImportTests.Sound(house);
    }
}
