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
        Assert.Contains(sheet.ToCheck, f => f is { Part: MessagePart.Serial, Value: "0003", Sure: false, Tail: true });
    }

    /// <summary>What is told is of the last message, and goes once a machine was chosen.</summary>
    [Fact]
    public async Task A_second_message_or_a_choice_by_hand_takes_the_notice_away()
    {
        await using var house = await TestHouse.Open();
        var (own, other) = (await house.KnownCustomer(phone: "13911112222"), await house.KnownCustomer(name: "扬州国威线缆有限公司", phone: "13733334444"));
        var (sheet, agent) = (new IntakeSheet(await house.Book(), "zh-CN"), house.As(Role.Agent));
        sheet.Choose(await agent.Ask((CallLookup l) => l.Of(own.Customer.Id)));

        await Pasted($"设备编号：{other.Asset.SerialNo}");
        Assert.Equal(other.Asset.Id, sheet.Elsewhere?.AssetId);
        sheet.PickMachine(own.Asset.Id.ToString(CultureInfo.InvariantCulture));
        Assert.Null(sheet.Elsewhere);

        await Pasted($"设备编号：{other.Asset.SerialNo}");
        Assert.NotNull(sheet.Elsewhere);
        sheet.PickMachine("");
        await Pasted("设备编号：LH-2603-0099");
        Assert.Equal((null, "LH-2603-0099", true), (sheet.Elsewhere, sheet.Form.Asset.SerialNo, sheet.NewMachine));

        // The end of a number accuses nobody of a machine.
        await Pasted($"编号尾号{other.Asset.SerialNo[^6..].Replace("-", "", StringComparison.Ordinal)}");
        Assert.Null(sheet.Elsewhere);

        async Task Pasted(string words)
        {
            var message = PastedMessage.Read(words);
            sheet.Recognise(message, await agent.Ask((CallLookup l) => l.ByTail(message.Machine!.Value)));
            sheet.Pour(message);
        }
    }

    /// <summary>What was typed of a new machine is out of the way while another is chosen or none, and comes back.</summary>
    [Fact]
    public async Task No_machine_is_none_though_a_plate_was_typed()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Book(), "zh-CN");
        sheet.PickMachine(IntakeSheet.New);
        sheet.Form.Asset.Plate = "京BAA754";
        sheet.PickMachine("");
        sheet.PickMachine("");
        Assert.False(sheet.Form.NewAsset);
        sheet.PickMachine(IntakeSheet.New);
        Assert.Equal("京BAA754", sheet.Form.Asset.Plate);
    }

    [Fact]
    public async Task A_name_is_put_to_check_as_a_firm_only_where_it_stands_there()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Book(), "zh-CN");
        sheet.Fresh(null);
        sheet.Form.Customer.Name = "瑞华电缆";
        sheet.Pour(PastedMessage.Read("我是城东的小刘，电话 139 1234 5678"));
        Assert.Equal("瑞华电缆", sheet.Form.Customer.Name);
        Assert.DoesNotContain(sheet.ToCheck, f => f.Part == MessagePart.Firm);
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
