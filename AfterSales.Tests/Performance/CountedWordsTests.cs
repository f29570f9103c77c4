using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Performance;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Performance;

/// <summary>What the list behind a figure says of each thing that it counted, and how it is ordered by area.</summary>
public sealed class CountedWordsTests
{
    private static readonly ResourceTexts Texts = new(CultureInfo.GetCultureInfo("zh-CN"));

    [Theory, BothDatabases]
    public async Task A_late_answer_is_called_late_none_is_called_none_and_a_windows_end_is_its_last_day(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await house.OpenCase(known));
            await house.Resolve(ids[i]);
            house.Time.Advance(TimeSpan.FromMinutes(1));
        }

        house.SetLocal(2026, 11, 27, 9);
        await house.Answer(ids[0], 5);
        house.SetLocal(2026, 12, 3, 9);
        await house.Answer(ids[1], 4);

        var query = new CountedQuery(Period.Parse("2026-12")!, FigureKey.K8);
        var page = await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(query));
        var shown = new Shown(Texts, TestHouse.Zone);
        var words = new CountedWords(FigureKey.K8, Texts, shown, new FigureShown(Texts, shown), page.Cutoff, page.Names);
        Assert.Equal([Texts["Performance.List.Kept"], Texts["Performance.List.AnsweredLate"], Texts["Performance.List.NotAnswered"]], page.Rows.Select(words.Result));
        Assert.All(page.Rows, row => Assert.StartsWith(Texts["Performance.List.Due", "12-01"] + (row.Given is null ? "" : " · "), words.Detail(row), StringComparison.Ordinal));
        Assert.DoesNotContain("00:00", string.Concat(page.Rows.Select(words.Detail)), StringComparison.Ordinal);

        var ordered = await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(query with { Order = CountedOrder.Amount }));
        Assert.Equal([Texts["Performance.List.NotAnswered"], Texts["Performance.List.AnsweredLate"], Texts["Performance.List.Kept"]], ordered.Rows.Select(words.Result));
    }

    [Theory, BothDatabases]
    public async Task By_area_it_stands_as_the_areas_are_listed_what_has_none_last_either_way(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        foreach (var (name, area) in new[] { ("甲", "centralwest"), ("乙", null), ("丙", "east"), ("丁", "southwest") })
        {
            var known = await house.KnownCustomer(name, area: "north");
            await house.Read(db => db.Customers.Where(c => c.Id == known.Customer.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Area, area)));
        }

        async Task<string> Stands(bool down) => string.Concat((await house.As(Role.Manager).Ask((PerformanceService p) => p.Counted(
            new(Period.Parse("2026-01")!, FigureKey.K9) { Order = CountedOrder.Area, Down = down }))).Rows.Select(r => r.Customer));
        Assert.Equal("丙丁甲乙", await Stands(false));
        Assert.Equal("甲丁丙乙", await Stands(true));
    }
}
