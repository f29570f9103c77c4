using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Identity;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Identity;

public sealed class PeopleListTests
{
    /// <summary>The look for the name finds nothing, and the write finds it taken: as when two save at once on PostgreSQL.</summary>
    [Fact]
    public async Task Two_administrators_add_the_same_user_name_and_the_second_keeps_the_typing()
    {
        await using var house = await TestHouse.Open();
        await house.Read(db => db.Database.ExecuteSqlRawAsync(
            $"CREATE TRIGGER taken BEFORE INSERT ON People BEGIN UPDATE People SET NormalizedUserName = NEW.NormalizedUserName WHERE Id = {People.Agent}; END"));
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<PeopleList>("settings/people");

        page.WaitForElement("[data-test=add]").Click();
        page.Find("[data-test=username]").Change("newone");
        page.Find("[data-test=name]").Change("新人");
        page.Find("[data-test=password]").Change("Long-Enough-77");
        await page.InvokeAsync(() => page.FindComponent<MudBlazor.MudSelect<Role?>>().Instance.ValueChanged.InvokeAsync(Role.Engineer));
        await page.Find("[data-test=person-form]").SubmitAsync();

        Assert.Contains(pages.Texts["Shared.ChangedMeanwhile"], page.Markup, StringComparison.Ordinal);
        Assert.Equal("新人", page.Find("[data-test=name]").GetAttribute("value"));
    }
}
