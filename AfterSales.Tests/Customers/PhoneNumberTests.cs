using AfterSales.Core.Customers;
using AfterSales.Tests.Support;
using CsCheck;

namespace AfterSales.Tests.Customers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800138000")]
    [InlineData("138 0013 8000")]
    [InlineData("138-0013-8000")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("+8613800138000")]
    [InlineData("0086 13800138000")]
    [InlineData("00 86 138 0013 8000")]
    [InlineData("(+86)13800138000")]
    [InlineData("（+86）138-0013-8000")]
    [InlineData("86 13800138000")]
    [InlineData("＋８６ １３８００１３８０００")]
    [InlineData("138.0013.8000")]
    [InlineData("138_0013_8000")]
    [InlineData("138·0013·8000")]
    [InlineData("\u202a138\u200b0013\ufeff8000\u202c")]
    [InlineData(" 138/0013/8000 ")]
    public void A_mobile_number_has_one_key_in_every_spelling(string typed) => Assert.Equal("8613800138000", PhoneNumber.Key(typed));

    [Theory]
    [InlineData("0532-88881234")]
    [InlineData("0532/88881234")]
    [InlineData("(0532) 8888 1234")]
    [InlineData("（0532）88881234")]
    [InlineData("+86 532 8888 1234")]
    [InlineData("0086-532-88881234")]
    [InlineData("+86 (0) 532 88881234")]
    [InlineData("0532-88881234-803")]
    [InlineData("0532-88881234转803")]
    [InlineData("0532-88881234 转 803")]
    [InlineData("0532-88881234 ext. 803")]
    [InlineData("0532-88881234 x803")]
    [InlineData("0532-88881234,803")]
    [InlineData("0532-88881234#803")]
    [InlineData("0532-88881234 分机803")]
    public void A_land_line_has_one_key_in_every_spelling_with_or_without_extension(string typed) =>
        Assert.Equal("8653288881234", PhoneNumber.Key(typed));

    [Theory]
    [InlineData("0510-8379887", "865108379887")]
    [InlineData("+86 510 8379887", "865108379887")]
    [InlineData("(0510) 8379887 转 801", "865108379887")]
    [InlineData("0510-8379887-801", "865108379887")]
    [InlineData("0510-8379887 ext 801", "865108379887")]
    [InlineData("+49 30 901820", "4930901820")]
    [InlineData("0049 (0)30 / 901820", "4930901820")]
    [InlineData("8003", "8003")]
    [InlineData("内线 8003", "8003")]
    [InlineData("95598", "95598")]
    [InlineData("无", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Foreign_inner_and_service_numbers_match_themselves(string? typed, string key) => Assert.Equal(key, PhoneNumber.Key(typed));

    [Theory]
    [InlineData("010-62345678", "02162345678")]
    [InlineData("13800138000", "13800138001")]
    public void Different_numbers_have_different_keys(string one, string other) => Assert.NotEqual(PhoneNumber.Key(one), PhoneNumber.Key(other));

    [Fact]
    public void No_text_makes_it_fail() => AnyText.Gen.Sample(text => Assert.All(PhoneNumber.Key(text), c => Assert.True(char.IsAsciiDigit(c))), iter: 5_000);

    [Fact]
    public void A_mobile_number_parted_by_lines_is_one()
    {
        Assert.Equal(PhoneKind.Mobile, PhoneNumber.KindOf("139_1234_5678"));
        Assert.True(PhoneNumber.LooksWhole("139_1234_5678") && PhoneNumber.LooksWhole("139·1234·5678"));
    }

    [Theory]
    [InlineData("13800138000", "138****8000")]
    [InlineData("0532-88881234", "0532-****1234")]
    [InlineData("8003", "****")]
    public void A_masked_number_hides_its_middle(string number, string masked) => Assert.Equal(masked, PhoneNumber.Masked(number));
}
