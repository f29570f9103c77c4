using AfterSales.Core.Messages;
using CsCheck;

namespace AfterSales.Tests.Messages;

public sealed class PastedMessageTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_sixty_messages_nine_parts_in_ten_are_found_and_none_is_wrong_without_a_mark()
    {
        var set = MessageSet.Read("messages");
        Print("messages", set);
        Assert.True(set.Share >= 0.9, string.Join('\n', set.Missed));
        Assert.Empty(set.WronglySure);
    }

    /// <summary>Messages written after the rules: they tell how the rules do on what they have not seen.</summary>
    [Fact]
    public void Of_messages_written_later_hardly_anything_is_wrong_without_a_mark()
    {
        var set = MessageSet.Read("messages-later");
        Print("messages-later", set);
        Assert.True(set.WronglySure.Count <= set.Wanted / 50, string.Join('\n', set.WronglySure));
        Assert.True(set.Share >= 0.6, string.Join('\n', set.Missed));
    }

    [Theory]
    [InlineData("鲁a·12345 漏油", MessagePart.Plate, "鲁A12345", true)]
    [InlineData("车牌皖A·D12345 新能源车 充不上电", MessagePart.Plate, "皖AD12345", true)]
    [InlineData("车牌皖A·D12345 新能源车 充不上电", MessagePart.Serial, null, false)]
    [InlineData("我是沈阳光大线缆有限公司的刘师傅，13912345678，LHT400-2611-0003 开机异响", MessagePart.FurtherPhones, null, false)]
    [InlineData("我是沈阳光大线缆有限公司的刘师傅，13912345678，LHT400-2611-0003 开机异响", MessagePart.Name, "刘师傅", false)]
    [InlineData("LHT-400-2611-0003 开机异响，13912345678", MessagePart.Phone, "13912345678", true)]
    [InlineData("LHT_400-2611-0003 开机异响，13912345678", MessagePart.FurtherPhones, null, false)]
    [InlineData("电话03172345678一车间", MessagePart.Phone, "03172345678", true)]
    [InlineData("绞线机编号尾号260003 异响", MessagePart.Serial, "260003", false)]
    [InlineData("设备编号：A0012 异响", MessagePart.Serial, "A0012", false)]
    [InlineData("Hi, this is Tom Baker from Ningbo Sunshine Cable, extruder trips", MessagePart.Name, "Tom Baker", true)]
    [InlineData("电话１３８００１３８０００", MessagePart.Phone, "13800138000", true)]
    [InlineData("打 13800138000 或 13900139000", MessagePart.Phone, "13800138000", false)]
    [InlineData("打 13800138000 或 13900139000", MessagePart.FurtherPhones, "13900139000", false)]
    [InlineData("电话 13800138000，座机 010-62001234，也可打 13900139000", MessagePart.FurtherPhones, "010-62001234、13900139000", false)]
    [InlineData("电话13800138000，再说一遍 138 0013 8000", MessagePart.FurtherPhones, null, false)]
    [InlineData("QQ 13800138000", MessagePart.Phone, null, false)]
    [InlineData("订单号 202611200093217865", MessagePart.Phone, null, false)]
    [InlineData("我的工号是 13812345678", MessagePart.Phone, null, false)]
    [InlineData("工号：12345678 机器漏油", MessagePart.Phone, null, false)]
    [InlineData("我的工号是 12345678", MessagePart.FurtherPhones, null, false)]
    [InlineData("合同号：13812345678", MessagePart.Phone, null, false)]
    [InlineData("订单号是13812345678", MessagePart.Phone, null, false)]
    [InlineData("QQ号 13812345678", MessagePart.Phone, null, false)]
    [InlineData("身份证号码 13812345678", MessagePart.Phone, null, false)]
    [InlineData("工号 12345678，电话 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("车架号 lfv3a23c2k3064871", MessagePart.Vin, "LFV3A23C2K3064871", true)]
    [InlineData("编号尾号0117", MessagePart.Serial, "0117", false)]
    [InlineData("尾号0578的车，转向沉重", MessagePart.Symptom, "转向沉重", false)]
    [InlineData("单号：SF1381234567", MessagePart.Name, null, false)]
    [InlineData("价格 13812345678.50 元", MessagePart.Phone, null, false)]
    [InlineData("报价13812345678元", MessagePart.Phone, null, false)]
    [InlineData("总额：13812345678", MessagePart.Phone, null, false)]
    [InlineData("请给个报价 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("13812345678 万达广场三楼", MessagePart.Phone, "13812345678", true)]
    [InlineData("王工 13812345678\n万州区机械厂", MessagePart.Phone, "13812345678", true)]
    [InlineData("13812345678元氏县", MessagePart.Phone, "13812345678", true)]
    [InlineData("请开发票 13812345678 王工", MessagePart.Phone, "13812345678", true)]
    [InlineData("还没签合同\n13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("单号：13812345678 是哪个快递", MessagePart.Phone, null, false)]
    [InlineData("[2026/11/27 上午 9:13] 王建国: 电话 15233334444\n[2026/11/27 上午 9:15] 客服李敏: 我的是 0531-88886666", MessagePart.Phone, "15233334444", true)]
    [InlineData("机器 JLJ-630-2023-0117 停了", MessagePart.Serial, "JLJ-630-2023-0117", false)]
    [InlineData("姓　名：王建国", MessagePart.Name, "王建国", true)]
    [InlineData("售后小陈: 打我们 400-618-7720\n张师傅: 15864433917", MessagePart.Phone, "15864433917", true)]
    [InlineData("好的\n> 请打 13900139000", MessagePart.Phone, null, false)]
    [InlineData("单位：苏州三原电缆有限公司 车牌沪A·D12345 制动跑偏", MessagePart.Firm, "苏州三原电缆有限公司", true)]
    [InlineData("公司名称：宁波海天电缆厂 机器漏油", MessagePart.Firm, "宁波海天电缆厂", true)]
    [InlineData("单位：苏州三原电缆 车间一号", MessagePart.Firm, "苏州三原电缆 车间一号", false)]
    [InlineData("地址：江苏省苏州市园区1号 机器漏油", MessagePart.Address, "江苏省苏州市园区1号", true)]
    [InlineData("序列号：JGG500 2603 0081", MessagePart.Serial, "JGG500", false)]
    [InlineData("序列号：JGG500-2603 机器漏油", MessagePart.Serial, "JGG500-2603", true)]
    [InlineData("order no. 13812345678", MessagePart.Phone, null, false)]
    [InlineData("Your contract 13800138000 says so", MessagePart.Phone, "13800138000", true)]
    [InlineData("Your contract no. 13800138000 says so", MessagePart.Phone, null, false)]
    [InlineData("Please send the invoice. 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("I want to order 13812345678 please call", MessagePart.Phone, "13812345678", true)]
    [InlineData("We placed the order. 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("invoice: 13812345678", MessagePart.Phone, null, false)]
    [InlineData("my order is 13812345678", MessagePart.Phone, null, false)]
    [InlineData("order #13812345678", MessagePart.Phone, null, false)]
    [InlineData("contract HT13812345678", MessagePart.Phone, null, false)]
    [InlineData("contract HT-2026-01177 leaks", MessagePart.Serial, null, false)]
    [InlineData("I lost the ticket code. 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("ticket no. 13812345678", MessagePart.Phone, null, false)]
    [InlineData("P.O. 13812345678", MessagePart.Phone, null, false)]
    [InlineData("PO-2026-01177 leaks", MessagePart.Serial, null, false)]
    [InlineData("机器 POL-500-2023-0117 停了", MessagePart.Serial, "POL-500-2023-0117", false)]
    [InlineData("机器 ID500-2023-0117 停了", MessagePart.Serial, "ID500-2023-0117", false)]
    [InlineData("机器 IDX500-2023-0117 停了", MessagePart.Serial, "IDX500-2023-0117", false)]
    [InlineData("ID: 500-2023-0117A", MessagePart.Serial, null, false)]
    [InlineData("电话 138零零138000", MessagePart.Phone, "13800138000", true)]
    [InlineData("employee ID 13812345678", MessagePart.Phone, null, false)]
    [InlineData("please see PO#13812345678", MessagePart.Phone, null, false)]
    [InlineData("for purchase order number: 13812345678", MessagePart.Phone, null, false)]
    [InlineData("invoice number is 15812345678", MessagePart.Phone, null, false)]
    [InlineData("staff no 13812345678, phone 13912345678", MessagePart.Phone, "13912345678", true)]
    [InlineData("order no. 20261127001, call +44 20 7946 0958", MessagePart.FurtherPhones, null, false)]
    [InlineData("contract 0532-88881234 leaks", MessagePart.FurtherPhones, null, false)]
    [InlineData("my phone no. is 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("my order failed, call 13812345678", MessagePart.Phone, "13812345678", true)]
    [InlineData("合同号HT20261127 机器漏油", MessagePart.Address, null, false)]
    [InlineData("我的合同号是202611270012，机器漏油", MessagePart.Address, null, false)]
    [InlineData("我们的合同号13 机器漏油", MessagePart.Address, null, false)]
    [InlineData("给你们工号10245的师傅说过", MessagePart.Address, null, false)]
    [InlineData("我的订单号 1-2-902 漏油", MessagePart.Address, null, false)]
    [InlineData("这是我的发票号", MessagePart.Address, null, false)]
    [InlineData("订单号20261127001 济南市历下区和平路44号 漏油", MessagePart.Address, "济南市历下区和平路44号", false)]
    [InlineData("合同编号 HT-2026-01177 漏油", MessagePart.Serial, null, false)]
    [InlineData("我司（山东华强电缆有限公司）机器漏油", MessagePart.Firm, "山东华强电缆有限公司", false)]
    [InlineData("我司（山东华强电缆有限公司 机器漏油", MessagePart.Firm, "山东华强电缆有限公司", false)]
    [InlineData("我司山东华强电缆有限公司机器漏油", MessagePart.Firm, "山东华强电缆有限公司", false)]
    [InlineData("山东（济南）华强电缆有限公司机器漏油", MessagePart.Firm, "山东(济南)华强电缆有限公司", false)]
    [InlineData("单位：华强电缆有限公司（济南分厂，急", MessagePart.Firm, "华强电缆有限公司", true)]
    [InlineData("公司：(", MessagePart.Firm, null, false)]
    [InlineData("电话 139_1234_5678", MessagePart.Phone, "139-1234-5678", true)]
    [InlineData("电话 139\u200b1234\u200b5678", MessagePart.Phone, "13912345678", true)]
    [InlineData("电话 一三九一二三四五六七八", MessagePart.Phone, "13912345678", true)]
    [InlineData("电话 一三九 一二三四 五六七八", MessagePart.Phone, "139 1234 5678", true)]
    [InlineData("", MessagePart.Name, null, false)]
    public void A_part_is_known_by_its_label_or_its_shape(string text, MessagePart part, string? value, bool sure)
    {
        var find = PastedMessage.Read(text).Finds.FirstOrDefault(f => f.Part == part);
        Assert.Equal((value, value is not null && sure), (find?.Value, find?.Sure == true));
    }

    /// <summary>Blanks by the thousand, which a pattern may try in every way there is.</summary>
    [Theory]
    [InlineData("王建国", "x")]
    [InlineData("王建国", "12:3")]
    [InlineData("电话", "")]
    public void A_message_made_to_be_slow_is_read_all_the_same(string before, string behind) =>
        Assert.Equal(before + new string(' ', 3_900) + behind, PastedMessage.Read(before + new string(' ', 3_900) + behind).Words);

    [Fact]
    public void Any_text_is_read_each_part_at_most_once_and_its_words_are_kept() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 400].Select(at => string.Concat(at.Select(i => Pieces[i])))).Sample(
            text =>
            {
                var read = PastedMessage.Read(text);
                return read.Finds.Select(f => f.Part).Distinct().Count() == read.Finds.Count
                    && read.Finds.All(f => f.Value.Trim().Length > 0)
                    && read.Words == text;
            },
            iter: 400);

    private static readonly string[] Pieces =
        ["路", "区", "村", "我在", "公司", "厂", "济南", "1", "3单元", "号", "A1-", "-", " ", "，", "电话", "138", "王", "师傅", "机号", "：", "\n", "(", "【", "鲁A", "漏油", "尾号", "http://localhost/", "=", "我: ", "From: ", "> ", "\t", "→"];

    private void Print(string name, MessageSet set)
    {
        var line = FormattableString.Invariant($"{name}: {set.Found} of {set.Wanted} parts found ({set.Share:P1}), {set.WronglySure.Count} wrong without a mark");
        output.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
    }
}
