using System.Text;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Web.Shared;

namespace AfterSales.Bench;

/// <summary>A month's figures and its papers.</summary>
internal static class FigurePaths
{
    private const int WorkbookCases = 2000;
    private const int LongTable = 500;

    public static async Task Measure(BenchHouse house, Table table)
    {
        var period = Period.Of(house.Clock.Today.AddMonths(-1), PeriodKind.Month);
        var (from, to) = (house.Clock.StartOf(period.First).ToUnixTimeMilliseconds(), house.Clock.StartOf(period.End).ToUnixTimeMilliseconds());
        Task Floor(string by) => house.Raw($"SELECT {by}, count(*), sum(RepliedAt <= ReplyDueAt), sum(ArrivedAt <= ArrivalDueAt), sum(ResolvedAt <= HandlingDueAt) FROM CaseFacts WHERE OpenedAt >= {from} AND OpenedAt < {to} GROUP BY 1");
        await table.Line("a month's figures, grouped by area", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Area)), () => Floor("Area"));
        await table.Line("a month's figures, grouped by engineer", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Engineer)), () => Floor("EngineerId"));
        await Papers(house, table, period);
    }

    /// <summary>The month's own papers, cut to 2,000 cases; and a long one, with the engineers' table many times over.</summary>
    private static async Task Papers(BenchHouse house, Table table, Period period)
    {
        var report = (await house.Ask(Role.Manager, (PerformanceReporting reports) => reports.Report(period, cases: true))).Value;
        var (texts, zone) = (new ResourceTexts(), house.Clock.Zone);
        var some = report with { Cases = [.. report.Cases.Take(WorkbookCases)] };
        await table.Line($"the month's workbook, {some.Cases.Count} cases", () => Task.FromResult(new PerformanceSheet(texts, zone).Write(some)));
        await table.Line("the month's PDF", () => Task.FromResult(new PerformancePdf(texts, zone, "").Write(report)));
        var most = report with { Engineers = [.. Enumerable.Repeat(report.Engineers, LongTable).SelectMany(g => g)] };
        var pages = Encoding.Latin1.GetString(new PerformancePdf(texts, zone, "").Write(most)).Split("/Type /Page\n").Length - 1;
        await table.Line($"a PDF of {pages} pages", () => Task.FromResult(new PerformancePdf(texts, zone, "").Write(most)));
    }
}
