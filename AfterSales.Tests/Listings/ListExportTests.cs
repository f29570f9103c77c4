using System.Net;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace AfterSales.Tests.Listings;

public sealed class ListExportTests
{
    private static readonly Dictionary<string, string?> Everything = [];

    [Theory, BothDatabases]
    public async Task What_is_exported_is_what_is_shown_in_its_order_without_its_pages(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 60; i++)
        {
            await house.KnownCustomer($"厂{i:00}", kind: i % 2 == 0 ? CustomerKind.Dealer : CustomerKind.Direct);
        }

        using var book = await Workbook(house, "customers", new() { ["kind"] = "dealer", ["order"] = "-name", ["after"] = "5~x" });
        var sheet = book.Worksheets.Single();
        Assert.Equal("客户名称", sheet.Cell(1, 1).GetString());
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"厂{58 - (2 * i):00}"), sheet.RowsUsed().Skip(1).Select(r => r.Cell(1).GetString()));
    }

    [Theory, BothDatabases]
    public async Task Of_many_batches_no_row_is_lost_or_told_twice(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Add([.. Enumerable.Range(0, 2_500).Select(i => new Customer { Code = $"M{i:0000}", Name = $"厂{i % 7}", NameKey = $"厂{i % 7}", Kind = CustomerKind.Direct, Tier = CustomerTier.C })]);

        using var book = await Workbook(house, "customers", Everything);

        Assert.Equal(2_500, book.Worksheets.Single().RowsUsed().Skip(1).Select(r => r.Cell(2).GetString()).Distinct().Count());
    }

    /// <summary>A leading "=" stays text, what looks like an escape stands as typed, a day is a day and an instant is in the company's time.</summary>
    [Fact]
    public async Task Cells_are_what_they_say()
    {
        await using var house = await TestHouse.Open();
        const string Hostile = "=HYPERLINK(\"http://example.com\") _x0041_ <&> \U0001F69C";
        var known = await house.KnownCustomer(Hostile);
        await house.OpenCase(known);
        await house.Add(new Customer { Code = "+1", Name = new string('长', 40_000), NameKey = "长", Kind = CustomerKind.Direct, Tier = CustomerTier.A });

        var file = await File(house, "customers", new() { ["order"] = "name" }, Role.Supervisor);
        Assert.Contains(Hostile, file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => r["客户名称"]));
        using var book = new XLWorkbook(file);
        var row = book.Worksheets.Single().RowsUsed().Single(r => r.Cell(1).GetString().StartsWith('='));

        Assert.False(row.Cell(1).HasFormula);
        Assert.Equal(XLDataType.Text, row.Cell(1).DataType);
        var heads = book.Worksheets.Single().Row(1).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        Assert.Equal(new DateTime(2026, 11, 24, 10, 0, 0), row.Cell(heads["最近服务"]).GetDateTime(), TimeSpan.FromMinutes(1));
        Assert.Equal(1, row.Cell(heads["设备"]).GetValue<int>());
        Assert.Equal(32_767, book.Worksheets.Single().RowsUsed().Max(r => r.Cell(1).GetString().Length));
    }

    /// <summary>Other programs than Excel show what stands there: an emoji or a rare character as itself, what was typed like an escape as typed.</summary>
    [Fact]
    public async Task Characters_of_two_halves_stand_in_the_sheet_as_themselves()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer("换挡困难 😀 𠮷田 _xD83D__xDE00_");

        var file = await File(house, "customers", Everything, Role.Supervisor);

        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true))
        {
            using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            Assert.Contains("换挡困难 😀 𠮷田 _x005F_xD83D__x005F_xDE00_", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var book = new XLWorkbook(file);
        Assert.Equal("换挡困难 😀 𠮷田", book.Worksheets.Single().Cell(2, 1).GetString()[..11]);
    }

    [Fact]
    public async Task An_empty_list_has_its_heads()
    {
        await using var house = await TestHouse.Open();
        using var book = await Workbook(house, "cases", Everything);
        Assert.Single(book.Worksheets.Single().RowsUsed());
        Assert.True(book.Worksheets.Single().Row(1).CellsUsed().Count() > 10);
    }

    [Fact]
    public async Task Each_list_is_exported_and_printed_with_its_own_columns()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        await house.Complaint(id);
        await house.Resolve(id);
        await house.OpenCase(known);
        foreach (var (name, words, role) in new[] { ("customers", "", Role.Manager), ("assets", "", Role.Manager), ("cases", "all", Role.Manager), ("complaints", "", Role.Manager), ("callbacks", "later", Role.Supervisor), ("audit", "", Role.Administrator) })
        {
            var query = new Dictionary<string, string?> { [name == "cases" ? "span" : "shelf"] = words };
            using var book = await Workbook(house, name, query, role);
            var printed = await house.As(role).Ask((ListExport e) => e.Print(name, query, new ResourceTexts()));
            Assert.True(book.Worksheets.Single().RowsUsed().Count() > 1, name);
            Assert.Equal(printed.Count, printed.Rows.Count);
            Assert.All(printed.Rows, row => Assert.Equal(printed.Columns.Count, row.Count));
        }
    }

    /// <summary>On paper nobody sees the fields above: what was left out is said, and which day a day is.</summary>
    [Fact]
    public async Task A_printed_list_names_its_filter_and_says_which_day_a_day_is()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.ServiceDueOn, new DateOnly(2026, 11, 20))));
        var printed = await house.As(Role.Manager).Ask((ListExport e) => e.Print("assets", new Dictionary<string, string?> { ["line"] = "extruder", ["due"] = "true" }, new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))));
        Assert.Equal("产品类别：挤塑机 · 应保养", printed.Filter);
        Assert.Contains(Assert.Single(printed.Rows), cell => cell.Contains("\n保修", StringComparison.Ordinal) || cell.Contains("到期", StringComparison.Ordinal));
        var registers = await house.As(Role.Manager).Ask((ListExport e) => e.Print("registers", new Dictionary<string, string?> { ["person"] = "me", ["from"] = "2026-11-01" }, new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))));
        Assert.Matches("经办人：陈芳", registers.Filter);
        Assert.Equal("", (await house.As(Role.Manager).Ask((ListExport e) => e.Print("assets", Everything, new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))))).Filter);
    }

    [Fact]
    public void Every_word_of_a_filter_has_a_name()
    {
        var filters = typeof(ListFilter).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ListFilter)));
        foreach (var texts in new[] { new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("en")) })
        {
            Assert.All(FilterWords.Names(filters), word => Assert.DoesNotContain("Listings.", texts["Listings.Word." + word], StringComparison.Ordinal));
        }
    }

    [Theory, BothDatabases]
    public async Task Who_took_what_out_of_the_house_is_in_the_trail(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer(kind: CustomerKind.Dealer);
        (await Workbook(house, "customers", new() { ["kind"] = "dealer", ["q"] = "13800000000", ["after"] = "9~x" })).Dispose();

        var told = Assert.Single((await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new() { Entity = ExportTrail.Entity }))).Rows);

        Assert.Equal((People.Rows.First(p => p.Role == Role.Supervisor).Name, "customers", AuditAction.Event), (told.Person, told.Key, told.Action));
        Assert.Equal(["Exported", "q=138****0000 · kind=dealer", "0"], told.Changes.Select(c => c.To));
    }

    [Fact]
    public async Task Who_may_not_see_a_list_neither_prints_nor_exports_it_and_an_engineer_prints_own_cases_alone()
    {
        await using var house = await TestHouse.Open();
        await house.OpenCase(await house.KnownCustomer());
        await Assert.ThrowsAsync<ForbiddenException>(() => Workbook(house, "customers", Everything, Role.Agent));
        await Assert.ThrowsAsync<ForbiddenException>(() => Workbook(house, "audit", Everything, Role.Supervisor));
        await Assert.ThrowsAsync<ForbiddenException>(() => Print(house, "customers", Role.Engineer));
        await Assert.ThrowsAsync<MissingException>(() => Print(house, "nonsense", Role.Engineer));
        Assert.Empty((await Print(house, "cases", Role.Engineer)).Rows);
        Assert.Empty(await house.Read(db => db.AuditEntries.Where(e => e.Entity == ExportTrail.Entity).ToListAsync()));
    }

    [Fact]
    public async Task Of_a_long_list_the_first_rows_are_printed_and_that_is_told()
    {
        await using var house = await TestHouse.Open();
        await house.Add([.. Enumerable.Range(0, ListExport.MostPrinted + 1).Select(i => new Customer { Code = $"M{i:0000}", Name = "厂", NameKey = "厂", Kind = CustomerKind.Direct, Tier = CustomerTier.C })]);
        var printed = await Print(house, "customers", Role.Agent);
        Assert.Equal((ListExport.MostPrinted, ListExport.MostPrinted + 1), (printed.Rows.Count, printed.Count));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(600, 600)]
    [InlineData(9_999, 1_203)]
    public async Task So_many_rows_as_are_asked_for_are_read(int most, int read)
    {
        await using var house = await TestHouse.Open();
        await house.Add([.. Enumerable.Range(0, 1_203).Select(i => new Customer { Code = $"M{i:0000}", Name = "厂", NameKey = "厂", Kind = CustomerKind.Direct, Tier = CustomerTier.C })]);
        var book = await house.Get<Lists>().Book();
        var words = new ListWords(new ResourceTexts(), book, new Shown(new ResourceTexts(), house.Clock.Zone), house.Clock.Zone);

        Assert.Equal(read, await house.As(Role.Agent).Ask(async (CustomerList list) => (await list.Cells(new Dictionary<string, string?>(), words, default, most).ToListAsync()).Count));
    }

    [Fact]
    public async Task The_site_hands_out_both_and_says_what_is_not_to_be_had()
    {
        await using var house = await WebHouse.Open();
        var (supervisor, agent) = (await house.SignedIn(Role.Supervisor), await house.SignedIn(Role.Agent));
        using var answer = await supervisor.GetAsync("/lists/customers.xlsx?area=%00&q=x");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("data-test=\"printed\"", await agent.GetStringAsync("/lists/customers/print?order=-name"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await agent.GetAsync("/lists/customers.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/lists/nonsense.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await house.Visitor().GetAsync("/lists/customers/print")).StatusCode);
    }

    private static Task<PrintedList> Print(TestHouse house, string name, Role role) => house.As(role).Ask((ListExport e) => e.Print(name, Everything, new ResourceTexts()));

    private static async Task<XLWorkbook> Workbook(TestHouse house, string name, Dictionary<string, string?> query, Role role = Role.Supervisor)
    {
        return new XLWorkbook(await File(house, name, query, role));
    }

    private static async Task<MemoryStream> File(TestHouse house, string name, Dictionary<string, string?> query, Role role)
    {
        var file = new MemoryStream();
        var done = await house.As(role).Ask((ListExport e) => e.Workbook(name, query, file, new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))));
        Assert.True(done.Ok);
        file.Position = 0;
        return file;
    }
}
