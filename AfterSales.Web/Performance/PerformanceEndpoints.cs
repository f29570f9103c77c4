using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Performance;

/// <summary>The workbook and the summary of a period as downloads.</summary>
internal static class PerformanceEndpoints
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>/performance/report.xlsx and .pdf with ?period=; the permission is asked by the service.</summary>
    public static void MapPerformance(this WebApplication app)
    {
        app.MapGet("/performance/report.xlsx", (string? period, HttpContext http) =>
            File(http, period, cases: true, (texts, zone, report) => new PerformanceSheet(texts, zone).Write(report), XlsxType, "xlsx")).RequireAuthorization();
        app.MapGet("/performance/report.pdf", (string? period, HttpContext http) =>
            File(http, period, cases: false, (texts, zone, report) => new PerformancePdf(texts, zone).Write(report), "application/pdf", "pdf")).RequireAuthorization();
    }

    private static async Task<IResult> File(
        HttpContext http, string? name, bool cases, Func<Texts, TimeZoneInfo, PerformanceReport, byte[]> write, string type, string extension)
    {
        if (Period.Parse(name) is not { } period)
        {
            return Results.NotFound();
        }

        var services = http.RequestServices;
        var actor = Desk.Of(http.User);
        if (!actor.May(Permission.Performance))
        {
            return Results.Forbid();
        }

        services.GetRequiredService<CurrentActor>().Actor = actor;
        var texts = services.GetRequiredService<Texts>();
        var report = await services.GetRequiredService<PerformanceReporting>().Report(period, cases, http.RequestAborted);
        return report.Ok
            ? Results.File(write(texts, services.GetRequiredService<BusinessClock>().Zone, report.Value), type, $"{texts["Performance.Title"]}-{period.Name}.{extension}")
            : Results.Text(string.Join('\n', report.Problems.Select(p => texts[p.Code, [.. p.Args]])), "text/plain; charset=utf-8", statusCode: StatusCodes.Status409Conflict);
    }
}
