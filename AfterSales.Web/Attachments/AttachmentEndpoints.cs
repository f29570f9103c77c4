using AfterSales.Core.Attachments;
using AfterSales.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Web.Attachments;

/// <summary>
/// Attached files: <c>GET /attachments/{id}</c>, for who may see the case or machine. A picture or PDF is shown, the rest downloaded; the
/// type is that of the content, and nothing in it runs (decision 0021).
/// </summary>
internal static class AttachmentEndpoints
{
    /// <summary>The policy of headers under which they go out: it leaves the content's own rules to the file.</summary>
    public const string Headers = "attachments";

    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps them.</summary>
    public static void MapAttachments(this WebApplication app) =>
        app.MapGet("/attachments/{id:long}", (long id, HttpContext http) => http.Answer(async services =>
            Served(http, await services.GetRequiredService<AttachmentDesk>().Open(id, http.RequestAborted)))).RequireAuthorization().WithSecurityHeadersPolicy(Headers);

    private static IResult Served(HttpContext http, OpenedFile file)
    {
        var how = new ContentDispositionHeaderValue(file.Kind.IsShown() ? "inline" : "attachment");
        how.SetHttpFileName(file.Name);
        http.Response.Headers.ContentDisposition = how.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Browsers show no PDF in a sandbox; their viewers run nothing of it in this site's name anyway.
        http.Response.Headers.ContentSecurityPolicy = file.Kind == FileKind.Pdf ? Nothing + "; object-src 'self'" : Nothing + "; sandbox";
        return Results.Stream(file.Content, file.Kind.MediaType(), enableRangeProcessing: true);
    }
}
