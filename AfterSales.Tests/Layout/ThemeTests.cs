using System.Text.RegularExpressions;
using AfterSales.Tests.House;
using AfterSales.Web.Layout;
using MudBlazor;

namespace AfterSales.Tests.Layout;

/// <summary>MudBlazor's parts and the house's own look alike, by day and by night.</summary>
public sealed partial class ThemeTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> Tokens = Pair()
        .Matches(Source.Text("AfterSales.Web/wwwroot/css/tokens.css"))
        .ToDictionary(m => m.Groups[1].Value, m => (m.Groups[2].Value, m.Groups[3].Value));

    [Theory]
    [InlineData("accent", nameof(Palette.Primary), nameof(Palette.Info))]
    [InlineData("on-accent", nameof(Palette.PrimaryContrastText))]
    [InlineData("bg", nameof(Palette.Background))]
    [InlineData("card", nameof(Palette.Surface), nameof(Palette.AppbarBackground), nameof(Palette.DrawerBackground))]
    [InlineData("ink", nameof(Palette.TextPrimary))]
    [InlineData("ink2", nameof(Palette.TextSecondary), nameof(Palette.ActionDefault), nameof(Palette.Secondary))]
    [InlineData("line", nameof(Palette.LinesDefault), nameof(Palette.Divider))]
    [InlineData("line2", nameof(Palette.TableLines))]
    [InlineData("edge", nameof(Palette.LinesInputs))]
    [InlineData("ok", nameof(Palette.Success))]
    [InlineData("risk", nameof(Palette.Warning))]
    [InlineData("late", nameof(Palette.Error))]
    public void The_palette_has_the_colours_of_the_style_sheet(string token, params string[] names) => Assert.All(names, name =>
        Assert.Equal(Tokens[token], (Colour(Theme.House.PaletteLight, name), Colour(Theme.House.PaletteDark, name))));

    private static string Colour(Palette palette, string name) =>
        ((MudBlazor.Utilities.MudColor)typeof(Palette).GetProperty(name)!.GetValue(palette)!).ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex);

    [GeneratedRegex(@"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")]
    private static partial Regex Pair();
}
