using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using AfterSales.Web.Import;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>The parts of the import page: what was taken in and is undone, which heads a person is asked about.</summary>
public sealed class ImportPartsTests
{
    private static Sheets Firm(string name = "甲公司") => new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", name]);

    [Fact]
    public async Task Undo_pressed_twice_in_one_go_asks_and_undoes_nothing()
    {
        await using var house = await TestHouse.Open();
        var batch = (await ImportTests.Take(house, Firm().File())).BatchId;
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<ImportBatches>("import");
        var undo = page.WaitForElement($"[data-test=undo-{batch}]");

        await undo.ClickAsync();
        var no = page.Find("[data-test=keep]").GetAttribute("blazor:elementReference");
        await page.Find($"[data-test=undo-{batch}]").ClickAsync();

        Assert.Equal(1, await house.Read(db => db.Customers.CountAsync()));
        Assert.Equal(no, pages.CursorAt);
        await page.Find("[data-test=keep]").ClickAsync();
        Assert.Empty(page.FindAll("[data-test=question]"));
        Assert.NotEqual(no, pages.CursorAt);
        await undo.ClickAsync();
        await page.Find("[data-test=sure]").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll($"[data-test=undo-{batch}]")));
        Assert.Equal(0, await house.Read(db => db.Customers.CountAsync()));
    }

    /// <summary>Within the narrow cell of the button nobody could read it.</summary>
    [Fact]
    public async Task A_refusal_stands_below_its_row_over_the_whole_width_one_line_a_record()
    {
        await using var house = await TestHouse.Open();
        var first = await ImportTests.Take(house, Firm().File());
        house.Time.Advance(TimeSpan.FromHours(1));
        await ImportTests.Take(house, Firm("乙公司").File("第二批.xlsx"));
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<ImportBatches>("import");

        await page.WaitForElement($"[data-test=undo-{first.BatchId}]").ClickAsync();
        await page.Find("[data-test=sure]").ClickAsync();

        var cell = page.WaitForElement("tr:has([data-test=problems]) > td");
        Assert.Equal(page.FindAll("thead th").Count.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.GetAttribute("colspan"));
        Assert.Contains(cell.ParentElement!.PreviousElementSibling!.QuerySelectorAll("button"), b => b.GetAttribute("data-test") == $"undo-{first.BatchId}");
        Assert.Equal(["未撤销：1 家客户已被使用或修改", "客户 C001 乙公司：修改 1 次（赵军 于 2026-11-24 11:00 导入“第二批.xlsx”改了名称）"], cell.QuerySelectorAll("[data-test=problems] > div").Select(d => d.TextContent));
    }

    [Fact]
    public async Task A_head_is_told_to_be_remembered_once_an_import_has_taken_it()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", ["客户编号", "客户名称", "抬头"], ["C001", "甲公司", "青岛"]).File();
        var choice = new ImportChoice(Heads: [new(SheetKind.Customers, "抬头", "Address")]);
        await using var pages = new PageHouse(house, Role.Supervisor);

        var again = pages.Open<ImportSheets>("import", await Checked(house, file, choice));
        Assert.Equal("Address", again.Find("[data-test=head-抬头]").GetAttribute("value"));
        Assert.DoesNotContain(pages.Texts["Import.Remembered"], again.Find("[data-test=heads]").TextContent, StringComparison.Ordinal);

        await ImportTests.Take(house, file, choice);
        var next = pages.Open<ImportSheets>("import", await Checked(house, file, new()));
        Assert.Contains(pages.Texts["Import.Remembered"], next.Find("[data-test=heads]").TextContent, StringComparison.Ordinal);
        var other = pages.Open<ImportSheets>("import", await Checked(house, file, new(Heads: [new(SheetKind.Customers, "抬头", null)])));
        Assert.DoesNotContain(pages.Texts["Import.Remembered"], other.Find("[data-test=heads]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_means_what_another_was_taken_for_is_known_and_told_once()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets().Add("客户", ["客户编号", "Code", "客户名称"], ["C001", "X1", "甲公司"]).File();
        await using var pages = new PageHouse(house, Role.Supervisor);

        var page = pages.Open<ImportSheets>("import", await Checked(house, file, new()));

        Assert.Empty(page.FindAll("[data-test=heads]"));
        Assert.Equal(["Import.HeadTwice"], page.Instance.Report.Remarks.Select(r => r.What.Code));
    }

    private static async Task<Action<ComponentParameterCollectionBuilder<ImportSheets>>> Checked(TestHouse house, ImportFile file, ImportChoice choice)
    {
        var report = (await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, choice))).Value;
        return set => set.Add(p => p.Report, report).Add(p => p.Choice, choice).Add(p => p.Again, _ => { }).Add(p => p.Import, () => { });
    }
}
