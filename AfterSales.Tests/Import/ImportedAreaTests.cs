using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>Areas that an import makes: edited like any other, one in whatever spelling, and gone with the import where they stand as made.</summary>
public sealed class ImportedAreaTests
{
    private static ImportFile File(params (string Code, string Area)[] rows) =>
        new Sheets().Add("客户", [Sheets.CustomerHeads, .. rows.Select(r => new object?[] { r.Code, r.Code + "公司", null, null, null, null, null, r.Area })]).File();

    [Theory, BothDatabases]
    public async Task An_area_made_under_a_Chinese_name_is_edited_and_none_is_added_so_by_hand(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, File(("C001", "新疆片区")));
        var form = AreaForm.Of(await house.Read(db => db.Areas.SingleAsync(a => a.Code == "新疆片区")));
        (form.SupervisorId, form.DistanceKm) = (People.Supervisor, 2900);

        var saved = await Save(house, form);
        var added = await Save(house, new AreaForm { Code = "西藏片区", NameZh = "西藏片区", NameEn = "Tibet" });

        Assert.Empty(saved.Problems);
        var now = await house.Read(db => db.Areas.SingleAsync(a => a.Code == "新疆片区" && a.ValidTo == null));
        Assert.Equal((People.Supervisor, 2900), (now.SupervisorId, now.DistanceKm));
        Assert.Equal(["Settings.CodeCharacters"], added.Problems.Select(p => p.Code));
    }

    [Theory, BothDatabases]
    public async Task An_area_spelled_in_two_ways_is_told_and_made_as_one(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var file = File(("C001", "Shandong"), ("C002", "SHANDONG"), ("C003", "ｓｈａｎｄｏｎｇ"));
        var check = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(file, new()));

        var report = await ImportTests.Take(house, file);

        Assert.Equal("新片区 1 个（Shandong）", new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")).Say(Assert.Single(check.Value.Novel)));
        Assert.Equal("Import.AreaCreated", Assert.Single(report.Remarks).What.Code);
        Assert.Equal(["Shandong", "Shandong", "Shandong"], await house.Read(db => db.Customers.Select(c => c.Area).ToListAsync()));
        Assert.Equal(["Shandong"], await Left(house, "Shandong", "SHANDONG", "ｓｈａｎｄｏｎｇ"));
        Assert.Null((await ImportTests.Take(house, file)).BatchId);
        await Undo(house, report);
        Assert.Empty(await Left(house, "Shandong"));
    }

    [Theory, BothDatabases]
    public async Task An_area_made_by_hand_stays_though_an_import_that_was_undone_had_made_its_like(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Undo(house, await ImportTests.Take(house, File(("C001", "JD"))));
        Assert.Empty(await Left(house, "JD"));
        Assert.Empty((await Save(house, new AreaForm { Code = "JD", NameZh = "JD", NameEn = "JD" })).Problems);

        await Undo(house, await ImportTests.Take(house, File(("C002", "JX"))));

        Assert.Equal(["JD"], await Left(house, "JD", "JX"));
    }

    /// <summary>Between two undos nobody belongs to the area, so it goes; the second brings a customer back to it.</summary>
    [Theory, BothDatabases]
    public async Task An_area_that_a_customer_is_brought_back_to_is_made_again_and_goes_with_the_last_who_had_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var made = await ImportTests.Take(house, File(("C001", "JX")));
        var joined = await ImportTests.Take(house, File(("D001", "JX")));
        await Undo(house, made);
        Assert.Equal(["JX"], await Left(house, "JX"));
        var moved = await ImportTests.Take(house, File(("D001", "JZ")));
        await Undo(house, await ImportTests.Take(house, File(("G001", "JG"))));
        Assert.Equal(["JZ"], await Left(house, "JX", "JZ", "JG"));

        await Undo(house, moved);

        Assert.Equal("JX", await house.Read(db => db.Customers.Where(c => c.Code == "D001").Select(c => c.Area).SingleAsync()));
        Assert.Equal(["JX"], await Left(house, "JX", "JZ"));
        await Undo(house, joined);
        Assert.Empty(await Left(house, "JX", "JZ"));
    }

    [Fact]
    public async Task A_thousand_areas_of_a_column_taken_for_another_go_but_those_in_use()
    {
        await using var house = await TestHouse.Open();
        var before = await house.Read(db => db.Areas.CountAsync());
        var report = await ImportTests.Take(house, File([.. Enumerable.Range(1, 1_001).Select(i => ($"C{i}", $"路{i}号"))]));
        await house.Read(db => db.Users.Where(p => p.Id == People.Engineer).ExecuteUpdateAsync(set => set.SetProperty(p => p.Area, "路1001号")));

        await Undo(house, report);

        Assert.Equal(before + 1, await house.Read(db => db.Areas.CountAsync()));
        Assert.Equal(["路1001号"], await Left(house, "路1号", "路1001号"));
    }

    private static Task<Core.Shared.Result<long>> Save(TestHouse house, AreaForm form) => house.As(Role.Administrator).Ask((SettingsService s) => s.Save(form, house.Request));

    private static async Task Undo(TestHouse house, ImportReport report) =>
        Assert.Empty((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(report.BatchId!.Value, house.Request))).Problems);

    private static Task<List<string>> Left(TestHouse house, params string[] codes) => house.Read(db => db.Areas.Where(a => codes.Contains(a.Code)).Select(a => a.Code).ToListAsync());
}
