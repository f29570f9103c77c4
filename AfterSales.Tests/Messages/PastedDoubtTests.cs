using AfterSales.Core.Messages;

namespace AfterSales.Tests.Messages;

/// <summary>What a message says of its own parts: that one goes on in another, that one is out of use. Where it leaves a doubt the part is marked.</summary>
public sealed class PastedDoubtTests
{
    [Theory]
    [InlineData("收货人: 王建国\n所在地区: 山东省青岛市城阳区\n详细地址: 春阳路88号", "山东省青岛市城阳区春阳路88号", true)]
    [InlineData("收货人：李娜 手机：13912345678 收货地区：江苏省苏州市昆山市 详细地址：千灯镇石浦路55号 洗衣机漏水", "江苏省苏州市昆山市千灯镇石浦路55号", true)]
    [InlineData("姓名：李娜；省市区：山东省青岛市城阳区；街道：春阳路88号；故障：漏水", "山东省青岛市城阳区春阳路88号", true)]
    [InlineData("地区：山东省 青岛市 城阳区\n地址：山东省青岛市城阳区春阳路88号", "山东省青岛市城阳区春阳路88号", true)]
    [InlineData("地址：春阳路88号\n所在地区：山东省/青岛市/城阳区", "山东省青岛市城阳区春阳路88号", true)]
    [InlineData("所在地区：山东省青岛市城阳区\n详细地址：青岛市城阳区春阳路88号 3栋", "山东省青岛市城阳区春阳路88号 3栋", true)]
    [InlineData("省份：山东省\n城市：青岛市\n区县：城阳区\n街道：流亭街道\n详细地址：南京路88号", "山东省青岛市城阳区流亭街道南京路88号", true)]
    [InlineData("所在地区：山东省青岛市城阳区\n电话：13812345678", "山东省青岛市城阳区", false)]
    [InlineData("地区：青岛市城阳区\n详细地址：济南市历下区经十路1号", "济南市历下区经十路1号", false)]
    [InlineData("地区：华东\n地址：春阳路88号", "华东春阳路88号", false)]
    [InlineData("地区：山东省青岛市城阳区\n公司地址：春阳路88号\n家庭住址：正阳路12号", "山东省青岛市城阳区春阳路88号", false)]
    [InlineData("安装地址：济南市历下区经十路1号\n收货地址：青岛市城阳区春阳路88号", "济南市历下区经十路1号", false)]
    [InlineData("原地址：济南市历下区经十路1号，新地址：青岛市城阳区春阳路88号，机器漏油", "青岛市城阳区春阳路88号", true)]
    [InlineData("Old address: No. 5 Nanjing Road, Shanghai. New address: No. 168 Suhong Middle Road, Suzhou", "No. 168 Suhong Middle Road, Suzhou", true)]
    [InlineData("这个地区很远，送到青岛市城阳区春阳路88号", "青岛市城阳区春阳路88号", false)]
    [InlineData("地区：华东；街道：春阳路88号", "华东春阳路88号", false)]
    [InlineData("所在地区：山东省青岛市城阳区\n收货地区：江苏省苏州市昆山市\n详细地址：千灯镇石浦路55号", "千灯镇石浦路55号", false)]
    [InlineData("所在地区：山东省青岛市城阳区\n区县：李沧区\n街道：春阳路88号", "山东省青岛市城阳区春阳路88号", false)]
    [InlineData("城市：青岛市 省份：山东省 区县：城阳区 详细地址：春阳路88号", "山东省青岛市城阳区春阳路88号", true)]
    [InlineData("街道：流亭街道；区县：城阳区；城市：青岛市；省份：山东省；地址：春阳路88号", "山东省青岛市城阳区流亭街道春阳路88号", true)]
    [InlineData("省份：北京市\n城市：北京市\n区县：朝阳区\n详细地址：建国路88号", "北京市朝阳区建国路88号", true)]
    [InlineData("地区：北京市\n详细地址：朝阳区建国路88号", "北京市朝阳区建国路88号", true)]
    public void An_address_in_pieces_is_one(string text, string value, bool sure) => Told(text, MessagePart.Address, value, sure);

    [Theory]
    [InlineData("旧号13812345678已停用，新号13912345678 王建国", "13912345678", true)]
    [InlineData("我换号了，新号 13912345678，老号 13812345678 不用了。", "13912345678", true)]
    [InlineData("13812345678（旧号） 13912345678（新号）", "13912345678", true)]
    [InlineData("以前的号13812345678停机了，现用13912345678，机器漏油", "13912345678", true)]
    [InlineData("电话：13812345678（旧号，已换成13912345678）", "13912345678", true)]
    [InlineData("13812345678 空号了，打13912345678", "13912345678", true)]
    [InlineData("13812345678已变更为13912345678", "13912345678", true)]
    [InlineData("老号码是138 1234 5678，已经停机，请打0532-88881234转803", "0532-88881234转803", true)]
    [InlineData("My old number 13812345678 is no longer in use, please call 13912345678.", "13912345678", true)]
    [InlineData("Old phone: 13812345678\nNew phone: 13912345678", "13912345678", true)]
    [InlineData("13812345678 (old)\n13912345678 (new)", "13912345678", true)]
    [InlineData("原来的手机13812345678已换号", "13812345678", false)]
    [InlineData("电话：13812345678（已停用）", "13812345678", false)]
    [InlineData("旧号 13812345678", "13812345678", false)]
    [InlineData("旧号13812345678，打13912345678或15012345678", "13912345678", false)]
    [InlineData("13812345678 旧号 13912345678 新号", "13812345678", false)]
    [InlineData("老王 13812345678，机器停用一年了", "13812345678", true)]
    [InlineData("13812345678停机两天了，损失很大", "13812345678", true)]
    [InlineData("我厂老电话13812345678，现用13912345678", "13912345678", true)]
    [InlineData("以前用13812345678，现用13912345678", "13912345678", true)]
    [InlineData("旧：13812345678 新：13912345678", "13912345678", true)]
    [InlineData("13812345678停机了打13912345678", "13912345678", true)]
    [InlineData("13812345678（已停机） 13912345678", "13912345678", true)]
    [InlineData("13812345678改成座机0532-88881234", "0532-88881234", true)]
    [InlineData("13812345678, which is the old one. New: 13912345678", "13912345678", true)]
    [InlineData("13812345678 is no longer valid, call 13912345678", "13912345678", true)]
    public void A_number_out_of_use_is_not_the_one_to_call(string text, string value, bool sure) => Told(text, MessagePart.Phone, value, sure);

    [Theory]
    [InlineData("山西太原 13812345678")]
    [InlineData("固原 13812345678")]
    [InlineData("太原电话 13812345678")]
    [InlineData("联系人：张中原 13812345678")]
    [InlineData("联系人 刘老 13812345678")]
    [InlineData("刘老：13812345678 漏油")]
    [InlineData("Contact: Arnold 13812345678")]
    [InlineData("Mr Harold 13812345678")]
    [InlineData("王建国 13812345678，停机报警E05")]
    [InlineData("电话：13812345678\n停机，面板显示E05")]
    [InlineData("王建国 13812345678 停机报警E05")]
    [InlineData("13812345678停机了两天")]
    [InlineData("13812345678，旧的空压机漏油")]
    [InlineData("13812345678，已停用的那台")]
    [InlineData("13812345678，停用一年了")]
    [InlineData("13812345678 改成下午来")]
    [InlineData("13812345678，改为周六上门")]
    [InlineData("13812345678，改成8点来")]
    [InlineData("13812345678，改为2026-11-28上门")]
    [InlineData("13812345678, the old machine leaks oil")]
    [InlineData("13812345678, the old one leaks oil")]
    [InlineData("13812345678, it is no longer cooling")]
    [InlineData("13812345678, it is out of service")]
    public void What_is_said_of_a_place_a_person_or_a_machine_is_not_said_of_the_number(string text)
    {
        Told(text, MessagePart.Phone, "13812345678", true);
        Told(text + "\n0532-88881234", MessagePart.Phone, "13812345678", false);
    }

    [Theory]
    [InlineData("这是我自己的号码13812345678，不要打这个，打 13912345678", "13912345678", true)]
    [InlineData("13812345678是我自己的号码，不要打这个，打13912345678", "13912345678", true)]
    [InlineData("勿拨13812345678，请拨13912345678", "13912345678", true)]
    [InlineData("电话：13812345678（勿拨），联系 13912345678", "13912345678", true)]
    [InlineData("联系人：王建国，电话13812345678，别打13912345678", "13812345678", true)]
    [InlineData("Do not call 13812345678, call 13912345678 instead.", "13912345678", true)]
    [InlineData("Call 13912345678, don't call 13812345678", "13912345678", true)]
    [InlineData("电话不是13812345678，是13912345678", "13912345678", true)]
    [InlineData("13812345678 别打", "13812345678", false)]
    [InlineData("13812345678 白天别打，晚上打", "13812345678", true)]
    [InlineData("请别打电话，发短信 13812345678", "13812345678", true)]
    [InlineData("打400-618-7720没人接！我电话13812345678", "13812345678", true)]
    [InlineData("你们的热线400-618-7720打不通，请回电", "400-618-7720", false)]
    [InlineData("你们的工程师刘工13812345678说让我联系你们", "13812345678", false)]
    [InlineData("推荐人：赵六 联系电话：13812345678 客户姓名：王建国 手机：13912345678", "13812345678", false)]
    [InlineData("电话：0510-86231970 / 13771604528", "0510-86231970", true)]
    public void A_number_that_is_not_to_be_called_is_not_taken_for_sure(string text, string value, bool sure) => Told(text, MessagePart.Phone, value, sure);

    [Fact]
    public void A_number_out_of_use_is_kept_among_the_further_ones() =>
        Told("旧号13812345678已停用，新号13912345678", MessagePart.FurtherPhones, "13812345678", false);

    [Theory]
    [InlineData("故障：机器漏油 电话13812345678 联系人王建国", "机器漏油", true)]
    [InlineData("故障：漏油严重联系人王建国电话13812345678地址济南市历城区", "漏油严重", true)]
    [InlineData("问题描述：济南华强电缆有限公司的拉丝机异响", "拉丝机异响", true)]
    [InlineData("济南华强电缆有限公司的拉丝机收线张力不稳经常断线电话13812345678", "拉丝机收线张力不稳经常断线", false)]
    [InlineData("机器异响电话：13812345678", "机器异响", false)]
    [InlineData("故障：漏水【诸城鑫隆】", "漏水", true)]
    [InlineData("故障：空调一开机就跳闸。希望周末上门", "空调一开机就跳闸", true)]
    [InlineData("故障：面板显示[E05]后停机", "面板显示", false)]
    [InlineData("故障：显示 位置 偏差", "显示", false)]
    [InlineData("故障：1.漏油；2.异响", "1.漏油", false)]
    [InlineData("故障现象：主轴转动时\n有异响", "主轴转动时", false)]
    [InlineData("故障：电话键失灵", "电话键失灵", false)]
    [InlineData("济南华强电缆有限公司王建国电话13812345678拉丝机异响", "拉丝机异响", false)]
    [InlineData("青岛城阳区春阳路88号王建国电话138 1234 5678空调不制冷", "空调不制冷", false)]
    [InlineData("我们厂地址在济南市历城区机器漏油", "机器漏油", false)]
    [InlineData("王建国电话13812345678地址济南市历城区3号机漏油", "3号机漏油", false)]
    [InlineData("联系人王建国空调不制冷", "王建国空调不制冷", false)]
    [InlineData("故障：王建国电话13812345678拉丝机异响", "王建国电话13812345678拉丝机异响", false)]
    [InlineData("故障：面板花了 电话13812345678", "面板花了", true)]
    public void A_fault_ends_before_the_next_part_and_one_cut_short_is_not_sure(string text, string value, bool sure) => Told(text, MessagePart.Symptom, value, sure);

    [Theory]
    [InlineData("联系人：王建国（白天）/李娜（晚上）", MessagePart.Name, "王建国", false)]
    [InlineData("联系人：王建国（设备科）", MessagePart.Name, "王建国", true)]
    [InlineData("报修人：李秘书\n联系人：张三丰", MessagePart.Name, "李秘书", false)]
    [InlineData("编号：23A00917（旧机，已报废），新机编号：24B00123", MessagePart.Serial, "23A00917", false)]
    [InlineData("Serial no. EX80-21-0457 is fine, the other one EX80-21-0458 is broken.", MessagePart.Serial, "EX80-21-0457", false)]
    [InlineData("Serial no. EX80-21-0457 is broken.", MessagePart.Serial, "EX80-21-0457", true)]
    [InlineData("客户：宏泰铜业 联系人：王建国", MessagePart.Name, "王建国", true)]
    [InlineData("客户：王建国 联系人：本人", MessagePart.Name, "王建国", true)]
    [InlineData("客户：宏泰铜业", MessagePart.Name, "宏泰铜业", true)]
    [InlineData("型号：YE3-160M1-2 序列号：23A00917", MessagePart.Serial, "23A00917", true)]
    [InlineData("型号：DSG-03-2B2-D24-N1-50 编号：23A00917", MessagePart.Serial, "23A00917", true)]
    [InlineData("型号：YE3-160M1-2（带刹车）\n序列号：23A00917", MessagePart.Serial, "23A00917", true)]
    [InlineData("型号：YE3-160M1-2 序列号：23A00917，另一台 24B00123", MessagePart.Serial, "23A00917", false)]
    public void Of_two_persons_or_machines_none_is_sure(string text, MessagePart part, string value, bool sure) => Told(text, part, value, sure);

    private static void Told(string text, MessagePart part, string? value, bool sure)
    {
        var find = PastedMessage.Read(text).Of(part);
        Assert.Equal((value, sure), (find?.Value, find?.Sure == true));
    }
}
