using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using AfterSales.Web.Settings;
using Bunit;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace AfterSales.Tests.Settings;

public sealed class AreaListTests
{
    [Fact]
    public async Task Another_supervisor_chosen_meanwhile_is_told_by_name()
    {
        await using var house = await TestHouse.Open();
        await house.Add(new Person { Id = 20, UserName = "super2", NormalizedUserName = "SUPER2", Name = "钱进", Role = Role.Supervisor });
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<AreaList>("settings/areas");
        page.WaitForElement("[data-test=edit-north]").Click();
        await page.InvokeAsync(() => page.FindComponent<MudSelect<long?>>().Instance.ValueChanged.InvokeAsync(null));
        var theirs = AreaForm.Of(await house.Read(db => db.Areas.SingleAsync(a => a.Code == "north")));
        theirs.SupervisorId = 20;
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(theirs, house.Request))).Ok);

        await page.Find("[data-test=dated-form]").SubmitAsync();

        Assert.Contains(pages.Texts["Shared.ChangedByOther", "钱进", "周伟"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_retired_while_its_conflict_is_read_is_told_as_gone_and_the_typing_stays()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<AreaList>("settings/areas");
        page.WaitForElement("[data-test=edit-north]").Click();
        await page.InvokeAsync(() => page.FindComponent<MudSelect<long?>>().Instance.ValueChanged.InvokeAsync(null));
        var theirs = AreaForm.Of(await house.Read(db => db.Areas.SingleAsync(a => a.Code == "north")));
        theirs.NameZh = "甲";
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var saved = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(theirs, house.Request));
        Assert.True(saved.Ok);

        var answer = pages.Late(() => page.Find("[data-test=dated-form]").Submit());
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await house.As(Role.Administrator).Ask((SettingsService s) => s.Retire<Area>(saved.Value, house.Request))).Ok);
        await answer();

        page.WaitForAssertion(() => Assert.Contains(pages.Texts["Settings.Gone"], page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("[data-test=dated-form]"));
    }
}
