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
    public void An_address_in_pieces_is_one(string text, string value, bool sure) => Told(text, MessagePart.Address, value, sure);

    private static void Told(string text, MessagePart part, string? value, bool sure)
    {
        var find = PastedMessage.Read(text).Of(part);
        Assert.Equal((value, sure), (find?.Value, find?.Sure == true));
    }
}
