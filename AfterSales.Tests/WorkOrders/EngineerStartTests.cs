using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.Start;
using AfterSales.Web.WorkOrders;
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

    [Fact]
    public async Task How_far_a_job_is_reads_the_same_at_the_start_in_the_list_and_on_its_page()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.Dispatched());
        var (house, pages, number) = scene;
        Reads("待接单");
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        Reads("已接单");
        await house.Mine((MyWork w) => w.Depart(number, null, house.Request));
        Reads("在途");
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));
        Reads("已到场");

        void Reads(string state)
        {
            Assert.Contains(state, pages.Open<EngineerStart>("").WaitForElement($"[data-test=job-{number}]").TextContent, StringComparison.Ordinal);
            Assert.Contains(state, pages.Open<WorkPage>("work").WaitForElement($"[data-test=job-{number}] .chip").TextContent, StringComparison.Ordinal);
            Assert.Equal(state, pages.Open<JobPage>($"work/{number}", set => set.Add(p => p.Number, number)).WaitForElement("[data-test=job-state]").TextContent);
        }
    }
}
