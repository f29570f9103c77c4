using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Web.Shared;

namespace AfterSales.Bench;

/// <summary>A month's figures and its papers.</summary>
internal static class FigurePaths
{
    private const int MostForWorkbook = 200_000;

    public static async Task Measure(BenchHouse house, Table table)
    {
        var period = Period.Of(house.Clock.Today.AddMonths(-1), PeriodKind.Month);
        var (from, to) = (house.Clock.StartOf(period.First).ToUnixTimeMilliseconds(), house.Clock.StartOf(period.End).ToUnixTimeMilliseconds());
        Task Floor(string by) => house.Raw($"SELECT {by}, count(*), sum(RepliedAt <= ReplyDueAt), sum(ArrivedAt <= ArrivalDueAt), sum(ResolvedAt <= HandlingDueAt) FROM CaseFacts WHERE OpenedAt >= {from} AND OpenedAt < {to} GROUP BY 1");
        await table.Line("a month's figures, grouped by area", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Area)), () => Floor("Area"));
        await table.Line("a month's figures, grouped by engineer", () => house.Ask(Role.Manager, (PerformanceService figures) => figures.View(period, Dimension.Engineer)), () => Floor("EngineerId"));
        if (house.Cases > MostForWorkbook)
        {
            return;
        }

        var report = await house.Ask(Role.Manager, (PerformanceReporting reports) => reports.Report(period, cases: true));
        var (texts, zone) = (new ResourceTexts(), house.Clock.Zone);
        await table.Line("the month's workbook", () => Task.FromResult(new PerformanceSheet(texts, zone).Write(report.Value)));
        await table.Line("the month's PDF", () => Task.FromResult(new PerformancePdf(texts, zone, "").Write(report.Value)));
    }
}
