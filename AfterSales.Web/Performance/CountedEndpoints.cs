using AfterSales.Core.Listings;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Listings;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.Performance;

/// <summary>What a figure counted as a workbook and as a print view, with the words of the page's address; the permission is asked by the service.</summary>
internal static class CountedEndpoints
{
    /// <summary>/performance/counted.xlsx and /performance/counted/print.</summary>
    public static void MapCounted(this WebApplication app)
    {
        app.MapGet("/performance/counted.xlsx", (string? period, string? by, string? figure, string? set, string? group, string? order, HttpContext http) =>
            http.FromHere(services => Asked(services, period, by, figure, set, group, order) is { } address ? Workbook(services, address, http) : Task.FromResult(Results.NotFound()))).RequireAuthorization();
        app.MapGet("/performance/counted/print", (string? period, string? by, string? figure, string? set, string? group, string? order, HttpContext http) =>
            http.Answer(services => Asked(services, period, by, figure, set, group, order) is { } address ? Print(services, address, http) : Task.FromResult(Results.NotFound()))).RequireAuthorization();
    }

    private static PerformanceAddress? Asked(IServiceProvider services, string? period, string? by, string? figure, string? set, string? group, string? order) =>
        PerformanceAddress.Read(period, by, figure, set, group, order, null, services.GetRequiredService<BusinessClock>().Today) is { Figure: not null } address ? address : null;

    private static Task<IResult> Workbook(IServiceProvider services, PerformanceAddress address, HttpContext http) => Workbooks.Whole(services.GetRequiredService<Texts>(), async to =>
    {
        var taken = await services.GetRequiredService<PerformanceService>().TakeOut(address.Query!, http.RequestAborted);
        if (!taken.Ok)
        {
            return Result<string>.Refused(taken.Problems);
        }

        var rows = taken.Value;
        var (said, columns, words) = List(services, address, rows.Cutoff, rows.Names);
        await ListSheet.Write(to, words.Texts["Performance.Counted"], columns, rows.Rows.Select(r => Cells(columns, r, words)), words, http.RequestAborted);
        return $"{said}-{address.Period.Name}";
    });

    private static async Task<IResult> Print(IServiceProvider services, PerformanceAddress address, HttpContext http)
    {
        var page = await services.GetRequiredService<PerformanceService>().Counted(address.Query! with { Skip = 0, Take = ListExport.MostPrinted }, http.RequestAborted);
        var (said, columns, words) = List(services, address, page.Cutoff, page.Names);
        var printed = ListExport.Printed(said, columns, page.Rows.Select(r => Cells(columns, r, words)), words, page.Count) with { Filter = $"{address.Period.Name} · {words.Texts.Of(address.Set)}" };
        return new RazorComponentResult<ListPrint>(new { List = printed, services.GetRequiredService<SiteSettings>().Company, Back = "/" + address.Href });
    }

    private static (string Title, Columns<CountedRow> Columns, ListWords Words) List(IServiceProvider services, PerformanceAddress address, DateTimeOffset cutoff, GroupNames names)
    {
        var (texts, zone) = (services.GetRequiredService<Texts>(), services.GetRequiredService<SiteSettings>().Zone);
        var shown = new Shown(texts, zone);
        var figures = new FigureShown(texts, shown);
        return (address.Title(figures, names, texts), new CountedWords(address.Figure!.Value, texts, shown, figures, cutoff, names).Columns(), new ListWords(texts, names.Book, shown, zone));
    }

    private static object?[] Cells(Columns<CountedRow> columns, CountedRow row, ListWords words) => [.. columns.Select(c => c.Value(row, words))];
}
