using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Customers;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>Export gives the workbook that import takes: into an empty database and out again it is equal cell by cell.</summary>
public sealed class RoundTripTests
{
    private static async Task<byte[]> Export(TestHouse house, string culture)
    {
        using var stream = new MemoryStream();
        await house.As(Role.Supervisor).Ask((RecordsExport export) => export.Write(stream, culture));
        return stream.ToArray();
    }

    private static List<string> Cells(byte[] bytes)
    {
        using var book = new XLWorkbook(new MemoryStream(bytes));
        return [.. book.Worksheets.SelectMany(s => s.CellsUsed().Select(c => $"{s.Name}!{c.Address}={c.DataType}:{c.Value}"))];
    }

    /// <summary>The workbook holds whole numbers: given to who sees them masked, it is a reveal.</summary>
    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Supervisor, false)]
    public async Task An_export_is_told_as_a_reveal_to_whom_numbers_are_masked(Role role, bool reveals)
    {
        await using var house = await TestHouse.Open();
        await house.As(role).Ask((RecordsExport export) => export.Write(new MemoryStream(), "en"));
        var told = (await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new() { Entity = RecordsExport.Entity }))).Rows.Select(r => r.Changes[0].To);
        Assert.Equal(reveals ? ["Exported", "Revealed"] : ["Exported"], told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [BothDatabases("zh-CN")]
    [BothDatabases("en")]
    public async Task Export_import_into_an_empty_database_export_is_equal_cell_by_cell(StorageProvider provider, string culture)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            Assert.True((await SampleHistory.Write(db, new SamplePlan(300, 3, 7), house.Clock, null, default)).Ok);
        }

        await ImportTests.Take(house, Sheets.Firm().File());
        var first = await Export(house, culture);

        await using var other = await TestHouse.Open(provider);
        var report = await ImportTests.Take(other, Sheets.Of(first));
        Assert.Empty(report.Faults);
        await ImportTests.Sound(other);
        var second = await Export(other, culture);

        Assert.Equal(Cells(first), Cells(second));
        Assert.InRange(Cells(first).Count, 3_000, int.MaxValue);
        var again = await ImportTests.Take(house, Sheets.Of(first));
        Assert.Empty(again.Faults);
        Assert.Equal(0, again.Sheets.Sum(s => s.New + s.Changed));
    }

    /// <summary>Written row by row, these workbooks leave their sheets' size unsaid; what they say of it in their filter is so.</summary>
    [Fact]
    public async Task What_a_sheet_says_of_its_size_is_what_is_there()
    {
        await using var house = await TestHouse.Open();
        var report = await ImportTests.Take(house, Sheets.Firm().Add("客户二", Sheets.CustomerHeads, ["C009", null], ["C010", null]).File());
        using var rejected = new MemoryStream();
        await RejectedSheet.Write(rejected, report, new ResourceTexts());

        var sheets = Extent.Of(await Export(house, "zh-CN")).Concat(Extent.Of(rejected.ToArray())).ToList();

        Assert.Equal(["A1:K4", "A1:H3", "A1:S7", "A1:L3"], sheets.Select(s => s.There));
        Assert.All(sheets, s => Assert.Equal((s.There, s.There), (s.Told ?? s.There, s.Filter)));
    }

    [Theory, BothDatabases]
    public async Task What_the_forms_take_at_their_edges_comes_in_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await CustomerMergingTests.Two(house);
        var agent = house.As(Role.Agent);
        foreach (var number in new[] { "95588", "+49 89 1234567", "0532-88881234 转 803", "8881234" })
        {
            var contact = new ContactForm { Name = "王" + number, Phones = [number] };
            Assert.True((await agent.Ask((CustomerDesk d) => d.SaveContact(stays.Customer.Code, null, contact, house.Request))).Ok);
        }

        for (var i = 0; i <= ContactForm.MostPhones; i++)
        {
            var call = stays.Repair();
            call.Phone = $"1390000{i:0000}";
            Assert.True((await agent.Ask((CaseIntake intake) => intake.Register(call, house.Request))).Ok);
        }

        foreach (var (serial, line) in new[] { (" A/B 100%#机 ", "extruder"), ("ｆｂ-2", "drawing") })
        {
            var machine = new AssetForm { SerialNo = serial, ProductLine = line, Model = "M1", DeliveredOn = AssetLimits.Earliest };
            Assert.True((await agent.Ask((AssetDesk d) => d.Add(stays.Customer.Code, machine, house.Request))).Ok);
        }

        await CustomerMergingTests.Merge(house, stays, goes, MergeField.Name);
        await using (var db = house.Db())
        {
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.FiledOn, c => c.FirstContactOn!.Value.AddDays(-1)));
        }

        var first = await Export(house, "zh-CN");
        await using var other = await TestHouse.Open(provider);
        var report = await ImportTests.Take(other, Sheets.Of(first));

        Assert.Empty(report.Faults);
        Assert.Equal(Cells(first), Cells(await Export(other, "zh-CN")));
    }
}
