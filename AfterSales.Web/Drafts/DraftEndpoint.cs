using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Drafts;

/// <summary>
/// Where js/drafts.js sends what is typed, past the circuit: <c>POST /drafts/{form}/{id}</c> with the fields as JSON.
/// Another site can't send it: the content type needs a preflight, which nobody answers, and the cookie is same-site.
/// </summary>
internal static class DraftEndpoint
{
    /// <summary>Maps it; 204 stored, 400 refused, 401 not signed in.</summary>
    public static void MapDrafts(this WebApplication app) =>
        app.MapPost("/drafts/{*key}", Save).RequireAuthorization().DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(DraftDesk.MostCharacters * 4L));

    private static async Task<IResult> Save(string key, Dictionary<string, string> fields, HttpContext http, CurrentActor who, IServiceProvider services)
    {
        var slash = key.LastIndexOf('/');
        if (slash < 0 || !Guid.TryParse(key.AsSpan(slash + 1), out var id))
        {
            return Results.BadRequest();
        }

        who.Actor = Desk.Of(http.User);
        var done = await services.GetRequiredService<DraftDesk>().Save(key[..slash], id, fields, http.RequestAborted);
        return done.Ok ? Results.NoContent() : Results.BadRequest();
    }
}
