using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Complaints;
using Bunit;

namespace AfterSales.Tests.Callbacks;

public sealed class CallbacksPageTests
{
    [Theory]
    [InlineData("3", CallbackShelf.Due)]
    [InlineData("nonsense", CallbackShelf.Due)]
    [InlineData("later", CallbackShelf.Later)]
    public async Task A_shelf_is_asked_for_by_its_name_alone(string asked, CallbackShelf shown)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CallbacksPage>($"callbacks?shelf={asked}&mine=true");
        page.WaitForElement("[data-test=empty]");
        Assert.Equal($"shelf-{shown}", page.Find("[data-test=shelves] [aria-current=page]").GetAttribute("data-test"));
        Assert.Equal("callbacks?shelf=Overdue&mine=true", page.Find("[data-test=shelf-Overdue]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("3", ComplaintShelf.Open)]
    [InlineData("closed", ComplaintShelf.Closed)]
    public async Task So_it_is_with_complaints(string asked, ComplaintShelf shown)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<ComplaintsPage>($"complaints?shelf={asked}&page=0");
        page.WaitForElement("[data-test=empty]");
        Assert.Equal($"shelf-{shown}", page.Find("[data-test=shelves] [aria-current=page]").GetAttribute("data-test"));
    }
}
