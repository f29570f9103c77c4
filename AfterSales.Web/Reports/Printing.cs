using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Web.Reports;

/// <summary>How reports leave the site: as files and as print views, each asked for as the signed-in person.</summary>
internal static class Printing
{
    /// <summary>Answers with the person's own rights; what is missing or forbidden has the site's pages.</summary>
    public static async Task<IResult> Answer(this HttpContext http, Func<IServiceProvider, Task<IResult>> work)
    {
        http.RequestServices.GetRequiredService<CurrentActor>().Actor = Desk.Of(http.User);
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await work(http.RequestServices);
        }
        catch (MissingException)
        {
            return Results.NotFound();
        }
        catch (ForbiddenException)
        {
            return Results.Forbid();
        }
    }

    /// <summary>A PDF that opens in the browser, under a name to keep it by.</summary>
    public static IResult Pdf(this HttpContext http, byte[] pdf, string name)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name + ".pdf");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(pdf, "application/pdf");
    }
}
