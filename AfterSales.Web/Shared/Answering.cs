using AfterSales.Core.Identity;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>How requests beside the circuit are answered: reports, pictures.</summary>
internal static class Answering
{
    /// <summary>The same for what stands in the trail once it is asked for: a link on another site asks for nothing in anybody's name.</summary>
    public static Task<IResult> FromHere(this HttpContext http, Func<IServiceProvider, Task<IResult>> work) =>
        http.Request.Headers["Sec-Fetch-Site"] == "cross-site" ? Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden)) : http.Answer(work);

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
}
