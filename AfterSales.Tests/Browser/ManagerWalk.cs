using AfterSales.Core.Identity;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>The manager's day: the month in figures, as a summary to print and as a PDF.</summary>
[Collection("Browser")]
public sealed class ManagerWalk(SampleSite house)
{
    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task The_month_is_read_printed_and_taken_as_a_pdf(string culture, int width)
    {
        await using var visitor = await house.Visit(Role.Manager, new Screen(culture, width, false));
        await visitor.Go("/");
        await visitor.Picture("start");
        await visitor.Sound("the manager's start page");
        await visitor.Go("/performance");
        await visitor.Test("figures").WaitForAsync();

        var address = await visitor.Test("pdf").GetAttributeAsync("href");
        var pdf = await visitor.Page.Context.APIRequest.GetAsync("/" + address!.TrimStart('/'));
        await visitor.Go("/" + (await visitor.Test("print").GetAttributeAsync("href"))!.TrimStart('/'));
        await visitor.Picture("summary");
        await visitor.Sound("the summary's print view");

        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await pdf.BodyAsync())[..5]), StringComparison.Ordinal);
        await Expect(visitor.Page.Locator("table")).Not.ToHaveCountAsync(0);
        visitor.NoFault();
    }
}
