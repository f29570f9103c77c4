using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using CsCheck;

namespace AfterSales.Tests.Shared;

public sealed class TextRuleTests
{
    [Theory]
    [InlineData("漏油 leaks\tat\nnight\r\n", true)]
    [InlineData("😀 emoji, \u200f right-to-left mark, \ufeff", true)]
    [InlineData("nul \0", false)]
    [InlineData("bell \a", false)]
    [InlineData("escape \u001b[0m", false)]
    [InlineData("next line \u0085", false)]
    [InlineData("delete \u007f", false)]
    [InlineData("no character \ufffe", false)]
    [InlineData("no character \uffff", false)]
    public void Control_characters_are_refused_but_tab_and_line_ends(string text, bool clean) => Assert.Equal(clean, TextRule.IsClean(text));

    [Fact]
    public void Half_a_character_is_refused_wherever_it_stands()
    {
        const char High = '\ud83d', Low = '\ude00';
        Assert.All(
            new[] { $"{High}", $"{Low}", $"a{High}", $"{High}b", $"{Low}{High}", $"{High}{High}{Low}" },
            text => Assert.False(TextRule.IsClean(text)));
        Assert.True(TextRule.IsClean($"{High}{Low}"));
    }

    [Theory]
    [InlineData("  主电机　异响 ", "主电机 异响")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("Ölleck", "ölleck")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("oil\n\tleak", "oil leak")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void Same_words_have_the_same_key(string? text, string key) => Assert.Equal(key, TextRule.Key(text));

    [Fact]
    public void A_key_is_its_own_key() =>
        AnyText.Gen.Sample(text => Assert.Equal(TextRule.Key(text), TextRule.Key(TextRule.Key(text))), iter: 2_000);

    [Theory]
    [InlineData(" a\r\nb ", "a\nb")]
    [InlineData("\t", null)]
    [InlineData(null, null)]
    public void Kept_text_has_no_outer_blanks_and_one_kind_of_line_end(string? text, string? kept) => Assert.Equal(kept, TextRule.Kept(text));
}
