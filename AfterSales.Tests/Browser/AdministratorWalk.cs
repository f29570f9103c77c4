using AfterSales.Core.Identity;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>The administrator's day: settings, the audit trail, the jobs that nobody else may see.</summary>
[Collection("Browser")]
public sealed class AdministratorWalk(SampleSite house)
{
    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task Start_settings_audit_and_jobs_are_there(string culture, int width)
    {
        await using var visitor = await house.Visit(Role.Administrator, new Screen(culture, width, false));
        foreach (var (address, name) in new[] { ("/", "start"), ("/settings", "settings"), ("/audit", "audit") })
        {
            await visitor.Go(address);
            await visitor.Picture(name);
            await visitor.Sound(address);
        }

        var jobs = await visitor.Page.Context.APIRequest.GetAsync("/jobs/recurring");

        Assert.Equal(200, jobs.Status);
        Assert.Contains("breach-check", await jobs.TextAsync(), StringComparison.Ordinal);
        visitor.NoFault();
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Engineer)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Manager)]
    public async Task Jobs_are_the_administrators_and_the_audit_trail_is_the_managers_too(Role role)
    {
        await using var visitor = await house.Visit(role, Screen.Desk);
        var jobs = await visitor.Page.Context.APIRequest.GetAsync("/jobs", new() { MaxRedirects = 0 });
        await visitor.Go("/audit");

        Assert.NotEqual(200, jobs.Status);
        await Expect(visitor.Test("forbidden")).ToBeVisibleAsync(new() { Visible = role != Role.Manager });
    }
}
