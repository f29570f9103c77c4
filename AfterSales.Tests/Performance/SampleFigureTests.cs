using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Reports.Pdf;
using AfterSales.Tests.Support;
using AfterSales.Web.Performance;
using AfterSales.Web.Shared;
using ClosedXML.Excel;

namespace AfterSales.Tests.Performance;

/// <summary>Figures, lists, workbook and summary over the sample's history tell the same numbers.</summary>
public sealed class SampleFigureTests
{
    private static readonly Texts Chinese = new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")), English = new ResourceTexts(CultureInfo.GetCultureInfo("en"));

    [Theory, BothDatabases]
    public async Task K1_to_K12_equal_a_recount_from_the_records_themselves(StorageProvider provider)
    {
        await using var house = await Sample(provider, 900);
        await using var db = house.Db();
        var recount = Recount.Of(db, house.Now);
        foreach (var name in new[] { "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-Q3", "2026" })
        {
            var period = Period.Parse(name)!;
            var view = await house.As(Role.Manager).Ask((PerformanceService s) => s.View(period, Dimension.Area));
            foreach (var key in FigureKeys.All)
            {
                var (numerator, denominator) = recount.Count(key, period);
                var figure = view[key].Figure;
                Assert.True(denominator == figure.Denominator && Math.Abs(numerator - figure.Numerator) < 0.01, $"{key} {name}: {figure.Numerator}/{figure.Denominator}, recounted {numerator}/{denominator}");
            }
        }
    }

    [Fact]
    public async Task A_click_on_any_number_lists_exactly_what_it_counted()
    {
        await using var house = await Sample(StorageProvider.Sqlite, 240);
        var period = Period.Parse("2026-10")!;
        foreach (var dimension in PerformanceAddress.Offered)
        {
            var view = await house.As(Role.Manager).Ask((PerformanceService s) => s.View(period, dimension));
            foreach (var (group, figure) in view.Groups.SelectMany(g => g.Figures.Select(f => (g.Key, f))))
            {
                var all = await house.As(Role.Manager).Ask((PerformanceService s) => s.Counted(new(period, figure.Key, CountedSet.All, dimension, group, 0, 10_000)));
                Assert.Equal(figure, Figure.Of(figure.Key, [.. all.Rows.Select(r => r.Item)]));
                Assert.Equal(all.Count, all.Rows.Count);
            }
        }

        foreach (var figure in (await house.As(Role.Manager).Ask((PerformanceService s) => s.View(period, Dimension.Area))).Lines.Select(l => l.Figure).Where(f => !f.Key.IsDuration()))
        {
            var hit = await house.As(Role.Manager).Ask((PerformanceService s) => s.Counted(new(period, figure.Key, CountedSet.Hit)));
            var miss = await house.As(Role.Manager).Ask((PerformanceService s) => s.Counted(new(period, figure.Key, CountedSet.Miss)));
            Assert.Equal(((int)figure.Numerator, figure.Denominator), (hit.Count, hit.Count + miss.Count));
        }
    }

    [Fact]
    public async Task The_workbook_has_the_numbers_of_the_screen_and_the_cases_add_up_to_them()
    {
        await using var house = await Sample(StorageProvider.Sqlite, 400);
        var report = await Report(house, "2026-10");
        var file = new PerformanceSheet(Chinese, TestHouse.Zone).Write(report);
        using var book = new XLWorkbook(new MemoryStream(file));
        var (summary, cases) = (book.Worksheet("汇总"), book.Worksheet("服务单明细"));
        var heads = cases.Row(3).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        foreach (var (line, row) in report.View.Lines.Select((l, i) => (l, i + 4)))
        {
            Assert.Equal(line.Key.ToString(), summary.Cell(row, 1).GetString());
            Assert.Equal(line.Key.IsDuration() ? line.Figure.Numerator / 60 : line.Figure.Numerator, summary.Cell(row, 3).GetDouble(), 6);
            Assert.Equal(line.Figure.Denominator, summary.Cell(row, 4).GetDouble());
            if (line.Figure.Value is { } value)
            {
                Assert.Equal(line.Key.IsDuration() ? value / 60 : value, summary.Cell(row, 5).GetDouble(), 6);
            }

            if (line.Key is FigureKey.K9 or FigureKey.K8 or FigureKey.K12)
            {
                continue;
            }

            var column = cases.Column(heads[line.Key.ToString()]).CellsUsed().Skip(1).ToList();
            Assert.Equal((line.Figure.Numerator, line.Figure.Denominator), (column.Sum(c => c.GetDouble()), column.Count));
        }

        var months = summary.Range(4, 11, 3 + report.View.Lines.Count, 10 + report.Trend.Months.Count).Cells().ToList();
        Assert.Contains(months, c => c.IsEmpty());
        Assert.All(months.Where(c => !c.IsEmpty()), c => Assert.Equal(XLDataType.Number, c.DataType));
        Assert.All(book.Worksheets, s => Assert.True(s.PageSetup.PrintAreas.Any() && s.SheetView.SplitRow >= 3));
        Assert.True(summary.AutoFilter.IsEnabled && cases.AutoFilter.IsEnabled);
        Assert.Equal(XLDataType.DateTime, cases.Cell(4, heads["受理时间"]).DataType);
        var definitions = book.Worksheet("指标定义").Rows(4, 3 + report.View.Lines.Count).Select(r => (r.Cell(1).GetString(), r.Cell(2).GetString(), r.Cell(4).GetString())).ToList();
        Assert.Equal(report.View.Lines.Select(l => $"{l.Key}"), definitions.Select(d => d.Item1));
        Assert.Contains(("K12", Chinese.Of(FigureKey.K12), "≤ 48 小时"), definitions);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        Assert.Contains("汇总!$3:$3", new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open()).ReadToEnd());
        Assert.Equal(report.Cases.Count, cases.LastRowUsed().RowNumber() - 3);
    }

    [Fact]
    public async Task The_summary_has_two_to_four_pages_in_both_languages_and_no_key_for_a_text()
    {
        await using var house = await Sample(StorageProvider.Sqlite, 900);
        var report = await Report(house, "2026-10");
        foreach (var texts in new[] { Chinese, English })
        {
            var pages = PdfProbe.Pages(new PerformancePdf(texts, TestHouse.Zone, "").Write(report));
            Assert.InRange(pages.Count, 2, 4);
            var all = string.Concat(pages);
            Assert.DoesNotMatch(@"\b(Performance|Settings|Cases|Promises|Complaints)\.[A-Z]", all);
            Assert.All(report.View.Lines, l => Assert.Contains(texts.Of(l.Key), all));
            Assert.All(report.Symptoms, s => Assert.Contains(report.View.Names.Book.Name(TermKind.Symptom, s.Symptom, texts.Culture.Name), all));
            Assert.All(report.Broken, b => Assert.Contains(b.Number, all));
        }

        var worst = report.Words.Select(w => w.Verdict == Core.Complaints.Verdict.Dissatisfied ? 0 : w.Score ?? 6).ToList();
        Assert.True(worst.Distinct().Count() > 2);
        Assert.Equal(worst.Order(), worst);
    }

    [Theory]
    [InlineData(Dimension.Area)]
    [InlineData(Dimension.Engineer)]
    public async Task No_Chinese_name_over_a_summarys_columns_is_broken(Dimension dimension)
    {
        await using var house = await Sample(StorageProvider.Sqlite, 240);
        var lines = PdfProbe.Lines(new PerformancePdf(Chinese, TestHouse.Zone, "").Write(await Report(house, "2026-10")));
        Assert.Contains(string.Concat(SummaryChoice.Compared(dimension).Select(k => Chinese.Of(k))), lines);
    }

    [Fact]
    public async Task Groups_stand_in_the_order_of_their_lists_and_the_worst_area_is_one()
    {
        await using var house = await Sample(StorageProvider.Sqlite, 240);
        var view = await house.As(Role.Supervisor).Ask((PerformanceService s) => s.View(Period.Parse("2026-Q3")!, Dimension.Area));
        var sorts = view.Groups.Where(g => g.Key is not null).Select(g => view.Names.Book.AreaOf(g.Key)!.Sort).ToList();
        Assert.Equal(sorts.Order(), sorts);
        Assert.All(view.Lines, l => Assert.False(l.WorstArea is { Group: null }));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((PerformanceService s) => s.View(Period.Parse("2026")!, Dimension.Area)));
    }

    private static async Task<PerformanceReport> Report(TestHouse house, string period) =>
        (await house.As(Role.Manager).Ask((PerformanceReporting r) => r.Report(Period.Parse(period)!, cases: true))).Value;

    private static async Task<TestHouse> Sample(StorageProvider provider, int cases)
    {
        var house = await TestHouse.Open(provider);
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, new SamplePlan(cases), house.Clock));
        return house;
    }
}
