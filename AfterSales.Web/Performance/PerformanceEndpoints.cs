using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.Performance;

/// <summary>The workbook, the summary and its print view of a period; the permission is asked by the service.</summary>
internal static class PerformanceEndpoints
{
    /// <summary>/performance/report.xlsx, /performance/report.pdf and /performance/summary, each with ?period=.</summary>
    public static void MapPerformance(this WebApplication app)
    {
        app.MapGet("/performance/report.xlsx", (string? period, HttpContext http) => Report(http, period, cases: true, (texts, report) =>
            Results.File(new PerformanceSheet(texts, Settings(http).Zone).Write(report), Printing.XlsxType, Name(texts, report) + ".xlsx"))).RequireAuthorization();
        app.MapGet("/performance/report.pdf", (string? period, HttpContext http) => Report(http, period, cases: false, (texts, report) =>
            http.Pdf(new PerformancePdf(texts, Settings(http).Zone, Settings(http).Company).Write(report), Name(texts, report)))).RequireAuthorization();
        app.MapGet("/performance/summary", (string? period, HttpContext http) => Report(http, period, cases: false, (_, report) =>
            new RazorComponentResult<SummaryPage>(new { Report = report, Settings(http).Company }))).RequireAuthorization();
    }

    private static SiteSettings Settings(HttpContext http) => http.RequestServices.GetRequiredService<SiteSettings>();

    private static string Name(Texts texts, PerformanceReport report) => $"{texts["Performance.Title"]}-{report.View.Period.Name}";

    /// <summary>Without a period it is the current month's; nonsense is not found. With the cases it goes on the trail, so that no other site's link may ask for it.</summary>
    private static Task<IResult> Report(HttpContext http, string? name, bool cases, Func<Texts, PerformanceReport, IResult> write)
    {
        Func<Func<IServiceProvider, Task<IResult>>, Task<IResult>> answer = cases ? http.FromHere : http.Answer;
        return answer(services => Report(services, http, name, cases, write));
    }

    private static async Task<IResult> Report(IServiceProvider services, HttpContext http, string? name, bool cases, Func<Texts, PerformanceReport, IResult> write)
    {
        var period = name is null ? Period.Of(services.GetRequiredService<BusinessClock>().Today, PeriodKind.Month) : Period.Parse(name);
        if (period is null)
        {
            return Results.NotFound();
        }

        var texts = services.GetRequiredService<Texts>();
        var report = await services.GetRequiredService<PerformanceReporting>().Report(period, cases, http.RequestAborted);
        return report.Ok
            ? write(texts, report.Value)
            : Results.Text(string.Join('\n', report.Problems.Select(texts.Say)), "text/plain; charset=utf-8", statusCode: StatusCodes.Status409Conflict);
    }
}
