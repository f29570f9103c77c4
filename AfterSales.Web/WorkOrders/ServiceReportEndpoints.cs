using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.WorkOrders;

/// <summary>售后服务报告单 of a case: /cases/{number}/report.pdf, and /cases/{number}/report as a print view.</summary>
internal static class ServiceReportEndpoints
{
    /// <summary>Maps both; the service asks who may see the case.</summary>
    public static void MapServiceReports(this WebApplication app)
    {
        app.MapGet("/cases/{number}/report.pdf", (string number, HttpContext http) => http.Answer(async services =>
            await Read(services, number, http) is { Count: > 0 } views ? Pdf(services, views, http) : Results.NotFound())).RequireAuthorization();
        app.MapGet("/cases/{number}/report", (string number, HttpContext http) => http.Answer(async services =>
            await Read(services, number, http) is { Count: > 0 } views ? View(services, views, number) : Results.NotFound())).RequireAuthorization();
    }

    private static Task<IReadOnlyList<ServiceReportView>> Read(IServiceProvider services, string number, HttpContext http) =>
        services.GetRequiredService<ServiceReportReader>().Read(RecordAddress.Value(number), http.RequestAborted);

    private static IResult Pdf(IServiceProvider services, IReadOnlyList<ServiceReportView> views, HttpContext http)
    {
        var (texts, settings) = (services.GetRequiredService<Texts>(), services.GetRequiredService<SiteSettings>());
        return http.Pdf(new ServiceReportPdf(texts, settings.Zone, settings.Company).Write(views), new ServiceReportPaper(texts, settings.Zone).Name(views[0]));
    }

    private static RazorComponentResult<PaperPage> View(IServiceProvider services, IReadOnlyList<ServiceReportView> views, string number)
    {
        var settings = services.GetRequiredService<SiteSettings>();
        var paper = new ServiceReportPaper(services.GetRequiredService<Texts>(), settings.Zone);
        var address = "/" + RecordAddress.Case(RecordAddress.Value(number));
        return new(new
        {
            Sheets = views.Select(paper.Of).ToList(),
            Title = paper.Name(views[0]),
            Foot = paper.Foot(views[0]),
            settings.Company,
            Back = address,
            Pdf = address + "/report.pdf",
        });
    }
}
