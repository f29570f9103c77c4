using System.Text;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Web.Shared;

namespace AfterSales.Bench;

/// <summary>A month's figures and its papers.</summary>
internal static class FigurePaths
{
    private const int WorkbookCases = 2000;
    private const int SomeTables = 100, LongPages = 200;

    public static async Task Measure(BenchHouse house, Table table)
    {
        var period = Period.Of(house.Clock.Today.AddMonths(-1), PeriodKind.Month);
        var (from, to) = (house.Clock.StartOf(period.First).ToUnixTimeMilliseconds(), house.Clock.StartOf(period.End).ToUnixTimeMilliseconds());
        Task Floor(string by) => house.Raw($"SELECT {by}, count(*), sum(RepliedAt <= ReplyDueAt), sum(ArrivedAt <= ArrivalDueAt), sum(ResolvedAt <= HandlingDueAt) FROM CaseFacts WHERE OpenedAt >= {from} AND OpenedAt < {to} GROUP BY 1");
        await table.Line("a month's figures, grouped by area", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Area)), () => Floor("Area"));
        await table.Line("a month's figures, grouped by engineer", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Engineer)), () => Floor("EngineerId"));
        await table.Line("the months of a trend, thirteen times not grouped", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.Trend(period)));
        await Papers(house, table, period);
    }

    /// <summary>The month's own papers, cut to 2,000 cases; and a long one of about 200 pages, with the engineers' table many times over.</summary>
    private static async Task Papers(BenchHouse house, Table table, Period period)
    {
        var report = (await house.Ask(Role.Manager, (PerformanceReporting reports) => reports.Report(period, cases: true))).Value;
        var (texts, zone) = (new ResourceTexts(), house.Clock.Zone);
        var some = report with { Cases = [.. report.Cases.Take(WorkbookCases)] };
        await table.Line($"the month's workbook, {some.Cases.Count} cases", () => Task.FromResult(new PerformanceSheet(texts, zone).Write(some)));
        await table.Line("the month's PDF", () => Task.FromResult(new PerformancePdf(texts, zone, "").Write(report)));
        PerformanceReport Long(int times) => report with { Engineers = [.. Enumerable.Repeat(report.Engineers, times).SelectMany(g => g)] };
        int Pages(PerformanceReport of) => Encoding.Latin1.GetString(new PerformancePdf(texts, zone, "").Write(of)).Split("/Type /Page\n").Length - 1;
        var most = Long(SomeTables * LongPages / Pages(Long(SomeTables)) + 1);
        await table.Line($"a PDF of {Pages(most)} pages", () => Task.FromResult(new PerformancePdf(texts, zone, "").Write(most)));
    }
}
