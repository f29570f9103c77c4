using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>An import that can't be undone says of each record what was built on it.</summary>
public sealed class BuiltOnTests
{
    private static readonly object?[] Customer = ["C001", "甲公司", null, null, "张工", "13800138000", "青岛", null, 100];

    private static Sheets Firm() => new Sheets().Add("客户", Sheets.CustomerHeads, Customer)
        .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001", null, null, null, null])
        .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "维修", "C001", "S-1", null, "漏油", null, null, "王强", null, "2026-10-05 10:00", "2026-10-06 09:00"]);

    private static async Task<IReadOnlyList<string>> Refused(TestHouse house, ImportReport report, string culture)
    {
        var undone = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(report.BatchId!.Value, house.Request));
        return [.. undone.Problems.Select(new ResourceTexts(CultureInfo.GetCultureInfo(culture)).Say)];
    }

    [Theory, BothDatabases]
    public async Task What_was_done_on_the_spot_is_told_of_case_machine_and_customer(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var report = await ImportTests.Take(house, Firm().File());
        house.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await house.As(Role.Agent).Ask((CaseClosing closing) => closing.Close("F-1", null, house.Request))).Ok);
        var (asset, customer) = (await house.Read(db => db.Assets.SingleAsync()), await house.Read(db => db.Customers.SingleAsync()));
        await house.Add(
            new MeterReading { AssetId = asset.Id, ReadOn = new(2026, 11, 20), Value = 120 },
            new Component { AssetId = asset.Id, Name = "主轴" },
            new ContactLog { At = house.Now, CustomerId = customer.Id, Incoming = true, Channel = Channel.Phone });
        await using (var db = house.Db())
        {
            (await db.Customers.SingleAsync()).Vip = true;
            db.Remove(await db.ContactPhones.SingleAsync());
            (await db.Assets.SingleAsync()).Model = "LH-300";
            await db.SaveChangesAsync();
        }

        Assert.Equal(
            [
                "未撤销：1 张服务单已有后续办理", "服务单 F-1：办理 1 步（2026-11-24 11:00 李敏 关闭）",
                "未撤销：1 台设备已被使用或修改", "设备 S-1：表读数 1 个（2026-11-20）、部件 1 个（主轴）、修改 1 次（— 于 2026-11-24 11:00 改了型号）",
                "未撤销：1 家客户已被使用或修改", "客户 C001 甲公司：来往电话或信函 1 次（2026-11-24）、修改 2 次（— 于 2026-11-24 11:00 改了重点客户、— 于 2026-11-24 11:00 改了联系电话）",
            ], await Refused(house, report, "zh-CN"));
        Assert.Equal("Machine S-1: meter readings: 1 (20 Nov 2026), components: 1 (主轴), changes: 1 (Model by — on 24 Nov 2026 11:00)", (await Refused(house, report, "en"))[3]);
    }

    [Theory, BothDatabases]
    public async Task Of_many_things_and_of_many_records_the_first_are_named_and_the_rest_counted(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var report = await ImportTests.Take(house, new Sheets().Add("客户", Sheets.CustomerHeads, Customer)
            .Add("设备", [Sheets.AssetHeads, .. Enumerable.Range(1, 7).Select(i => new object?[] { $"S-{i}", "拉丝机", "LH-280", "C001", null, null, null, null })]).File());
        foreach (var asset in await house.Read(db => db.Assets.ToListAsync()))
        {
            await house.Add([.. Enumerable.Range(1, 5).Select(day => new MeterReading { AssetId = asset.Id, ReadOn = new(2026, 11, day), Value = day })]);
        }

        var said = await Refused(house, report, "en");

        Assert.Equal(7, said.Count);
        Assert.Equal("Machine S-1: meter readings: 5 (1 Nov 2026, 2 Nov 2026, 3 Nov 2026, 2 more)", said[1]);
        Assert.Equal("And 2 more like these", said[^1]);
    }

    [Theory, BothDatabases]
    public async Task A_later_import_and_a_case_taken_by_hand_are_what_was_built(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var report = await ImportTests.Take(house, Firm().File());
        house.Time.Advance(TimeSpan.FromHours(1));
        await ImportTests.Take(house, new Sheets()
            .Add("设备", Sheets.AssetHeads, ["S-2", "拉丝机", "LH-280", "C001", null, null, null, null])
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "维修", "C001", "S-1", null, "漏油", null, null, "王强", null, "2026-10-05 10:00", "2026-10-07 09:00"],
                ["F-2", "2026-10-15 09:00", "来电", "维修", "C001", "S-1", null, "异响"]).File("第二批.xlsx"));

        var said = await Refused(house, report, "zh-CN");

        Assert.Equal("服务单 F-1：办理 1 步（2026-11-24 11:00 赵军 重新导入“第二批.xlsx”）", said[1]);
        Assert.Equal("设备 S-1：服务单 1 张（F-2）", said[3]);
        Assert.Equal("客户 C001 甲公司：服务单 1 张（F-2）、设备 1 台（S-2）", said[5]);
    }

    /// <summary>Delivered earlier by the file and read since then: put back, the machine would have been read before its delivery.</summary>
    [Theory, BothDatabases]
    public async Task A_reading_that_only_the_imported_delivery_allows_stands_against_the_undo(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Sheets Delivered(string day) => new Sheets().Add("客户", Sheets.CustomerHeads, Customer).Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001", null, day, null, null]);
        await ImportTests.Take(house, Delivered("2026-06-01").File());
        var report = await ImportTests.Take(house, Delivered("2026-01-10").File());
        await house.Add(new MeterReading { AssetId = await house.Read(db => db.Assets.Select(a => a.Id).SingleAsync()), ReadOn = new(2026, 3, 1), Value = 120 });

        Assert.Equal(["未撤销：1 台设备已被使用或修改", "设备 S-1：表读数 1 个（2026-03-01）"], await Refused(house, report, "zh-CN"));

        await house.Read(db => db.MeterReadings.ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadOn, new DateOnly(2026, 6, 1))));
        Assert.Empty(await Refused(house, report, "zh-CN"));
        await ImportTests.Sound(house);
    }
}
