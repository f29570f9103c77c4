using Microsoft.Net.Http.Headers;

namespace AfterSales.Web.Reports;

/// <summary>How reports leave the site: as files and as print views.</summary>
internal static class Printing
{
    /// <summary>The type of a workbook.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A PDF that opens in the browser, under a name to keep it by.</summary>
    public static IResult Pdf(this HttpContext http, byte[] pdf, string name)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name + ".pdf");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(pdf, "application/pdf");
    }
}
