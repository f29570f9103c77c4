using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Performance;
using Bunit;

namespace AfterSales.Tests.Performance;

public sealed class PerformancePageTests
{
    [Fact]
    public async Task The_months_figures_that_come_late_do_not_stand_under_another_month()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Manager);
        IRenderedComponent<PerformancePage> page = null!;
        var answer = pages.Late(() => page = pages.Open<PerformancePage>("performance?period=2026-10"));
        pages.Go("performance?period=2026-09");
        var shown = Heads(page);

        await answer();

        Assert.Equal(shown, Heads(page));
    }

    [Fact]
    public async Task A_list_that_comes_late_does_not_stand_under_another_page()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<PerformancePage>("performance?period=2026-01");
        Heads(page);

        var answer = pages.Late(() => pages.Go("performance?period=2026-01&figure=K9"));
        pages.Go("performance?period=2026-01&figure=K9&page=2");
        page.WaitForElement("[data-test=counted] .empty");
        await answer();

        Assert.Empty(page.FindAll("[data-test=row]"));
        pages.Go("performance?period=2026-01&figure=K9");
        page.WaitForElement("[data-test=row]");
    }

    private static string Heads(IRenderedComponent<PerformancePage> page)
    {
        page.WaitForElement("[data-test=figures]");
        return page.Find("[data-test=figures] thead").TextContent;
    }
}
