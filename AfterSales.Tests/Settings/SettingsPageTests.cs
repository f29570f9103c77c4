using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Settings;
using Bunit;

namespace AfterSales.Tests.Settings;

public sealed class SettingsPageTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task No_part_shows_the_key_of_a_text_in_its_list_or_in_a_form_of_it(string culture)
    {
        await using var house = await TestHouse.Open();
        foreach (var section in SettingsPage.All)
        {
            await using var pages = new PageHouse(house, Role.Administrator, culture);
            var page = pages.Open<SettingsPage>("settings/" + section, set => set.Add(p => p.Section, section));
            page.WaitForElement("section.card table, section.card form");
            Assert.Empty(MissingTexts.In(page.Markup));

            if (page.FindAll("[data-test^=edit-]") is [var edit, ..])
            {
                edit.Click();
                page.WaitForElement("form");
                Assert.Empty(MissingTexts.In(page.Markup));
            }
        }
    }

    [Fact]
    public async Task What_the_components_themselves_say_is_Chinese_too()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<SettingsPage>("settings/policy", set => set.Add(p => p.Section, "policy"));
        page.WaitForElement("section.card form");

        Assert.DoesNotContain(page.FindAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!), label => label.All(char.IsAscii));
    }

    [Fact]
    public async Task Too_long_a_name_is_told_before_it_is_saved()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<SettingsPage>("settings/areas", set => set.Add(p => p.Section, "areas"));
        await page.WaitForElement("[data-test=edit-north]").ClickAsync();

        await page.WaitForElement("input[data-test=name-zh]").ChangeAsync(new string('长', SettingsLimits.Name + 1));

        Assert.Contains(pages.Texts["Shared.TooLong", SettingsLimits.Name, SettingsLimits.Name + 1], page.Find("[data-test=dated-form]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "≤ 48 小时")]
    [InlineData("en", "≤ 48 h")]
    public async Task Targets_are_named_and_written_as_on_the_figures_page(string culture, string longest)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Manager, culture);
        var page = pages.Open<SettingsPage>("settings/targets", set => set.Add(p => p.Section, "targets"));
        page.WaitForElement("[data-test=edit-K12]");

        Assert.All(FigureKeys.All, k => Assert.Contains(pages.Texts.Of(k), page.Markup, StringComparison.Ordinal));
        Assert.Contains(longest, page.Markup, StringComparison.Ordinal);
        page.Find("[data-test=edit-K12]").Click();
        Assert.Equal(pages.Texts.Of(FigureKey.K12), page.WaitForElement("[data-test=dated-form] .b").TextContent);
    }
}
