using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Identity;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Identity;

public sealed class PeoplePageTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Who_is_locked_out_can_be_unlocked_and_nobody_else(string culture)
    {
        await using var house = await TestHouse.Open();
        var until = house.Now.AddMinutes(10);
        await house.Read(db => db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, until).SetProperty(p => p.AccessFailedCount, 0)));
        house.Clock.Offset = TimeSpan.FromDays(4);
        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var page = pages.Open<PeoplePage>("people?shelf=locked");
        Assert.Contains(pages.Texts["Identity.PersonShelf.Locked"], page.WaitForElement("table").TextContent, StringComparison.Ordinal);

        Assert.Equal("unlock-agent", Assert.Single(page.FindAll("[data-test^=unlock-]")).GetAttribute("data-test"));
        await page.Find("[data-test=unlock-agent]").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test^=unlock-]")));
        Assert.Null(await house.Read(db => db.Users.Where(p => p.Id == People.Agent).Select(p => p.LockoutEnd).SingleAsync()));
        Assert.Equal(People.Administrator, (await house.Read(db => db.AuditEntries.OrderBy(e => e.Id).LastAsync(e => e.EntityKey == "agent"))).PersonId);
    }

    /// <summary>The look for the name finds nothing, and the write finds it taken: as when two save at once on PostgreSQL.</summary>
    [Fact]
    public async Task Two_administrators_add_the_same_user_name_and_the_second_keeps_the_typing()
    {
        await using var house = await TestHouse.Open();
        await house.Read(db => db.Database.ExecuteSqlRawAsync(
            $"CREATE TRIGGER taken BEFORE INSERT ON People BEGIN UPDATE People SET NormalizedUserName = NEW.NormalizedUserName WHERE Id = {People.Agent}; END"));
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<PeoplePage>("people");

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
