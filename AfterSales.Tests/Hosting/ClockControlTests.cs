using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Hosting;
using AfterSales.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace AfterSales.Tests.Hosting;

public sealed class ClockControlTests
{
    [Fact]
    public async Task Moving_the_clock_breaks_promises_at_once_and_there_is_no_way_back()
    {
        await using var house = await Open("Development");
        var id = await house.OpenCase(await house.KnownCustomer());
        var before = house.Now;

        Assert.True((await Move(house, Role.Administrator, 2, 1)).Ok);
        Assert.Equal(before.AddHours(49), house.Now);
        Assert.Contains(CaseEventKind.PromiseBroken, await house.TimelineOf(id));

        Assert.Equal("Days", Assert.Single((await Move(house, Role.Administrator, -1, 0)).Problems).Field);
        Assert.Equal(["Days", "Hours"], (await Move(house, Role.Administrator, 999_999, 24)).Problems.Select(p => p.Field));
        Assert.Equal("Start.ClockStays", (await Move(house, Role.Administrator, 0, 0)).Problems[0].Code);
        Assert.Equal(before.AddHours(49), house.Now);
    }

    [Fact]
    public async Task Neither_in_production_nor_by_anybody_else()
    {
        await using var production = await Open("Production");
        await Assert.ThrowsAsync<ForbiddenException>(() => Move(production, Role.Administrator, 1, 0));
        await using var house = await Open("Development");
        await Assert.ThrowsAsync<ForbiddenException>(() => Move(house, Role.Manager, 1, 0));
    }

    private static Task<Result> Move(TestHouse house, Role role, int days, int hours) =>
        house.As(role).Ask((ClockControl control) => control.Move(days, hours));

    private static Task<TestHouse> Open(string environment) => TestHouse.Open(more: services =>
    {
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        services.AddSingleton<SystemScope>();
        services.AddScoped<ClockControl>();
    });
}
