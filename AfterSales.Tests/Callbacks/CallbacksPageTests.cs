using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Complaints;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Tests.Callbacks;

public sealed class CallbacksPageTests
{
    [Theory]
    [InlineData("3", CallbackShelf.Due)]
    [InlineData("nonsense", CallbackShelf.Due)]
    [InlineData("later", CallbackShelf.Later)]
    public Task A_shelf_is_asked_for_by_its_name_alone(string asked, CallbackShelf shown) => Shows<CallbacksPage>(
        $"callbacks?shelf={asked}&mine=true", shown, page => Assert.Equal("callbacks?shelf=Overdue&mine=true", page.Find("[data-test=shelf-Overdue]").GetAttribute("href")));

    [Theory]
    [InlineData("3", ComplaintShelf.Open)]
    [InlineData("closed", ComplaintShelf.Closed)]
    public Task So_it_is_with_complaints(string asked, ComplaintShelf shown) => Shows<ComplaintsPage>($"complaints?shelf={asked}&page=0", shown);

    private static async Task Shows<TPage>(string address, Enum shelf, Action<IRenderedComponent<TPage>>? and = null) where TPage : IComponent
    {
        await using var scene = await Scene.Open(Role.Agent);
        var page = scene.Pages.Open<TPage>(address);
        page.WaitForElement("[data-test=empty]");
        Assert.Equal($"shelf-{shelf}", page.Find("[data-test=shelves] [aria-current=page]").GetAttribute("data-test"));
        and?.Invoke(page);
    }
}
