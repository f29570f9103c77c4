using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Import;

/// <summary>A dry run says what names the file would bring into being.</summary>
public sealed class NewNamesTests
{
    private static Sheets Book(string model, string number = "F-1") => new Sheets()
        .Add("客户", Sheets.CustomerHeads, ["C001", "甲公司", null, null, "张工", "13800138000", "青岛", "胶东", 100])
        .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", model, "C001", null, null, null, null])
        .Add("服务单", Sheets.CaseHeads, [number, "2026-10-05 09:00", "来电", "维修", "C001", "S-1", "吱吱怪响", "漏油"]);

    [Theory, BothDatabases]
    public async Task New_areas_models_and_faults_are_counted_once_and_known_ones_not(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN"));
        var check = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book("LH-280").File(), new()));
        Assert.Equal(["新片区 1 个（胶东）", "新型号 1 种（LH-280）", "不在故障词表中的说法 1 种，按原文保留（吱吱怪响）"], check.Value.Novel.Select(texts.Say));

        await ImportTests.Take(house, Book("LH-280").File());

        Assert.Empty((await ImportTests.Take(house, Book("lh-280").File())).Novel);
        var next = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book("LH-450").File(), new()));
        Assert.Equal(["新型号 1 种（LH-450）"], next.Value.Novel.Select(texts.Say));
    }

    /// <summary>The words say what the list lacks, and it lacks what other cases say too.</summary>
    [Fact]
    public async Task A_fault_that_another_case_says_in_words_is_counted_too()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, Book("LH-280").File());

        var check = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book("LH-280", "F-2").File(), new()));

        Assert.Equal(["不在故障词表中的说法 1 种，按原文保留（吱吱怪响）"], check.Value.Novel.Select(new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")).Say));
    }
}
