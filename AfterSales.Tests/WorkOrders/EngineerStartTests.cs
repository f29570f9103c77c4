using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Start;
using Bunit;

namespace AfterSales.Tests.WorkOrders;

public sealed class EngineerStartTests
{
    [Fact]
    public async Task Work_that_came_while_the_first_reading_was_late_stays()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.Case());
        IRenderedComponent<EngineerStart> page = null!;
        var answer = scene.Pages.Late(() => page = scene.Pages.Open<EngineerStart>(""));
        var number = await scene.House.Dispatched(scene.Number);
        page.WaitForElement($"[data-test=job-{number}]");

        await answer();

        Assert.NotEmpty(page.FindAll($"[data-test=job-{number}]"));
    }
}
