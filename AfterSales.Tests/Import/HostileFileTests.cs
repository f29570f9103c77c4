using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Tests.Attachments;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>A file that is no workbook, encrypted, made to burst, endless or broken is refused or read in bounded time, with one sentence.</summary>
public sealed class HostileFileTests
{
    private static async Task<Result<ImportReport>> Check(byte[] bytes, string name = "x.xlsx")
    {
        await using var house = await TestHouse.Open();
        var clock = Stopwatch.StartNew();
        var answer = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Sheets.Of(bytes, name), new()));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        return answer;
    }

    [Fact]
    public Task A_file_that_is_no_table_is_told_so_whatever_its_name() => Refused("Import.NotAWorkbook", Samples.Pdf, "客户.csv");

    [Theory]
    [InlineData("x.xlsx")]
    [InlineData("x.XLSM")]
    [InlineData("x.xls")]
    public Task A_text_that_calls_itself_a_workbook_is_none(string name) => Refused("Import.NotAWorkbook", "hello"u8.ToArray(), name);

    [Theory]
    [InlineData("x.csv")]
    [InlineData("x.txt")]
    [InlineData("x")]
    public async Task A_text_that_calls_itself_none_is_read(string name)
    {
        var answer = await Check("客户编号,客户名称\nC1,甲公司"u8.ToArray(), name);

        // What it is of is seen by its heads.
        Assert.Equal(1, Assert.Single(answer.Value.Sheets).New);
    }

    private static async Task Refused(string code, byte[] bytes, string name = "x.xlsx") => Assert.Equal(code, Assert.Single((await Check(bytes, name)).Problems).Code);

    /// <summary>A workbook with its sheet written by hand.</summary>
    private static byte[] Packed(Action<Stream> sheet, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            Put("xl/workbook.xml", s => s.Write("""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>"""u8));
            Put("xl/_rels/workbook.xml.rels", s => s.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""u8));
            Put("xl/worksheets/sheet1.xml", sheet);
            void Put(string name, Action<Stream> write)
            {
                using var part = zip.CreateEntry(name, level).Open();
                write(part);
            }
        }

        return stream.ToArray();
    }

    private static void Sheet(Stream to, string first, string row, int rows)
    {
        to.Write(Encoding.UTF8.GetBytes("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + first));
        var line = Encoding.UTF8.GetBytes(row);
        for (var i = 0; i < rows; i++)
        {
            to.Write(line);
        }

        to.Write("</sheetData></worksheet>"u8);
    }

    private const string Heads = "<row><c t=\"inlineStr\"><is><t>客户编号</t></is></c><c t=\"inlineStr\"><is><t>客户名称</t></is></c></row>";

    [Fact]
    public Task An_empty_file() => Refused("Import.Empty", []);

    [Fact]
    public Task An_old_or_encrypted_workbook() => Refused("Import.Encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);

    [Fact]
    public Task A_zip_that_is_no_workbook() => Refused("Import.NotAWorkbook", "PK\x03\x04 and nothing more of a zip"u8.ToArray());

    [Fact]
    public Task A_picture() => Refused("Import.NotAWorkbook", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3], "x.csv");

    [Fact]
    public Task A_zip_bomb() => Refused("Import.TooLarge", Packed(to => Sheet(to, Heads, new string(' ', 10_000), 6_000), CompressionLevel.SmallestSize));

    [Fact]
    public async Task A_million_blank_rows_are_passed_over()
    {
        var answer = await Check(Packed(to => Sheet(to, Heads, "<row><c s=\"1\"/><c s=\"2\"/></row>", 1_000_000)));

        Assert.True(answer.Ok);
        Assert.Equal((0, 0), (answer.Value.Sheets[0].New, answer.Value.Sheets[0].Rejected));
    }

    [Fact]
    public async Task Formulas_with_errors_are_faults_of_their_cells()
    {
        var answer = await Check(Packed(to => Sheet(to, Heads, "<row><c t=\"str\"><f>A1</f><v>C1</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>", 1)));

        Assert.Equal(("Import.FormulaError", "#DIV/0!"), (answer.Value.Faults.Single().What.Code, answer.Value.Faults[0].Value));
    }

    [Fact]
    public Task Entities_that_grow_are_not_read() => Refused("Import.NotAWorkbook", Packed(to => to.Write("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>"u8)));

    [Fact]
    public async Task A_thousand_mutated_workbooks_give_no_crash_and_no_half_import()
    {
        await using var house = await TestHouse.Open();
        using var whole = new MemoryStream();
        using (var source = Sheets.Firm().File().Open())
        {
            await source.CopyToAsync(whole);
        }

        var (read, rows) = (0, 0);
        for (var seed = 0; seed < 1_000; seed++)
        {
            var bytes = Mutation.Of(whole.ToArray(), seed);
            var answer = await house.As(Role.Supervisor).Ask((ImportDesk desk) => seed % 20 == 0 ? desk.Run(Sheets.Of(bytes), new(), house.Request) : desk.Check(Sheets.Of(bytes), new()));
            Assert.True(answer.Ok || answer.Problems.Count == 1, $"seed {seed}");
            (read, rows) = answer.Ok ? (read + 1, rows + answer.Value.Sheets.Sum(s => s.New + s.Changed)) : (read, rows);
        }

        // Else the thousand would all have been turned away at the door.
        Assert.True(read > 100 && rows > 50, $"{read} read, {rows} rows new or changed");

        await ImportTests.Sound(house);
        Assert.Equal(await house.Read(db => db.ImportedRows.CountAsync(r => r.Before == null)), await house.Read(async db => await db.Customers.CountAsync() + await db.Assets.CountAsync() + await db.Cases.CountAsync()));
    }
}
