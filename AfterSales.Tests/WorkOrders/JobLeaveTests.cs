using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;

namespace AfterSales.Tests.WorkOrders;

/// <summary>A job's page isn't left with something typed on it before the engineer was asked (answered "no" here).</summary>
public sealed class JobLeaveTests
{
    [Theory]
    [InlineData("", "等配件")]
    [InlineData("part", "")]
    public async Task Why_a_visit_ends_unfinished(string reason, string note)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();

        Stays(pages, number, page =>
        {
            page.Find("[data-test=unfinished-reason]").Change(reason);
            page.Find("[data-test=unfinished-note]").Change(note);
        });
    }

    [Fact]
    public async Task Why_an_arrival_is_late()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await Accepted(house);

        Stays(pages, number, page =>
        {
            page.Find("[data-test=exempt-reason]").Change("");
            page.Find("[data-test=exempt-note]").Change("高速封路");
        });
    }

    [Fact]
    public async Task When_something_happened()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await Accepted(house);

        Stays(pages, number, page => page.Find("[data-test=step-at]").Change("2026-11-24T10:30:00"));
    }

    [Fact]
    public async Task When_the_next_visit_is()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();
        await house.Mine((JobEnding e) => e.EndUnfinished(number, "part", null, null, house.Request));

        Stays(pages, number, page => page.Find("[data-test=day-2]").Click());
    }

    [Theory]
    [InlineData("signer", "李工")]
    [InlineData("no-signature-reason", "refused")]
    public async Task Who_signs_or_why_nobody_does(string field, string typed)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();

        Stays(pages, number, page => page.Find($"[data-test={field}]").Change(typed));
    }

    [Fact]
    public async Task Nothing_typed_asks_nothing()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();
        Open(pages, number);

        pages.Go("cases");

        Assert.Equal("cases", pages.Address);
    }

    private static async Task<string> Accepted(TestHouse house)
    {
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        return number;
    }

    private static void Stays(PageHouse pages, string number, Action<IRenderedComponent<JobPage>> type)
    {
        type(Open(pages, number));
        pages.Go("cases");
        Assert.Equal($"work/{number}?part=Customer", pages.Address);
    }

    private static IRenderedComponent<JobPage> Open(PageHouse pages, string number)
    {
        var page = pages.Open<JobPage>($"work/{number}?part=Customer", set => set.Add(p => p.Number, number));
        page.WaitForElement("[data-test=head]");
        return page;
    }
}
