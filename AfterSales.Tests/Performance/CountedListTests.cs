using System.Net;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Performance;
using Bunit;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Performance;

/// <summary>What a figure counted, on paper and as a workbook.</summary>
public sealed class CountedListTests
{
    private const string K9 = "period=2026-01&figure=K9";

    [Theory, BothDatabases]
    public async Task All_that_a_number_counted_is_taken_out_without_pages_and_the_trail_says_so(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 3; i++)
        {
            await house.KnownCustomer($"公司{i}");
        }

        var query = new CountedQuery(Period.Parse("2026-01")!, FigureKey.K9, Take: 2);
        var page = await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(query));
        var rows = await house.As(Role.Supervisor).Ask(async (PerformanceService p) => await (await p.TakeOut(query)).Value.Rows.ToListAsync());

        Assert.Equal((2, page.Count), (page.Rows.Count, rows.Count));
        Assert.Equal(page.Rows.Select(r => r.Number), rows.Take(2).Select(r => r.Number));
        var told = Assert.Single((await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new() { Entity = ExportTrail.Entity }))).Rows);
        Assert.Equal(("performance", "period=2026-01 · figure=K9 · set=all", "3"), (told.Key, told.Changes[1].To, told.Changes[2].To));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Agent).Ask((PerformanceService p) => p.TakeOut(query)));
    }

    [Theory, BothDatabases]
    public async Task What_was_counted_is_ordered_by_its_day_its_area_or_its_amount_either_way(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var codes = new List<string>();
        foreach (var (name, area, on, filed) in new[] { ("甲", "south", 5, 6), ("乙", "north", 7, 27), ("丙", "south", 9, 10) })
        {
            var known = await house.KnownCustomer(name, area: area);
            codes.Add(known.Customer.Code);
            await house.Read(db => db.Customers.Where(c => c.Id == known.Customer.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.FirstContactOn, new DateOnly(2026, 1, on)).SetProperty(c => c.FiledOn, new DateOnly(2026, 1, filed))));
        }

        async Task Stands(CountedOrder order, bool down, params int[] wanted)
        {
            var query = new CountedQuery(Period.Parse("2026-01")!, FigureKey.K9) { Order = order, Down = down };
            Assert.Equal(wanted.Select(i => codes[i]), (await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(query))).Rows.Select(r => r.Number));
        }

        await Stands(CountedOrder.Began, false, 0, 1, 2);
        await Stands(CountedOrder.Began, true, 2, 1, 0);
        await Stands(CountedOrder.Area, false, 1, 0, 2);
        await Stands(CountedOrder.Area, true, 2, 0, 1);
        await Stands(CountedOrder.Amount, false, 1, 0, 2);
        await Stands(CountedOrder.Amount, true, 2, 0, 1);
    }

    [Theory, BothDatabases]
    public async Task A_result_is_ordered_by_its_score_or_by_how_late_it_was_the_latest_first(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await house.OpenCase(known));
            house.Time.Advance(TimeSpan.FromHours(2));
        }

        var numbers = await house.Read(db => db.Cases.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());
        async Task Stands(FigureKey key, bool down, params int[] wanted)
        {
            var query = new CountedQuery(Period.Parse("2026-11")!, key) { Order = CountedOrder.Amount, Down = down };
            Assert.Equal(wanted.Select(i => numbers[i]), (await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(query))).Rows.Select(r => r.Number));
        }

        house.Time.Advance(TimeSpan.FromHours(19));
        Assert.True((await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(numbers[0], new() { Text = "明天上门" }, house.Request))).Ok);
        house.Time.Advance(TimeSpan.FromHours(12));
        await Stands(FigureKey.K5, false, 1, 2, 0);
        await Stands(FigureKey.K5, true, 0, 2, 1);

        foreach (var (id, score) in ids.Zip([5, 2, 4]))
        {
            await house.Resolve(id);
            await house.Answer(id, score);
        }

        await Stands(FigureKey.K1, false, 1, 2, 0);
        await Stands(FigureKey.K1, true, 0, 2, 1);
    }

    [Theory, BothDatabases]
    public async Task What_a_figure_counted_is_kept_as_a_view_by_those_who_may_see_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        const string Seen = "performance?period=2026-01&by=area&figure=K7&set=miss&group=north&order=-amount";
        Assert.True((await house.As(Role.Manager).Ask((SavedViews v) => v.Save("performance", Seen + "&page=3&x=1", new() { Name = "北区超时", Shared = true }, house.Request))).Ok);
        Assert.Equal(Seen, Assert.Single(await house.As(Role.Supervisor).Ask((SavedViews v) => v.Of("performance"))).Href);
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Agent).Ask((SavedViews v) => v.Of("performance")));
    }

    [Fact]
    public async Task Its_heads_order_it_and_its_views_are_at_hand()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<PerformancePage>($"performance?{K9}&order=-area");
        Assert.Equal(("descending", "↓"), (page.WaitForElement("[data-test=counted] [data-test=sort-area]").ParentElement!.GetAttribute("aria-sort"), page.Find("[data-test=counted] [data-test=sort-area] span").TextContent));
        Assert.Equal("performance?period=2026-01&by=area&figure=K9&set=all&order=area", page.Find("[data-test=sort-area]").GetAttribute("href"));
        Assert.Equal("performance?period=2026-01&by=area&figure=K9&set=all", page.Find("[data-test=sort-began]").GetAttribute("href"));
        Assert.EndsWith("order=-area", page.Find("[data-test=counted-xlsx]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-test=counted] [data-test=saved-views]"));
        Assert.Empty(MissingTexts.In(page.Markup));
    }

    [Fact]
    public async Task The_workbook_and_the_print_view_show_the_pages_list_and_no_other_sites_link_takes_anything_out()
    {
        await using var web = await WebHouse.Open();
        await using var house = new TestHouse(web.Storage, keep: true);
        var known = await house.KnownCustomer("济南机械");
        var manager = await web.SignedIn(Role.Manager);

        using var book = new XLWorkbook(await manager.GetStreamAsync($"/performance/counted.xlsx?{K9}"));
        var rows = Assert.Single(book.Worksheets).RowsUsed().Select(r => r.CellsUsed().Select(c => c.GetFormattedString()).ToList()).ToList();
        Assert.Equal(["客户编号", "客户", "片区"], rows[0].Take(3));
        Assert.Equal([known.Customer.Code, "济南机械"], rows[1].Take(2));
        Assert.Equal(2, rows.Count);

        var print = await manager.GetStringAsync($"/performance/counted/print?{K9}");
        Assert.Contains("济南机械", WebUtility.HtmlDecode(print), StringComparison.Ordinal);
        foreach (var nonsense in new[] { "period=2026-01", "period=2026-01&figure=K99", "period=x&figure=K9" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/performance/counted.xlsx?{nonsense}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/performance/counted/print?{nonsense}")).StatusCode);
        }

        using var report = await manager.GetAsync("/performance/report.xlsx?period=2026-01");
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        Assert.Equal(["period=2026-01 · figure=K9 · set=all", "period=2026-01"], (await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new() { Entity = ExportTrail.Entity }))).Rows.OrderBy(r => r.Id).Select(r => r.Changes[1].To));
        foreach (var address in new[] { "/performance/report.xlsx?period=2026-01", $"/performance/counted.xlsx?{K9}", "/lists/customers.xlsx", $"/customers/{known.Customer.Code}/data.json", "/import/records.xlsx" })
        {
            using var elsewhere = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
            Assert.Equal(HttpStatusCode.Forbidden, (await manager.SendAsync(elsewhere)).StatusCode);
        }

        var refused = await (await web.SignedIn(Role.Agent)).GetAsync($"/performance/counted.xlsx?{K9}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("data-test=\"forbidden\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
