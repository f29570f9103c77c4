using System.Globalization;
using AfterSales.Tests.House;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Shared;

/// <summary>English says one day and two days.</summary>
public sealed partial class CountFormatTests
{
    private static readonly ResourceTexts English = new(CultureInfo.GetCultureInfo("en")), Chinese = new(CultureInfo.GetCultureInfo("zh-CN"));

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "1 day")]
    [InlineData(2, "2 days")]
    [InlineData(21, "21 days")]
    public void One_is_said_as_one(int days, string said) => Assert.Equal(said, English["Warranty.DaysCount", days]);

    [Fact]
    public void A_number_that_is_words_already_is_counted_too_and_Chinese_has_one_form()
    {
        Assert.Equal("1 row", English["Listings.Rows", "1"]);
        Assert.Equal("1,254 rows", English["Listings.Rows", "1,254"]);
        Assert.Equal("1 天", Chinese["Warranty.DaysCount", 1]);
    }

    [Fact]
    public void A_count_that_may_be_one_has_both_forms() =>
        Found.None(
            from pair in ResxPair.All
            from text in pair.English
            where !text.Value.Contains('|', StringComparison.Ordinal) && OneDay().IsMatch(text.Value)
            select $"{text.Key}: {text.Value}");

    /// <summary>Limits, and what is one of several, are never one.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?<!At most |at most |every |At least |Only the latest |All |First \{0\} of |More than |^\{0\} of )\{\d\} (?:more )?(?:days|hours|months|times|cases|rows|figures|readings|fields|findings|machines)\b(?! at a time| were counted)")]
    private static partial System.Text.RegularExpressions.Regex OneDay();
}
