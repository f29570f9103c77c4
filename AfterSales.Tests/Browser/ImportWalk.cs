using AfterSales.Core.Identity;
using AfterSales.Tests.Import;
using ClosedXML.Excel;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>A firm's workbook with a fault comes in, is corrected and sent again, and both are undone.</summary>
[Collection("Browser")]
public sealed class ImportWalk(SampleSite house)
{
    [Theory]
    [InlineData(Role.Supervisor, "zh-CN", 1440)]
    [InlineData(Role.Administrator, "en", 390)]
    public async Task A_workbook_with_a_fault_comes_in_is_corrected_and_undone(Role role, string culture, int width)
    {
        await using var visitor = await house.Visit(role, new Screen(culture, width, false));
        var (code, number) = ($"OLD/{width}#", $"2025/{width}#a 1");
        var book = new Sheets().Add("客户",
            [.. Sheets.CustomerHeads, "老系统评级"],
            [code + "1", "导入甲公司", "最终用户", "A", "张工", "13800138000", "青岛市", null, 420, new DateTime(2026, 8, 3), null, "好"],
            [code + "2", "导入乙公司", "大客户", "B", null, null, null, null, null, null, null, "中"])
            .Add("服务单", Sheets.CaseHeads, [number, "2026-10-07 10:15", "在线", "咨询", code + "1", null, null, "问说明书", null, null, null, null, null, "2026-10-07 16:00", null, null, null, null, null]);

        await visitor.Go("/import");
        await Send(visitor, "旧系统.xlsx", await Bytes(book));
        await Expect(visitor.Test("rejected").First).ToHaveTextAsync("1");
        await Expect(visitor.Test("note").First).ToContainTextAsync("大客户");
        await visitor.Page.SelectOptionAsync("[data-test=head-老系统评级]", "");
        await visitor.Page.ClickAsync("[data-test=again]");
        await Expect(visitor.Test("remarks")).ToHaveCountAsync(0);
        await visitor.Picture("import-checked");
        await visitor.Sound("/import, checked");
        await visitor.Page.ClickAsync("[data-test=import]");
        await Expect(visitor.Test("phase").Locator(".chip.ok")).ToBeVisibleAsync();

        var rejected = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync("[data-test=rejected-rows]"));
        await Send(visitor, "改正.xlsx", Corrected(await rejected.PathAsync()));
        await Expect(visitor.Test("new")).ToHaveTextAsync("1");
        await Expect(visitor.Test("rejected")).ToHaveTextAsync("0");
        await visitor.Page.ClickAsync("[data-test=import]");
        await Expect(visitor.Test("phase").Locator(".chip.ok")).ToBeVisibleAsync();
        await visitor.Picture("import-done");
        Assert.Equal("2", await Found(code));
        await visitor.Go($"/cases?q={Uri.EscapeDataString(number)}&span=all");
        await visitor.Test("open-" + number).ClickAsync();
        await Expect(visitor.Page.Locator(".crumbs")).ToContainTextAsync(number);
        await Expect(visitor.Page.Locator(".time")).ToContainTextAsync("旧系统.xlsx");
        await visitor.Go("/cases/" + Uri.EscapeDataString(number));
        await Expect(visitor.Page.Locator(".crumbs")).ToContainTextAsync(number);
        await visitor.Go("/customers/" + Uri.EscapeDataString(code + "1"));
        await Expect(visitor.Page.Locator("h1")).ToContainTextAsync("导入甲公司");
        await visitor.Go("/import");
        for (var i = 0; i < 2; i++)
        {
            var undo = visitor.Page.Locator("[data-test^=undo-]").First;
            await undo.ClickAsync();
            await visitor.Test("sure").ClickAsync();
            await Expect(visitor.Page.Locator("[data-test^=undo-]")).ToHaveCountAsync(1 - i);
        }

        Assert.Equal("0", await Found(code));
        visitor.NoFault();
    }

    private Task<string> Found(string code) => house.One($"SELECT COUNT(*) FROM Customers WHERE Code LIKE '{code}%'");

    private static async Task Send(Visitor visitor, string name, byte[] bytes)
    {
        await visitor.Page.SetInputFilesAsync("[data-test=file]", new Microsoft.Playwright.FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await Expect(visitor.Test("phase")).ToContainTextAsync(name);
        await visitor.Test("sheets").WaitForAsync();
    }

    private static async Task<byte[]> Bytes(Sheets book)
    {
        await using var from = book.File().Open();
        using var to = new MemoryStream();
        await from.CopyToAsync(to);
        return to.ToArray();
    }

    /// <summary>The downloaded rows with the wrong word put right.</summary>
    private static byte[] Corrected(string path)
    {
        using var from = new MemoryStream(File.ReadAllBytes(path));
        using var book = new XLWorkbook(from);
        book.Worksheets.Single().CellsUsed(c => c.GetString() == "大客户").Single().Value = "经销商";
        using var to = new MemoryStream();
        book.SaveAs(to);
        return to.ToArray();
    }
}
