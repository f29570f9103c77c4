using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

/// <summary>The report on a page, while another device saves it too.</summary>
public sealed class TwoDevicesTests
{
    [Fact]
    public async Task What_another_device_saves_while_a_save_is_under_way_comes_in_and_is_not_written_over()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}?part=Findings", set => set.Add(p => p.Number, number));
        page.WaitForElement("[data-test=Remedy]").Change("更换密封圈");
        var others = 0;
        using var between = house.Get<ChangeFeed>().Listen(_ =>
        {
            if (Interlocked.Increment(ref others) == 1)
            {
                Task.Run(() => Elsewhere(house, number, f => f.CauseText = "密封圈老化")).GetAwaiter().GetResult();
            }
        });

        page.Find("[data-test=report]").Submit();
        page.WaitForElement("[data-test=wrong-Hours]");
        page.WaitForAssertion(() => Assert.Equal("密封圈老化", page.Find("[data-test=CauseText]").GetAttribute("value") ?? page.Find("[data-test=CauseText]").TextContent));
        page.Find("[data-test=UserName]").Change("张工");
        page.Find("[data-test=report]").Submit();

        page.WaitForAssertion(() => Assert.Equal("张工", house.Read(db => db.ServiceReports.SingleAsync()).Result.UserName));
        var report = await house.Read(db => db.ServiceReports.SingleAsync());
        Assert.Equal(("更换密封圈", "密封圈老化"), (report.Remedy, report.CauseText));
    }

    /// <summary>The form has not heard of it yet when it sends.</summary>
    [Fact]
    public async Task What_another_device_saved_is_told_and_own_typing_is_not()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        await house.Filled(number);
        var (job, book) = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number)), await house.Book());
        var form = pages.Open<JobReportForm>($"work/{number}", set => set.Add(p => p.Job, job).Add(p => p.Book, book));
        form.Find("[data-test=Remedy]").Change("紧固螺栓");
        await Elsewhere(house, number, f => f.Hours = 4);

        form.Find("[data-test=report]").Submit();

        form.WaitForElement("[data-test=wrong-Hours]");
        Assert.Empty(form.FindAll("[data-test=wrong-Remedy]"));
    }

    /// <summary>R31's gaps stand beside it, and a full report is not left while it is to be read.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_typed_while_a_save_is_under_way_stays_and_the_others_change_is_told_beside_it(bool full)
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        if (full)
        {
            await house.Filled(number);
        }

        var page = pages.Open<JobPage>($"work/{number}?part=Findings", set => set.Add(p => p.Number, number));
        page.WaitForElement("[data-test=Remedy]").Change("紧固螺栓");
        var others = 0;
        using var between = house.Get<ChangeFeed>().Listen(_ =>
        {
            if (Interlocked.Increment(ref others) == 1)
            {
                Task.Run(() => Elsewhere(house, number, f => f.Remedy = "换油封")).GetAwaiter().GetResult();
            }
        });
        var answer = pages.Late(() => page.Find("[data-test=report]").Submit());
        page.Find("[data-test=Remedy]").Change("紧固螺栓，试机");

        await answer();

        page.WaitForAssertion(() => Assert.Contains("换油封", page.Find("[data-test=wrong-Remedy]").TextContent, StringComparison.Ordinal));
        Assert.Equal("紧固螺栓，试机", Value(page, "Remedy"));
        Assert.Equal(full, page.FindAll("[data-test=wrong-Hours]").Count == 0);
    }

    private static string? Value(IRenderedComponent<JobPage> page, string field) => page.Find($"[data-test={field}]") is var found ? found.GetAttribute("value") ?? found.TextContent : null;

    /// <summary>The same engineer's other device changes what is stored.</summary>
    private static async Task Elsewhere(TestHouse house, string number, Action<ReportForm> change)
    {
        var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Report.Form;
        change(form);
        await house.Mine((Reporting r) => r.Save(number, form, house.Request));
    }
}
