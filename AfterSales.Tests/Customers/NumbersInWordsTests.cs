using System.Text.RegularExpressions;
using AfterSales.Core.Customers;
using CsCheck;

namespace AfterSales.Tests.Customers;

/// <summary>Telephone numbers inside words that people typed.</summary>
public sealed partial class NumbersInWordsTests
{
    [Theory]
    [InlineData("电话13812345678，请回电", "电话138****5678，请回电")]
    [InlineData("王工 138 1234 5678 上午在", "王工 138 **** 5678 上午在")]
    [InlineData("138-1234-5678", "138-****-5678")]
    [InlineData("1381 234 5678", "138* *** 5678")]
    [InlineData("+86 138 1234 5678", "+86 138 **** 5678")]
    [InlineData("+8613812345678", "+86138****5678")]
    [InlineData("0086-13812345678", "0086-138****5678")]
    [InlineData("8613812345678", "86138****5678")]
    [InlineData("(+86)13812345678", "(+86)138****5678")]
    [InlineData("１３８１２３４５６７８", "１３８****５６７８")]
    [InlineData("＋８６ １３８ １２３４ ５６７８", "＋８６ １３８ **** ５６７８")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8")]
    [InlineData("138.1234.5678", "138.****.5678")]
    [InlineData("13812345678/13987654321", "138****5678/139****4321")]
    [InlineData("13812345678、13987654321。", "138****5678、139****4321。")]
    [InlineData("Tel13812345678x", "Tel138****5678x")]
    [InlineData("**13812345678**", "**138****5678**")]
    [InlineData("0532-88881234", "0532-****1234")]
    [InlineData("053288881234", "0532****1234")]
    [InlineData("(0532)88881234", "(0532)****1234")]
    [InlineData("（0532） 8888 1234", "（0532） **** 1234")]
    [InlineData("0510-8379887", "051*-***9887")]
    [InlineData("010-88881234转803", "010-****1234转803")]
    [InlineData("021 8888-1234 分机 12", "021 ****-1234 分机 12")]
    [InlineData("+86 532 8888 1234", "+86 532 **** 1234")]
    [InlineData("WECHAT13812345678", "WECHAT138****5678")]
    [InlineData("TEL138123456780AB CDEFG13812345678", "TEL138123456780AB CDEFG138****5678")]
    [InlineData("013812345678", "0138****5678")]
    [InlineData("0532——88881234", "0532——****1234")]
    [InlineData("138——1234——5678", "138——****——5678")]
    [InlineData("138、1234、5678", "138、****、5678")]
    [InlineData("1-3-8-1-2-3-4-5-6-7-8", "1-3-8-*-*-*-*-5-6-7-8")]
    [InlineData("13812341381 2341381", "138****138* ***1381")]
    [InlineData("+86 (0) 532 88881234", "+86 (0) 532 ****1234")]
    [InlineData("139_1234_5678", "139_****_5678")]
    [InlineData("139\u200b1234\u200b5678", "139\u200b****\u200b5678")]
    [InlineData("13\ufeff91\u20602345\u00ad678", "13\ufeff9*\u2060***5\u00ad678")]
    [InlineData("0536-6157 392", "053*-***7 392")]
    [InlineData("0532_8888_1234", "0532_****_1234")]
    [InlineData("打一三九一二三四五六七八", "打一三九****五六七八")]
    [InlineData("幺三九 幺二三四 五六七八", "幺三九 **** 五六七八")]
    [InlineData("零五三二-八八八八一二三四", "零五三二-****一二三四")]
    [InlineData("13812345678一二三号楼", "138****5678一二三号楼")]
    [InlineData("电话138零零138000", "电话138****8000")]
    [InlineData("138一二三四5678", "138****5678")]
    [InlineData("幺三九12345678", "幺三九****5678")]
    [InlineData("１３８一二三四5678", "１３８****5678")]
    [InlineData("86138零零138000", "86138****8000")]
    [InlineData("0138零零138000", "0138****8000")]
    [InlineData("0086138零零138000", "0086138****8000")]
    [InlineData("0532八八881234", "0532****1234")]
    [InlineData("010八八八八1234", "010****1234")]
    [InlineData("0086532八八881234", "0086532****1234")]
    [InlineData("+86532八八881234", "+86532****1234")]
    [InlineData("+860532八八881234", "+860532****1234")]
    [InlineData("+8610八八881234", "+8610****1234")]
    [InlineData("+86053288881234", "+860532****1234")]
    [InlineData("电话03172345678一车间", "电话031****5678一车间")]
    [InlineData("03172345678三号楼", "031****5678三号楼")]
    public void A_numbers_middle_is_hidden_whatever_its_spelling(string typed, string shown) => Assert.Equal(shown, NumbersInWords.Masked(typed));

    [Theory]
    [InlineData("SC-20261124-0007")]
    [InlineData("WO-20261124-0012-1 0532")]
    [InlineData("SC-20261124-0532 88881234")]
    [InlineData("序列号 2026112400071234")]
    [InlineData("LFV2A21K183000001")]
    [InlineData("LSVAM4187C2184847")]
    [InlineData("2026-11-24 13:00–15:30")]
    [InlineData("20261124 1330")]
    [InlineData("共 12,800.00 元")]
    [InlineData("金额 13800 元，里程 158000 km")]
    [InlineData("QQ 1234567890")]
    [InlineData("身份证 370202199001011234")]
    [InlineData("条码 6901234567892")]
    [InlineData("4008001234")]
    [InlineData("95588、12345")]
    [InlineData("88881234")]
    [InlineData("138****5678")]
    [InlineData("12812345678")]
    [InlineData("第 1 次 3 台 8 天")]
    [InlineData("压力 13.5 16.2 20.3 11")]
    [InlineData("13 15 14 16 18 2")]
    [InlineData("16/3 17/3 18/3 19")]
    [InlineData("15-11-2026 103")]
    [InlineData("二〇二六年一一月二七日一三点")]
    [InlineData("第一二三四五六七八九次")]
    [InlineData("2026一一二七零八30")]
    [InlineData("编号 1380一二三四567890")]
    [InlineData("主轴_139_12_5678")]
    [InlineData("")]
    public void Whatever_is_no_telephone_number_stays_as_typed(string typed) => Assert.Equal(typed, NumbersInWords.Masked(typed));

    [Fact]
    public void Masked_words_hold_no_number_and_masking_them_again_changes_nothing() =>
        Piece.Array[1, 8].Sample(pieces =>
        {
            var masked = NumbersInWords.Masked(string.Concat(pieces));
            return NumbersInWords.Masked(masked) == masked && !Whole().IsMatch(masked);
        }, iter: 20_000);

    [Fact]
    public void Words_without_digits_stay_and_only_digits_ever_change() =>
        Piece.Array[1, 8].Sample(pieces =>
        {
            var words = string.Concat(pieces);
            var masked = NumbersInWords.Masked(words);
            return masked.Length == words.Length && words.Zip(masked).All(c => c.First == c.Second || (char.IsDigit(c.First) && c.Second == '*'));
        }, iter: 20_000);

    private static Gen<string> Piece { get; } = Gen.OneOf(
        Gen.Int[0, 9].Array[1, 12].Select(digits => string.Concat(digits)),
        Gen.Long[13_000_000_000, 19_999_999_999].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf(" ", "-", "+86", "0532", "(", ")", "转", "电话", "*", "****", "x", "。", "/", "１３８"));

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Whole();
}
