using AfterSales.Core.Customers;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using AfterSales.Web.Reports;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AfterSales.Web.Customers;

/// <summary>客户档案基本资料表: /customers/{code}/file.pdf, and /customers/{code}/file as a print view.</summary>
internal static class CustomerEndpoints
{
    /// <summary>Maps them, and /customers/{code}/data.json; the services ask who may see what.</summary>
    public static void MapCustomerFiles(this WebApplication app)
    {
        app.MapGet("/customers/{code}/file.pdf", (string code, HttpContext http) => http.Answer(async services => Pdf(services, await Read(services, code, http), http))).RequireAuthorization();
        app.MapGet("/customers/{code}/file", (string code, HttpContext http) => http.Answer(async services => View(services, await Read(services, code, http)))).RequireAuthorization();
        app.MapGet("/customers/{code}/data.json", (string code, HttpContext http) => http.FromHere(services => Data(services, code, http))).RequireAuthorization();
    }

    /// <summary>Everything that is kept of a customer, as a file to hand over.</summary>
    private static async Task<IResult> Data(IServiceProvider services, string code, HttpContext http)
    {
        var file = await services.GetRequiredService<PersonalData>().Export(RecordAddress.Value(code), http.RequestAborted);
        return Results.File(file.Json, "application/json", file.Code + ".json");
    }

    private static Task<CustomerSheet> Read(IServiceProvider services, string code, HttpContext http) =>
        services.GetRequiredService<CustomerFileReader>().Read(RecordAddress.Value(code), http.RequestAborted);

    private static IResult Pdf(IServiceProvider services, CustomerSheet sheet, HttpContext http)
    {
        var (texts, settings) = (services.GetRequiredService<Texts>(), services.GetRequiredService<SiteSettings>());
        return http.Pdf(new CustomerPdf(texts, settings.Zone, settings.Company).Write(sheet), new CustomerPaper(texts, settings.Zone).Name(sheet));
    }

    private static RazorComponentResult<PaperPage> View(IServiceProvider services, CustomerSheet sheet)
    {
        var settings = services.GetRequiredService<SiteSettings>();
        var paper = new CustomerPaper(services.GetRequiredService<Texts>(), settings.Zone);
        var address = "/" + RecordAddress.Customer(sheet.View.Code);
        return new(new
        {
            Sheets = new List<Core.Reports.Paper> { paper.Of(sheet) },
            Title = paper.Name(sheet),
            Foot = paper.Foot(sheet),
            settings.Company,
            Back = address,
            Pdf = address + "/file.pdf",
        });
    }
}
