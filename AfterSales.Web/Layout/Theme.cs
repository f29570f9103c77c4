using MudBlazor;

namespace AfterSales.Web.Layout;

/// <summary>MudBlazor's colours and type; the same values stand as variables in css/tokens.css (a test compares them).</summary>
public static class Theme
{
    private static readonly string[] Fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "system-ui", "sans-serif"];

    /// <summary>Light and dark, one accent; red and amber stand for promises alone.</summary>
    public static readonly MudTheme House = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f6feb", PrimaryContrastText = "#ffffff", Secondary = "#566272", Background = "#f7f8f9", Surface = "#ffffff",
            AppbarBackground = "#ffffff", DrawerBackground = "#ffffff", TextPrimary = "#1c2430", TextSecondary = "#566272",
            ActionDefault = "#566272", LinesDefault = "#e3e6ea", LinesInputs = "#8a94a3", TableLines = "#eef0f3", Divider = "#e3e6ea",
            Success = "#17713f", Warning = "#8a5d00", Error = "#c62828", Info = "#1f6feb",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6ea8ff", PrimaryContrastText = "#0d1117", Secondary = "#a3adba", Background = "#12161c", Surface = "#1a2028",
            AppbarBackground = "#1a2028", DrawerBackground = "#1a2028", TextPrimary = "#e6eaf0", TextSecondary = "#a3adba",
            ActionDefault = "#a3adba", LinesDefault = "#2c3541", LinesInputs = "#748091", TableLines = "#232b35", Divider = "#2c3541",
            Success = "#5fc28f", Warning = "#e0b64c", Error = "#ff8a80", Info = "#6ea8ff",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.43" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.875rem", TextTransform = "none", FontWeight = "500" },
        },
    };
}
