using System.Text;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;
using System.Globalization;

namespace AfterSales.Tests.Import;

/// <summary>What a file leaves unclear is told so that somebody knows what to do: sheets, heads given twice, open quotes, names that ended, rows held back.</summary>
public sealed class ToldSheetTests
{
    private static string Say(RowNote note, string culture = "en") => new ResourceTexts(CultureInfo.GetCultureInfo(culture)).Say(note.What);

    [Fact]
    public async Task A_sheet_that_nobody_knows_is_told_by_a_person_and_its_heads_after_it()
    {
        await using var house = await TestHouse.Open();
        Sheets Book() => new Sheets().Add("往来单位", ["单位台账"], ["代号", "抬头"], ["C1", "甲公司", "备用", "2"]);

        var first = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book().File(), new()));
        Assert.Equal((null, "Import.UnknownSheet"), (first.Value.Sheets[0].Kind, first.Value.Remarks[0].What.Code));
        var choice = new ImportChoice(Sheets: [new("往来单位", SheetKind.Customers)]);
        var second = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book().File(), choice));
        Assert.Equal(["代号", "抬头"], second.Value.Sheets[0].Heads.Select(h => h.Head));
        Assert.Equal(["Import.MissingColumn", "Import.MissingColumn"], second.Value.Faults.Select(f => f.What.Code));
        await ImportTests.Take(house, Book().File(), choice with { Heads = [new(SheetKind.Customers, "代号", "Code"), new(SheetKind.Customers, "抬头", "Name")] });

        Assert.Equal("甲公司", await house.Read(db => db.Customers.Select(c => c.Name).SingleAsync()));
        Assert.Equal(1, (await ImportTests.Take(house, Book().File())).Sheets[0].Unchanged);
    }

    /// <summary>No rule can tell a title of several words from heads: the person says the row.</summary>
    [Fact]
    public async Task A_title_of_several_words_is_told_from_the_heads_by_their_row()
    {
        await using var house = await TestHouse.Open();
        Sheets Book() => new Sheets().Add("往来单位", ["客户台账", "2026 年 11 月"], ["代号", "抬头", "所在", "经办"], ["C1", "甲公司", "青岛", "张工"]);
        Task<Result<ImportReport>> Check(params SheetChoice[] choice) => house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book().File(), new ImportChoice(Sheets: choice)));

        Assert.Equal(("客户台账", 1), ((await Check(new SheetChoice("往来单位", SheetKind.Customers))).Value.Sheets[0] is var first ? (first.Heads[0].Head, first.HeadRow) : default));
        var told = (await Check(new SheetChoice("往来单位", SheetKind.Customers, 2))).Value.Sheets[0];
        Assert.Equal(["代号", "抬头", "所在", "经办"], told.Heads.Select(h => h.Head));
        Assert.Equal(1, (await Check(new SheetChoice("往来单位", SheetKind.Customers, 99))).Value.Sheets[0].HeadRow);
    }

    [Fact]
    public async Task A_known_sheet_is_passed_over_when_a_person_says_so_and_its_heads_are_not_remembered()
    {
        await using var house = await TestHouse.Open();
        Sheets Book() => new Sheets().Add("客户", ["客户编号", "抬头"], ["C1", "甲公司"]).Add("服务单", Sheets.CaseHeads);
        var choice = new ImportChoice(Sheets: [new("客户", null)], Heads: [new(SheetKind.Customers, "抬头", "Name")]);

        var report = await ImportTests.Take(house, Book().File(), choice);

        Assert.Equal((null, SheetKind.Cases), (report.Sheets[0].Kind, report.Sheets[1].Kind));
        Assert.Equal((0, 0, 0), (report.Faults.Count, report.Remarks.Count, await house.Read(db => db.Customers.CountAsync())));
        Assert.Equal(["Import.MissingColumn"], (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book().File(), new()))).Value.Faults.Select(f => f.What.Code));
    }

    [Fact]
    public async Task A_head_given_twice_is_taken_once_and_said()
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", ["客户编号", "客户名称", "地址", "地址", "名称"], ["C1", "甲公司", "青岛", "济南", "乙公司"]).File());

        Assert.Equal(["“地址” (column D) means the same as “地址” (column C), and only the latter was taken; remove or rename one of them", "“名称” (column E) means the same as “客户名称” (column B), and only the latter was taken; remove or rename one of them"], report.Remarks.Select(r => Say(r)));
        Assert.Equal([false, false, false, true, true], report.Sheets[0].Heads.Select(h => h.Again));
        Assert.Equal(("甲公司", "青岛"), await house.Read(db => db.Customers.Select(c => ValueTuple.Create(c.Name, c.Sites[0].Address)).SingleAsync()));
    }

    [Theory]
    [InlineData("客户编号,客户名称\nC1,甲公司\nC2,\"乙公司\nC3,丙公司\n")]
    [InlineData("客户编号,客户名称\nC1,甲公司\nC2,\"乙公司\nC3,\"丙公司\"\n")]
    public async Task A_quote_left_open_is_one_sentence_with_its_row(string text)
    {
        await using var house = await TestHouse.Open();

        var answer = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Sheets.Of(Encoding.UTF8.GetBytes(text), "客户.csv"), new()));

        Assert.Equal(("Import.QuoteOpen", 3), (Assert.Single(answer.Problems).Code, answer.Problems[0].Args[0]));
    }

    /// <summary>However long a cell in quotes is, so much of it is kept, and the rows below are read.</summary>
    [Theory]
    [InlineData("一行很长的话\n")]
    [InlineData("\"\"")]
    public async Task A_cell_longer_than_any_is_cut_and_swallows_nothing(string part)
    {
        await using var house = await TestHouse.Open();
        var text = $"客户编号,客户名称,地址\nC1,甲公司,\"{string.Concat(Enumerable.Repeat(part, 100_000))}\"\nC2,乙公司,青岛\n";

        var rows = CsvText.Rows(new StringReader(text)).ToList();

        Assert.Equal(3, rows.Count);
        Assert.InRange(rows[1].Cells[2].Text.Length, ReadingLimits.Text - 1, ReadingLimits.Text);
        Assert.Equal("乙公司", rows[2].Cells[1].Text);
    }

    /// <summary>What a change says, it says by the names of the lists.</summary>
    [Fact]
    public async Task A_changed_field_is_told_by_its_name()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司", null, null, null, null, null, "华东片区"]).File());

        var report = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司", null, null, null, null, null, "华北片区"]).File(), new()));

        var field = Assert.Single(Assert.Single(report.Value.Changes).Fields);
        Assert.Equal(("华东片区", "华北片区"), (field.Was("zh-CN"), field.Becomes("zh-CN")));
    }

    [Theory, BothDatabases]
    public async Task History_names_areas_and_lines_that_have_ended(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            (await db.Areas.SingleAsync(a => a.Code == "east")).End(house.Now.AddDays(-1));
            (await db.ProductLines.SingleAsync(a => a.Code == "drawing")).End(house.Now.AddDays(-1));
            (await db.WarrantyPolicies.SingleAsync(a => a.Code == "machinery-18")).End(house.Now.AddDays(-1));
            await db.SaveChangesAsync();
        }

        house.Get<ChangeFeed>().Publish(["settings"]);
        var report = await ImportTests.Take(house, Sheets.Firm().File());

        Assert.Empty(report.Faults);
        Assert.Equal(["Import.AreaCreated", "Import.Ended", "Import.Ended"], report.Remarks.Select(r => r.What.Code).Where(c => c != "Import.UnknownPerson").Order());
        Assert.Equal("“华东片区”已停用，按历史记录保留", Say(report.Remarks.First(r => r.What.Code == "Import.Ended"), "zh-CN"));
        Assert.Equal("east", await house.Read(db => db.Customers.Where(c => c.Code == "C001").Select(c => c.Area).SingleAsync()));
        Assert.Equal(1, await house.Read(db => db.Areas.CountAsync(a => a.Code == "east" || a.NameZh == "华东片区")));
        Assert.Equal(2, await house.Read(db => db.Assets.CountAsync(a => a.ProductLine == "drawing")));
        var later = await ImportTests.Take(house, new Sheets().Add("设备", Sheets.AssetHeads, ["S-9", "挤塑机", "M1", "C001", null, null, "机械设备 18 个月"]).File());
        Assert.Equal("“机械设备 18 个月”已停用，按历史记录保留", Say(Assert.Single(later.Remarks), "zh-CN"));
        Assert.Equal("machinery-18", await house.Read(db => db.Assets.Where(a => a.SerialNo == "S-9").Select(a => a.WarrantyPolicy).SingleAsync()));
        await ImportTests.Sound(house);
    }

    [Fact]
    public async Task Of_a_sheet_held_back_the_others_say_so_and_not_that_it_was_rejected()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"], ["C002", null])
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "咨询", "C001"], ["F-2", "2026-10-05 09:00", "来电", "咨询", "C002"]).File();

        var report = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new(AllOrNothing: true)));

        Assert.Equal([("Import.Required", 3), ("Import.CustomerHeld", 2), ("Import.CustomerRejected", 3)], report.Value.Faults.Select(f => (f.What.Code, f.Row)));
    }

    [Fact]
    public async Task Of_machines_held_back_their_cases_say_so()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"]).File());
        var file = new Sheets().Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "M1", "C001"], ["S-2", "拉丝机", null, "C001"])
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "咨询", "C001", "S-1"]).File();

        var report = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new(AllOrNothing: true)));

        Assert.Equal(["Import.Required", "Import.AssetHeld"], report.Value.Faults.Select(f => f.What.Code));
    }

    /// <summary>A wrong customer keeps many rows out; what is to be corrected stands alone, each row's reason in the workbook.</summary>
    [Fact]
    public async Task Rows_that_only_follow_a_rejected_one_are_told_as_a_sum_of_their_sheet()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"], ["C002", null, "?"], ["D001", "经销", "经销商"])
            .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "M1", "C001"], ["S-2", "拉丝机", "M1", "C002"])
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "咨询", "C001"], ["F-2", "2026-10-05 09:00", "?", "咨询", "C002"], ["F-3", "2026-10-05 09:00", "来电", "咨询", "C002", "S-2"]).File();

        var whole = (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new(AllOrNothing: true)))).Value;
        var byRow = (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new()))).Value;

        Assert.Equal(["客户 0 Import.SheetHeld 1", "设备 0 Import.Following 2", "服务单 0 Import.Following 2", "客户 3 Import.Required", "客户 3 Import.UnknownWord", "服务单 3 Import.UnknownWord", "服务单 3 Import.CustomerRejected"], Told(whole));
        Assert.Equal(["设备 0 Import.Following 1", "服务单 0 Import.Following 1", "客户 3 Import.Required", "客户 3 Import.UnknownWord", "服务单 3 Import.UnknownWord", "服务单 3 Import.CustomerRejected"], Told(byRow));
        Assert.Equal("整张工作表不导入：其中 1 行被拒绝，请改正后将整张工作表再次导入", Say(whole.Told[0], "zh-CN"));
        Assert.StartsWith("2 rows are rejected because their customers, dealers or machines stay out; correct", Say(whole.Told[1], "en"), StringComparison.Ordinal);
        using var stream = new MemoryStream();
        await RejectedSheet.Write(stream, whole, new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")));
        using var book = new ClosedXML.Excel.XLWorkbook(stream);
        Assert.Equal(["客户编号：客户“C001”在本文件第 2 行，因其工作表有错误行而整表未导入", "客户编号：客户“C002”在本文件第 3 行被拒绝"], book.Worksheet("设备").RowsUsed().Skip(1).Select(r => r.LastCellUsed().GetString()));

        static IEnumerable<string> Told(ImportReport report) => report.Told.Select(f => $"{f.Sheet} {f.Row} {f.What.Code} {(f.Row == 0 ? f.What.Args[0] : "")}".TrimEnd());
    }

    [Fact]
    public async Task A_dealer_who_is_in_the_file_and_stays_out_is_not_called_unknown()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"], ["D001", null, "经销商"])
            .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "M1", "C001", "D001"], ["S-2", "拉丝机", "M1", "C001", "D002"]).File();

        var report = (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new()))).Value;

        Assert.Equal([("Import.Required", 3), ("Import.CustomerRejected", 2), ("Import.UnknownDealer", 3)], report.Faults.Select(f => (f.What.Code, f.Row)));
        Assert.Equal(["Import.Following", "Import.Required", "Import.UnknownDealer"], report.Told.Select(f => f.What.Code));
    }
}
