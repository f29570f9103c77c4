using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.Listings;

/// <summary>A list as a workbook and as a print view, with the words of its page's address; who may is asked by the service.</summary>
internal static class ListEndpoints
{
    /// <summary>/lists/customers.xlsx and /lists/customers/print, each with the list's own words.</summary>
    public static void MapLists(this WebApplication app)
    {
        app.MapGet("/lists/{name}.xlsx", (string name, HttpContext http) => http.FromHere(services => Workbook(services, name, http))).RequireAuthorization();
        app.MapGet("/lists/{name}/print", (string name, HttpContext http) => http.Answer(services => Print(services, name, http))).RequireAuthorization();
    }

    private static Task<IResult> Workbook(IServiceProvider services, string name, HttpContext http)
    {
        var texts = services.GetRequiredService<Texts>();
        return Workbooks.Whole(texts, to => services.GetRequiredService<ListExport>().Workbook(name, Query(http), to, texts, http.RequestAborted));
    }

    private static async Task<IResult> Print(IServiceProvider services, string name, HttpContext http)
    {
        var list = await services.GetRequiredService<ListExport>().Print(name, Query(http), services.GetRequiredService<Texts>(), http.RequestAborted);
        return new RazorComponentResult<ListPrint>(new { List = list, services.GetRequiredService<SiteSettings>().Company, Back = $"/{name}{http.Request.QueryString}" });
    }

    private static IReadOnlyDictionary<string, string?> Query(HttpContext http) => Address.Query(http.Request.QueryString.Value ?? "");
}
