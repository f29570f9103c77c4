using AfterSales.Tests.House;
using Microsoft.Playwright;

namespace AfterSales.Tests.Browser;

/// <summary>Screenshots: always under artifacts/screens; with AFTERSALES_SCREENS=1 those named here also in docs/screens.</summary>
internal static class Pictures
{
    private static readonly Dictionary<string, string> Kept = new()
    {
        ["agent-intake-ready-zh-CN-1440-light"] = "intake.png",
        ["supervisor-dispatch-zh-CN-1440-light"] = "dispatch.png",
        ["supervisor-performance-zh-CN-1440-light"] = "performance.png",
        ["supervisor-performance-en-1440-dark"] = "performance-en-dark.png",
        ["engineer-visit-zh-CN-390-light"] = "phone.png",
        ["agent-case-zh-CN-1440-light"] = "case.png",
    };

    /// <summary>Takes one of what the window shows.</summary>
    public static async Task Take(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Source.Root, "artifacts", "screens")).FullName;
        var file = Path.Combine(folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        if (Environment.GetEnvironmentVariable("AFTERSALES_SCREENS") == "1" && Kept.TryGetValue(name, out var kept))
        {
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(Source.Root, "docs", "screens")).FullName, kept), overwrite: true);
        }
    }
}
