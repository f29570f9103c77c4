using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Messages;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using Bunit;

namespace AfterSales.Tests.Messages;

/// <summary>What a message names that isn't the caller's, and what it says too little of, is told and never taken for something new.</summary>
public sealed class MachineElsewhereTests
{
    /// <summary>By the number the caller is one customer's, by the machine another's; or nobody is on hand and the firm is not the machine's.</summary>
    [Theory]
    [InlineData("公司：沧州瑞华电缆集团有限公司 电话：13911112222 设备编号：", false)]
    [InlineData("公司：沧州瑞华电缆集团有限公司 电话：13900009999 车牌：", true)]
    public async Task A_machine_of_another_customer_is_told_and_taken_with_a_key(string message, bool plate)
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "沧州瑞华电缆集团有限公司", phone: "13911112222");
        var other = await house.KnownCustomer(name: "扬州国威线缆有限公司", phone: "13733334444");
        await using (var db = house.Db())
        {
            db.Assets.Single(a => a.Id == other.Asset.Id).Plate = "京BAA754";
            await db.SaveChangesAsync();
        }

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=paste]").Click();
        page.Find("[data-test=pasted]").Input(message + (plate ? "京B·AA754" : other.Asset.SerialNo));
        page.Find("[data-test=paste-panel]").Submit();

        var told = page.WaitForElement("[data-test=elsewhere]", TimeSpan.FromSeconds(10)).TextContent;
        Assert.Contains(other.Asset.SerialNo, told, StringComparison.Ordinal);
        Assert.Contains("扬州国威线缆有限公司", told, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("[name='Asset.SerialNo'], [name='Asset.Plate']"), f => f.GetAttribute("value") is { Length: > 0 });

        page.Find("[data-key='Alt+k']").Click();
        page.WaitForAssertion(() => Assert.Equal("扬州国威线缆有限公司", page.Find("[data-test=caller-name]").TextContent));
        Assert.Equal(other.Asset.Id.ToString(CultureInfo.InvariantCulture), page.Find("[name=AssetId]").GetAttribute("value"));
        Assert.Empty(page.FindAll("[data-test=elsewhere]"));
    }

    [Fact]
    public async Task The_end_of_a_number_makes_no_new_machine_and_a_person_no_customer_unsaid()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read("王工您好，我是城东的小刘，电话 139 1234 5678，绞线机编号尾号0003，早上开机有异响"));

        Assert.Equal(("小刘", null), (sheet.Form.Customer.Name, sheet.Form.Asset.SerialNo));
        Assert.Contains(new(MessagePart.Firm, "小刘", false), sheet.ToCheck);
        Assert.Contains(sheet.ToCheck, f => f is { Part: MessagePart.Serial, Value: "0003" });
    }

    /// <summary>A plate is kept or asked about: typed without a serial it made no machine, and went.</summary>
    [Fact]
    public async Task A_plate_alone_is_not_lost()
    {
        await using var house = await TestHouse.Open();
        var form = new IntakeForm { Asset = { Plate = "京BAA754" } };
        Assert.True(form.NewAsset);
        Assert.Contains(form.Check(await house.Book(), house.Now, house.Clock.Zone), p => p.Field == "Asset.SerialNo");
    }
}
