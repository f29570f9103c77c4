using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Import;

/// <summary>The workbooks that leave by the page of imports: all records, and what was rejected.</summary>
internal static class ImportEndpoints
{
    /// <summary>/import/records.xlsx and /import/rejected.xlsx.</summary>
    public static void MapImport(this WebApplication app)
    {
        app.MapGet("/import/records.xlsx", (HttpContext http, CancellationToken stop) => http.FromHere(services => Records(services, stop))).RequireAuthorization();
        app.MapGet("/import/rejected.xlsx", (HttpContext http, CancellationToken stop) => http.FromHere(services => Rejected(services, stop))).RequireAuthorization();
    }

    private static Task<IResult> Records(IServiceProvider services, CancellationToken stop)
    {
        var texts = services.GetRequiredService<Texts>();
        var name = texts["Import.RecordsFile", Address.Word((DateOnly?)services.GetRequiredService<BusinessClock>().Today)!];
        return Workbooks.Whole(texts, async to =>
        {
            await services.GetRequiredService<RecordsExport>().Write(to, texts.Culture.Name, stop);
            return name;
        });
    }

    private static async Task<IResult> Rejected(IServiceProvider services, CancellationToken stop)
    {
        var actor = services.GetRequiredService<CurrentActor>().Actor!;
        actor.Must(Permission.Import);
        var run = services.GetRequiredService<ImportRuns>().Of(actor);
        var texts = services.GetRequiredService<Texts>();
        return run?.Report is { Clean: false } report
            ? await Workbooks.Whole(texts, async to =>
            {
                await RejectedSheet.Write(to, report, texts, stop);
                return texts["Import.RejectedFile", Path.GetFileNameWithoutExtension(run.Name)];
            })
            : Results.NotFound();
    }
}
