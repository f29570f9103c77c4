using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Start;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Integrity;

public sealed class AdministratorStartTests
{
    [Theory]
    [InlineData("zh-CN", "2026-11-24 (周二)")]
    [InlineData("en", "Tue 24 Nov 2026")]
    public async Task It_is_headed_by_the_companys_day_and_every_line_says_what_it_is(string culture, string day)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var page = pages.Open<StartPage>("");

        Assert.Equal(6, page.WaitForElement("[data-test=start-system] tbody").QuerySelectorAll("tr").Length);
        Assert.Contains(day, page.Find(".pagehead").TextContent, StringComparison.Ordinal);
        Assert.Contains(pages.Texts["Start.NoBackup"], page.Find("[data-test=start-system]").TextContent, StringComparison.Ordinal);
        Assert.Empty(MissingTexts.In(page.Markup));
    }

    /// <summary>PostgreSQL's copies are made past this program, which can't know of them: nothing to warn of.</summary>
    [Theory]
    [BothDatabases("zh-CN")]
    [BothDatabases("en")]
    public async Task Of_a_backup_it_warns_only_where_it_would_know_of_one(StorageProvider provider, string culture)
    {
        await using var house = await TestHouse.Open(provider);
        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var line = pages.Open<StartPage>("").WaitForElement("[data-test=start-system] tbody").QuerySelectorAll("tr")[^1].TextContent;

        var embedded = provider == StorageProvider.Sqlite;
        Assert.Equal((embedded, embedded, !embedded), (line.Contains('▲'), line.Contains("backup FILE", StringComparison.Ordinal), line.Contains("pg_dump", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Who_is_locked_out_stands_there_by_name(string culture)
    {
        await using var house = await TestHouse.Open();
        var until = house.Now.AddMinutes(10);
        await house.Read(db => db.Users.Where(p => p.Id == People.Engineer).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, until)));
        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var page = pages.Open<StartPage>("");

        page.WaitForElement("[data-test=start-system] tbody");
        Assert.Contains("王强", page.Markup, StringComparison.Ordinal);
        Assert.Empty(MissingTexts.In(page.Markup));
    }
}
