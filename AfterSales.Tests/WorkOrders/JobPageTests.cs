using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class JobPageTests
{
    [Fact]
    public async Task What_is_missing_leads_to_its_part_and_completing_says_all_of_it()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        var end = await End(house, pages, number);
        var gaps = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Gaps;

        Assert.NotEmpty(gaps);
        Assert.Equal(gaps.Select(g => $"work/{number}?part={g.Field}"), end.FindAll("[data-test=gaps] a").Select(a => a.GetAttribute("href")));

        await end.Find("[data-test=complete]").ClickAsync(new());

        end.WaitForAssertion(() => Assert.Equal("alert", end.Find("[data-test=gaps]").GetAttribute("role")));
        Assert.Empty(end.FindAll("[data-test=refused]"));
        Assert.Equal(WorkOrderStatus.InProgress, (await house.Read(db => db.WorkOrders.SingleAsync())).Status);
    }

    [Fact]
    public async Task R11_the_customers_word_on_the_quote_is_recorded_on_site()
    {
        await using var scene = await Scene.Open(Role.Engineer, async house => await house.OnSite(await house.Registered((await house.KnownCustomer(acceptedOn: new(2025, 11, 24))).Repair())));
        var (_, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}", set => set.Add(p => p.Number, number));

        await page.WaitForElement("[data-test=accept-quote]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=accept-quote]")));
    }

    [Fact]
    public async Task A_gap_told_on_completing_is_told_no_more_once_it_is_filled()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        await house.Mine((Reporting r) => r.SaveSatisfaction(number, new SatisfactionForm { Score = 5 }, house.Request));
        var page = pages.Open<JobPage>($"work/{number}?part=Customer", set => set.Add(p => p.Number, number));
        await page.WaitForElement("[data-test=complete]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("签字", page.Find("[data-test=gaps][role=alert]").TextContent, StringComparison.Ordinal));

        await house.Mine((Reporting r) => r.Sign(number, "张工", Jobs.Png, house.Request));
        house.Time.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.DoesNotContain("签字", page.Find("[data-test=gaps][role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=refused]"));
    }

    [Fact]
    public async Task R1_the_next_visit_is_offered_in_time_to_have_it_handled_and_says_so()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();
        await house.Mine((JobEnding e) => e.EndUnfinished(number, "part", null, null, house.Request));

        var page = pages.Open<JobPage>($"work/{number}", set => set.Add(p => p.Number, number));

        // Due 96 h after the intake of the 24th.
        Assert.Equal("2026-11-27", page.WaitForElement("[data-test=plan-next] [data-test=day]").GetAttribute("value"));
        Assert.Equal("true", page.Find("[data-test=kind-Afternoon]").GetAttribute("aria-checked"));
        var told = page.Find("[data-test=keeps]");
        Assert.Equal("Kept", told.GetAttribute("data-keeping"));
        Assert.Contains("处理完毕", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 小时", told.TextContent, StringComparison.Ordinal);

        page.Find("[data-test=day]").Change("2026-11-28");
        page.Find("[data-test=kind-Morning]").Click();

        Assert.Equal("Tight", page.Find("[data-test=keeps]").GetAttribute("data-keeping"));
        Assert.Contains("做完", page.Find("[data-test=keeps]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_stands_against_completing_is_told()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        var end = await End(house, pages, number);
        var reason = (await house.Book()).Terms(TermKind.UnfinishedReason)[0].Code;
        await house.Mine((JobEnding e) => e.EndUnfinished(number, reason, null, null, house.Request));

        await end.Find("[data-test=complete]").ClickAsync(new());

        Assert.Equal(pages.Texts["WorkOrders.NotOnSite"], end.WaitForElement("[data-test=refused]").TextContent.Trim());
    }

    [Fact]
    public async Task Half_a_report_is_kept_and_what_R31_still_asks_for_stands_under_each_field()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}?part=Findings", set => set.Add(p => p.Number, number));

        page.WaitForElement("[data-test=UserName]").Change("张工");
        page.Find("[data-test=report]").Submit();

        page.WaitForElement("[data-test=wrong-Remedy]");
        Assert.Equal("张工", (await house.Read(db => db.ServiceReports.SingleAsync())).UserName);
        foreach (var field in new[] { "ConfirmedSymptom", "Cause", "Remedy", "Hours" })
        {
            Assert.NotEmpty(page.FindAll($"[data-test=wrong-{field}]"));
            Assert.Equal("true", page.Find($"[data-test={field}]").GetAttribute("aria-invalid"));
        }

        Assert.Equal("", string.Join('|', page.FindAll("[data-test=wrong-UserName]").Select(e => e.TextContent)));
    }

    [Fact]
    public async Task A_full_report_shows_no_gap_and_completes()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        await house.Filled(number);
        await house.Mine((Reporting r) => r.CalledHeadquarters(number, null, house.Request));
        var end = await End(house, pages, number);

        Assert.Empty(end.FindAll("[data-test=gaps]"));
        await end.Find("[data-test=complete]").ClickAsync(new());

        end.WaitForAssertion(() => Assert.Equal(WorkOrderStatus.Completed, house.Read(db => db.WorkOrders.SingleAsync()).Result.Status));
    }

    /// <summary>The meter was read lower since: no gap of the report, though it is of its findings.</summary>
    [Fact]
    public async Task What_completing_is_refused_for_beside_the_gaps_is_told_too()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        await house.Filled(number);
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, Core.Assets.MeterUnit.Km)));
        await house.Read(db => db.ServiceReports.ExecuteUpdateAsync(set => set.SetProperty(r => r.MeterValue, 100)));
        await using (var db = house.Db())
        {
            db.MeterReadings.Add(new() { AssetId = await db.Assets.Select(a => a.Id).SingleAsync(), ReadOn = house.Clock.Today, Value = 12_000 });
            await db.SaveChangesAsync();
        }

        var end = await End(house, pages, number);
        await end.Find("[data-test=complete]").ClickAsync(new());

        Assert.NotEmpty(end.WaitForElement("[data-test=refused]").TextContent.Trim());
        Assert.Equal($"work/{number}?part=Findings", end.Find("[data-test=refused] a").GetAttribute("href"));
        Assert.Empty(end.FindAll("[data-test=gaps]"));
    }

    [Fact]
    public async Task After_a_late_arrival_an_exemption_can_still_be_asked()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.Dispatched());
        var (house, pages, number) = scene;
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromDays(4));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));
        Assert.Equal(PromiseState.Late, (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Arrival!.State);
        var part = await Exemption(house, pages, number);

        part.Find("[data-test=exempt-reason]").Change((await house.Book()).Terms(TermKind.ExemptionReason)[0].Code);
        part.Find("form").Submit();

        part.WaitForAssertion(() => Assert.NotNull(house.Read(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.Arrival)).Result.ExemptionReason));
        Assert.Single((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read(null, "north"))).Approvals);
        Assert.Empty((await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read(null, "south"))).Approvals);
    }

    [Fact]
    public async Task A_kept_arrival_promise_offers_no_exemption()
    {
        await using var scene = await Scene.Open(Role.Engineer);
        var (house, pages, _) = scene;

        var part = await Exemption(house, pages, await house.OnSite());

        Assert.Empty(part.FindAll("[data-test=exemption]"));
    }

    [Fact]
    public async Task What_was_read_before_the_job_went_on_and_comes_after_it_is_not_shown()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.Dispatched());
        var (house, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}", set => set.Add(p => p.Number, number));
        page.WaitForElement("[data-test=accept]");
        var answer = pages.Late(() => pages.Go($"work/{number}?part=Customer"));
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=accept]")));

        await answer();

        Assert.Empty(page.FindAll("[data-test=accept]"));
    }

    /// <summary>Decision 0009: the one link that leaves the house tells the map the address and nothing else.</summary>
    [Fact]
    public async Task The_way_there_is_shown_in_a_window_that_knows_nothing_of_the_page()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}", set => set.Add(p => p.Number, number));
        var place = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Place!;

        var link = page.WaitForElement("[data-test=navigate]");

        Assert.Equal($"https://uri.amap.com/search?keyword={Uri.EscapeDataString(place.Address)}", link.GetAttribute("href"));
        Assert.Equal(("_blank", "noopener noreferrer"), (link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    private static Task<IRenderedComponent<JobEnd>> End(TestHouse house, PageHouse pages, string number) =>
        Part<JobEnd>(house, pages, number, (set, job, book) => set.Add(p => p.Job, job).Add(p => p.Book, book));

    private static Task<IRenderedComponent<JobExemption>> Exemption(TestHouse house, PageHouse pages, string number) =>
        Part<JobExemption>(house, pages, number, (set, job, book) => set.Add(p => p.Job, job).Add(p => p.Book, book));

    private static async Task<IRenderedComponent<TPart>> Part<TPart>(
        TestHouse house, PageHouse pages, string number, Action<ComponentParameterCollectionBuilder<TPart>, JobView, ListBook> set) where TPart : IComponent
    {
        var (job, book) = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number)), await house.Book());
        return pages.Open<TPart>($"work/{number}", to => set(to, job, book));
    }
}
