using AfterSales.Core.Identity;
using AfterSales.Web.Layout;

namespace AfterSales.Tests.Browser;

/// <summary>Every role opens every page of its rail, in both languages, widths and colours.</summary>
[Collection("Browser")]
public sealed class RailWalk(SampleSite house)
{
    /// <summary>Each role at each screen.</summary>
    public static TheoryData<Role, Screen> Everybody
    {
        get
        {
            var data = new TheoryData<Role, Screen>();
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var screen in Screen.All)
                {
                    data.Add(role, screen);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_page_of_the_rail_opens_and_is_sound(Role role, Screen screen)
    {
        await using var visitor = await house.Visit(role, screen);
        var wrong = new List<string>();
        foreach (var item in RailItems.Of(role).Where(i => !i.Outside && i.Href.Length > 0))
        {
            visitor.Forgive();
            try
            {
                await visitor.Go("/" + item.Href);
                await visitor.Picture(item.Href.Replace('/', '-'));
                await visitor.Sound("/" + item.Href);
            }
            catch (Exception fault) when (fault is Xunit.Sdk.XunitException or TimeoutException or Microsoft.Playwright.PlaywrightException)
            {
                wrong.Add(fault.Message);
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("zh-CN", 1440, false)]
    [InlineData("en", 390, true)]
    public async Task The_sign_in_page_names_the_five_accounts_and_is_sound(string culture, int width, bool dark)
    {
        await using var visitor = await house.Visit(new Screen(culture, width, dark));
        await visitor.Page.GotoAsync("/account/signin");

        var accounts = await visitor.Test("accounts").InnerTextAsync();

        Assert.All(new[] { "agent", "engineer", "supervisor", "manager", "admin", "AfterSales!2026" }, name => Assert.Contains(name, accounts, StringComparison.Ordinal));
        await visitor.Picture("signin");
        await visitor.Sound("/account/signin");
    }
}
