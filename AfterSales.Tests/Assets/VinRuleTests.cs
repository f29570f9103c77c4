using AfterSales.Core.Assets;

namespace AfterSales.Tests.Assets;

/// <summary>车架号 after ISO 3779.</summary>
public sealed class VinRuleTests
{
    [Theory]
    [InlineData(" lsvau2180-n2183294 ", "LSVAU2180N2183294")]
    [InlineData("ＬＳＶＡＵ２１８０Ｎ２１８３２９４", "LSVAU2180N2183294")]
    [InlineData(" - ", null)]
    public void It_is_kept_in_capitals_without_blanks_however_it_was_typed(string typed, string? kept) => Assert.Equal(kept, VinRule.Kept(typed));

    [Theory]
    [InlineData("LSVAU2180N2183294", true)]
    [InlineData("LSVAU2180N218329", false)]
    [InlineData("LSVAU2180N21832944", false)]
    [InlineData("LSVIU2180N2183294", false)]
    [InlineData("LSVOU2180N2183294", false)]
    [InlineData("LSVQU2180N2183294", false)]
    [InlineData("LSV车U2180N2183294", false)]
    public void Seventeen_letters_and_digits_without_I_O_and_Q(string kept, bool formed) => Assert.Equal(formed, VinRule.IsFormed(kept));

    [Theory]
    [InlineData("1M8GDM9AXKP042788", true)]
    [InlineData("11111111111111111", true)]
    [InlineData("1M8GDM9AXKP042789", false)]
    public void The_check_digit_is_reckoned_as_North_America_does(string vin, bool fits) => Assert.Equal(fits, VinRule.CheckDigitFits(vin));
}
