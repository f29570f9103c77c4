using System.Diagnostics;
using AfterSales.Bench;
using AfterSales.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AfterSales.Tests.Import;

/// <summary>The verbs import and export as somebody at a terminal sees them; killed at any moment, nothing of the file is there or all.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly Cli cli = new();

    [Fact]
    public async Task Wrong_rows_are_told_and_handed_back_and_the_exit_code_says_so()
    {
        Save("a.xlsx", new Sheets().Add("客户", Sheets.CustomerHeads, ["007", "甲公司"], ["008", null]).Add("说明", ["随便"], ["写写"]));

        var dry = await cli.Run("import", "a.xlsx", "--dry-run");
        var done = await cli.Run("import", "a.xlsx", "--rejected", "wrong.xlsx");
        var again = await cli.Run("import", "a.xlsx");

        Assert.Equal((1, 1, 1), (dry.Code, done.Code, again.Code));
        Assert.Contains("客户, row 3 Name: Required", dry.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", dry.Output, StringComparison.Ordinal);
        Assert.Contains("客户: new 1, changed 0, unchanged 0, rejected 1", done.Output, StringComparison.Ordinal);
        Assert.Contains("The sheet “说明” is none of ours", done.Output, StringComparison.Ordinal);
        Assert.Contains("unchanged 1", again.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(cli.At("wrong.xlsx")));
    }

    [Fact]
    public async Task What_goes_out_comes_back_unchanged()
    {
        Save("a.xlsx", Sheets.Firm());
        Assert.Equal((0, ""), Of(await cli.Run("import", "a.xlsx", "--all-or-nothing")));

        Assert.Equal((0, ""), Of(await cli.Run("export", "out.xlsx")));
        var back = await cli.Run("import", "out.xlsx");

        Assert.Equal((0, ""), Of(back));
        Assert.Contains("Nothing new to import", back.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.Run("check")).Code);
        File.WriteAllText(cli.At("b.xlsx"), "PK nothing");
        Assert.Equal((1, "This is no .xlsx or .csv file that can be read; open it in a spreadsheet program, save it as .xlsx and try again" + Environment.NewLine), Of(await cli.Run("import", "b.xlsx")));
    }

    [Fact]
    public async Task A_text_that_calls_itself_a_workbook_is_refused_in_one_sentence()
    {
        File.WriteAllText(cli.At("no.xlsx"), "hello");

        var refused = await cli.Run("import", "no.xlsx");

        Assert.Equal((1, "This is no .xlsx or .csv file that can be read; open it in a spreadsheet program, save it as .xlsx and try again" + Environment.NewLine), Of(refused));
    }

    [Fact]
    public async Task A_workbook_goes_out_under_a_name_of_one_and_into_a_folder_that_is_there()
    {
        Assert.Equal((2, "all.csv: the export is a workbook, so its name must end with .xlsx" + Environment.NewLine), Of(await cli.Run("export", "all.csv")));
        Assert.Equal((1, "gone/a.xlsx: there is no such folder; make it or name another one" + Environment.NewLine), Of(await cli.Run("export", "gone/a.xlsx")));
        Directory.CreateDirectory(cli.At("a.xlsx"));
        Assert.Equal((1, "a.xlsx cannot be written" + Environment.NewLine), Of(await cli.Run("export", "a.xlsx")));
        Assert.Equal((0, ""), Of(await cli.Run("export", "ALL.XLSX")));
        Assert.Empty(Directory.GetFiles(cli.Folder, "*.part"));
        Assert.False(File.Exists(cli.At("all.csv")));
    }

    /// <summary>Before anything is imported: the rows that stayed out would be lost with their reasons.</summary>
    [Fact]
    public async Task Rejected_rows_go_out_under_a_name_of_a_workbook_and_into_a_folder_that_is_there()
    {
        Save("a.xlsx", new Sheets().Add("客户", Sheets.CustomerHeads, ["007", "甲公司"], ["008", null]));

        Assert.Equal((2, "x.csv: the rejected rows are a workbook, so its name must end with .xlsx" + Environment.NewLine), Of(await cli.Run("import", "a.xlsx", "--rejected", "x.csv")));
        Assert.Equal((2, "x.csv：未导入的行是工作簿，文件名应以 .xlsx 结尾" + Environment.NewLine), Of(await cli.Run("Company__Culture=zh-CN", "import", "a.xlsx", "--rejected", "x.csv")));
        Assert.Equal((1, "gone/x.xlsx: there is no such folder; make it or name another one" + Environment.NewLine), Of(await cli.Run("import", "a.xlsx", "--rejected", "gone/x.xlsx")));
        Assert.Equal((1, "./a.xlsx: the rejected rows would be written over the file that is imported; name another one" + Environment.NewLine), Of(await cli.Run("import", "a.xlsx", "--rejected", "./a.xlsx")));
        Assert.False(File.Exists(cli.At("x.csv")));
        var done = await cli.Run("import", "a.xlsx", "--rejected", "X.XLSX");
        Assert.Equal(1, done.Code);
        Assert.Contains("new 1", done.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(cli.At("X.XLSX")));
    }

    [Fact]
    public async Task Killed_at_any_moment_there_is_all_of_it_or_nothing_and_starting_again_completes_it()
    {
        const int Cases = 4_000;
        await ImportBook.Write(cli.At("big.xlsx"), Cases);
        Assert.Equal(0, (await cli.Run("import", "big.xlsx", "--dry-run")).Code);
        var whole = 0;
        for (var kill = 0; kill < 8; kill++)
        {
            await Killed(TimeSpan.FromMilliseconds(900 + (kill * 350)));
            var check = await cli.Run("check");
            Assert.Equal((0, ""), Of(check));
            var there = Count("Cases");
            Assert.True(there is 0 or Cases, $"{there} cases");
            Assert.Equal(there == 0 ? 0 : Cases / 10, Count("Customers"));
            whole += there == 0 ? 0 : 1;
        }

        Assert.Equal((0, ""), Of(await cli.Run("import", "big.xlsx")));
        Assert.Equal(Cases, Count("Cases"));
        Assert.Equal((0, ""), Of(await cli.Run("check")));
        Assert.InRange(whole, 0, 7);
    }

    /// <inheritdoc/>
    public void Dispose() => cli.Dispose();

    private static (int, string) Of(Ended ended) => (ended.Code, ended.Error);

    private void Save(string name, Sheets sheets)
    {
        using var from = sheets.File().Open();
        using var to = File.Create(cli.At(name));
        from.CopyTo(to);
    }

    private async Task Killed(TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet", [Cli.Program, "import", "big.xlsx"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = cli.Folder };
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["SampleData"]) = ("Development", "false");
        start.Environment["ConnectionStrings__AfterSales"] = "Data Source=" + cli.At("site.db");
        using var process = Process.Start(start)!;
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        process.Kill();
        await process.WaitForExitAsync();
    }

    private int Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={cli.At("site.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of this test.
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
