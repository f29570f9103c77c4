using AfterSales.Core.Import;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;
using System.Globalization;

namespace AfterSales.Tests.Import;

/// <summary>DOMAIN 10, "rejected with the reason": right rows go in, wrong ones are told by sheet, row, column, value and what would be right.</summary>
public sealed class RejectionTests
{
    private static readonly object?[] Good = ["F-1", "2026-10-05 09:00", "来电", "维修", "C001", null, null, null, null, null, null, null, null, null, null, null, null, null, null];

    /// <summary>A case's row with some cells changed.</summary>
    private static object?[] Case(params (int Cell, object? Value)[] cells)
    {
        var row = (object?[])Good.Clone();
        foreach (var (cell, value) in cells)
        {
            row[cell] = value;
        }

        return row;
    }

    public static TheoryData<string, int, int, object?, int, object?> Wrong => new()
    {
        { "Import.Required", 1, 1, null, 1, null },
        { "Import.UnknownWord", 2, 2, "烟信号", 2, "烟信号" },
        { "Import.UnknownCustomer", 4, 4, "C999", 4, "C999" },
        { "Import.UnknownAsset", 5, 5, "X-9", 5, "X-9" },
        { "Import.NotATime", 1, 1, "昨天", 1, "昨天" },
        { "Import.NotATime", 1, 1, "2026-02-30 10:00", 1, "2026-02-30 10:00" },
        { "Import.Future", 1, 1, "2026-12-24 10:00", 1, "2026-12-24 10:00" },
        { "Import.OutOfOrder", 11, 11, "2026-10-05 08:59", 11, "2026-10-05 08:59" },
        { "Import.OutOfOrder", 13, 13, "2026-10-04", 13, "2026-10-04" },
        { "Import.ClosedUnresolved", 13, 14, "2026-10-06 09:00", 14, "2026-10-06 09:00" },
        { "Import.ScoreWithoutTime", 16, 17, 5, 17, 5 },
        { "Import.TimeWithoutScore", 17, 16, "2026-10-06 09:00", 16, "2026-10-06 09:00" },
        { "Import.NotWhole", 17, 17, 4.5, 16, "2026-10-06 09:00" },
        { "Import.OutOfRange", 17, 17, 6, 16, "2026-10-06 09:00" },
        { "Import.OutOfRange", 17, 17, 0, 16, "2026-10-06 09:00" },
        { "Import.NotANumber", 17, 17, "很好", 16, "2026-10-06 09:00" },
        { "Import.NoVerdictHere", 18, 18, "满意", 18, "满意" },
        { "Import.CancelledResolved", 13, 15, "是", 13, "2026-10-06 09:00" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_cell_is_told_and_the_right_rows_go_in(string code, int column, int cell, object? value, int other, object? otherValue)
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets()
            .Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
            .Add("服务单", Sheets.CaseHeads, Good, Case((0, "F-2"), (other, otherValue), (cell, value))).File();

        var report = await ImportTests.Take(house, file);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((code, "服务单", 3, column), (fault.What.Code, fault.Sheet, fault.Row, fault.Column!.Index));
        Assert.Equal((1, 1), (report.Sheets[1].New, report.Sheets[1].Rejected));
        Assert.Equal(1, await house.Read(db => db.Cases.CountAsync()));
        Assert.DoesNotContain("Import.", new ResourceTexts(CultureInfo.GetCultureInfo("en")).Say(fault.What), StringComparison.Ordinal);
        await ImportTests.Sound(house);
    }

    [Fact]
    public async Task A_number_twice_in_the_file_is_rejected_the_second_time()
    {
        await using var house = await TestHouse.Open();

        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"], ["C001", "乙公司"]).File());

        Assert.Equal(("Import.Repeated", 3, "C001"), (report.Faults[0].What.Code, report.Faults[0].Row, report.Faults[0].Value));
        Assert.Equal("甲公司", await house.Read(db => db.Customers.Select(c => c.Name).SingleAsync()));
    }

    [Fact]
    public async Task All_or_nothing_keeps_a_sheet_with_a_wrong_row_out()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"]).Add("服务单", Sheets.CaseHeads, Good, Case((0, "F-2"), (2, "?"))).File();

        var report = await ImportTests.Take(house, file, new(AllOrNothing: true));

        Assert.Equal((1, 0, 1, 1), (report.Sheets[0].New, report.Sheets[1].New, report.Sheets[1].Rejected, report.Sheets[1].HeldBack));
        Assert.False(report.Clean);
        Assert.False(await house.Read(db => db.Cases.AnyAsync()));
    }

    [Fact]
    public async Task The_rejected_rows_come_back_as_a_workbook_to_correct_and_send_again()
    {
        await using var house = await TestHouse.Open();
        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"], ["00017", null, "直销商?"]).File());
        using var stream = new MemoryStream();
        await RejectedSheet.Write(stream, report, new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")));

        using var book = new ClosedXML.Excel.XLWorkbook(stream);
        var sheet = book.Worksheet("客户");
        Assert.Equal(("00017", "直销商?"), (sheet.Cell(2, 1).GetString(), sheet.Cell(2, 3).GetString()));
        Assert.Contains("客户名称", sheet.Cell(2, 12).GetString(), StringComparison.Ordinal);
        sheet.Cell(2, 2).SetValue("乙公司");
        sheet.Cell(2, 3).SetValue("经销商");
        using var corrected = new MemoryStream();
        book.SaveAs(corrected);
        var second = await ImportTests.Take(house, Sheets.Of(corrected.ToArray()));
        Assert.True(second.Clean);
        Assert.Empty(second.Remarks);
        Assert.Equal("00017", await house.Read(db => db.Customers.Where(c => c.Name == "乙公司").Select(c => c.Code).SingleAsync()));
    }

    /// <summary>A day told as a bare number comes back as the day it was read as; a year alone and eight figures typed as text stay what they were.</summary>
    [Theory]
    [InlineData(46327, "2026-11-01")]
    [InlineData(46327.5, "2026-11-01 12:00:00")]
    [InlineData(20261101, "2026-11-01")]
    [InlineData("20261101", "20261101")]
    [InlineData(2026, "2026")]
    [InlineData("46327", "46327")]
    public async Task A_rejected_day_is_written_so_that_it_reads_as_the_same(object typed, string written)
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", null, null, null, null, null, null, null, null, typed is int whole ? (double)whole : typed]).File();
        using var stream = new MemoryStream();
        await RejectedSheet.Write(stream, await ImportTests.Take(house, file), new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")));

        using var book = new ClosedXML.Excel.XLWorkbook(stream);
        var sheet = book.Worksheet("客户");
        Assert.Equal(written, sheet.Cell(2, 10).GetString());
        sheet.Cell(2, 2).SetValue("乙公司");
        using var corrected = new MemoryStream();
        book.SaveAs(corrected);
        var second = await ImportTests.Take(house, Sheets.Of(corrected.ToArray()));
        Assert.Equal(written.Length > 5, second.Clean);
        Assert.Equal(second.Clean ? new DateOnly(2026, 11, 1) : null, await house.Read(db => db.Customers.Select(c => c.FirstContactOn).SingleOrDefaultAsync()));
    }

    [Fact]
    public async Task Of_a_rejected_customer_the_machines_and_cases_say_so()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", null]).Add("服务单", Sheets.CaseHeads, Good).File();

        var report = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new()));

        Assert.Equal(["Import.Required", "Import.CustomerRejected"], report.Value.Faults.Select(f => f.What.Code));
    }

    [Fact]
    public async Task Names_of_sheets_that_fall_together_come_back_as_two_and_a_sheet_without_rows_says_what_is_wrong()
    {
        await using var house = await TestHouse.Open();
        var heads = new[] { "客户编号", "客户名称" };
        RejectedRow Row(string sheet) => new(sheet, 2, heads, ["C001", ""]);
        var twins = new ImportReport([], [], [], [], null) { RejectedRows = [Row("客户/一"), Row("客户:一"), Row(new string('长', 40)), Row(new string('长', 41))] };
        Assert.Equal(["客户一", "客户一 2", new string('长', 31), new string('长', 29) + " 2"], await Written(twins));

        var bare = (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(new Sheets().Add("客户", ["客户编号", "联系人"]).File(), new()))).Value;
        Assert.False(bare.Clean);
        Assert.Equal(["客户"], await Written(bare));
        Assert.Single(await Written(new ImportReport([], [], [], [], null)));

        static async Task<IReadOnlyList<string>> Written(ImportReport report)
        {
            using var stream = new MemoryStream();
            await RejectedSheet.Write(stream, report, new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")));
            using var book = new ClosedXML.Excel.XLWorkbook(stream);
            return [.. book.Worksheets.Select(w => w.Name)];
        }
    }
}
