using System.Globalization;
using System.Text.Json;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Web.Drafts;

/// <summary>
/// Where js/drafts.js sends what is typed, past the circuit: <c>POST /drafts/{form}/{id}</c> with the fields as JSON.
/// Another site can't send it: the content type needs a preflight, which nobody answers, and the cookie is same-site.
/// </summary>
public static class DraftEndpoint
{
    /// <summary>Maps it; 204 stored ("Kept-At": when, company time), 400 refused, 401 not signed in, 413 too large, 415 no JSON.</summary>
    public static void MapDrafts(this WebApplication app) =>
        app.MapPost("/drafts/{*key}", Save).AllowAnonymous().DisableAntiforgery()
            .WithMetadata(new SkipStatusCodePagesAttribute(), new RequestSizeLimitAttribute(DraftDesk.MostCharacters * 4L));

    private static async Task<IResult> Save(string key, HttpContext http, CurrentActor who, IServiceProvider services)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return Results.Unauthorized();
        }

        if (!http.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var fields = await JsonSerializer.DeserializeAsync<Dictionary<string, string?>>(http.Request.Body, cancellationToken: http.RequestAborted);
            if (!await Kept(key, fields, http, who, services))
            {
                return Results.BadRequest();
            }

            var clock = services.GetRequiredService<BusinessClock>();
            http.Response.Headers["Kept-At"] = clock.Local(clock.Now).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            return Results.NoContent();
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
        catch (BadHttpRequestException bad)
        {
            return Results.StatusCode(bad.StatusCode);
        }
    }

    private static async Task<bool> Kept(string key, Dictionary<string, string?>? fields, HttpContext http, CurrentActor who, IServiceProvider services)
    {
        var slash = key.LastIndexOf('/');
        if (slash < 0 || fields is null || !Guid.TryParse(key.AsSpan(slash + 1), out var id))
        {
            return false;
        }

        who.Actor = Desk.Of(http.User);
        var typed = fields.ToDictionary(f => f.Key, f => f.Value ?? "");
        return (await services.GetRequiredService<DraftDesk>().Save(key[..slash], id, typed, http.RequestAborted)).Ok;
    }
}
