using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.Assets;

/// <summary>车历 / 设备履历 of a machine: /history.pdf?serial=…, and /history/print?serial=… as a print view.</summary>
internal static class HistoryEndpoints
{
    /// <summary>Maps both; the services ask who may see the machine.</summary>
    public static void MapHistory(this WebApplication app)
    {
        app.MapGet("/history.pdf", (string serial, HttpContext http) => http.Answer(services => Pdf(services, serial, http))).RequireAuthorization();
        app.MapGet("/history/print", (string serial, HttpContext http) => http.Answer(services => View(services, serial, http))).RequireAuthorization();
    }

    private static async Task<IResult> Pdf(IServiceProvider services, string serial, HttpContext http)
    {
        var (texts, settings, at) = (services.GetRequiredService<Texts>(), services.GetRequiredService<SiteSettings>(), services.GetRequiredService<BusinessClock>().Now);
        var (view, history, documents, book) = await Read(services, serial, http);
        return http.Pdf(new HistoryPdf(texts, settings.Zone, settings.Company).Write(view, history, documents, book, at), new HistoryPaper(texts, settings.Zone).Name(view, book));
    }

    private static async Task<IResult> View(IServiceProvider services, string serial, HttpContext http)
    {
        var settings = services.GetRequiredService<SiteSettings>();
        var paper = new HistoryPaper(services.GetRequiredService<Texts>(), settings.Zone);
        var (view, history, documents, book) = await Read(services, serial, http);
        return new RazorComponentResult<PaperPage>(new
        {
            Sheets = new List<Core.Reports.Paper> { paper.Of(view, history, documents, book) },
            Title = paper.Name(view, book),
            Foot = paper.Foot(view, services.GetRequiredService<BusinessClock>().Now),
            settings.Company,
            Back = "/" + AssetAddress.History(serial),
            Pdf = "/" + AssetAddress.HistoryPdf(serial),
        });
    }

    private static async Task<(AssetView View, HistoryPage History, IReadOnlyList<AttachmentRow> Documents, ListBook Book)> Read(IServiceProvider services, string serial, HttpContext http) => (
        await services.GetRequiredService<AssetDesk>().Read(serial, http.RequestAborted),
        await services.GetRequiredService<MachineHistory>().Read(serial, null, MachineHistory.MostPrinted, http.RequestAborted),
        await services.GetRequiredService<AttachmentDesk>().OfMachine(serial, http.RequestAborted),
        await services.GetRequiredService<Lists>().Book(http.RequestAborted));
}
