using AfterSales.Web.Hosting;
using Microsoft.AspNetCore.Localization;

namespace AfterSales.Web.Account;

/// <summary>The addresses of accounts that are no pages.</summary>
internal static class AccountEndpoints
{
    /// <summary>Sign-out, language and colours; each changes something, so each is a form with its antiforgery token.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        var account = app.MapGroup("/account");
        account.MapPost("/signout", SignOut);
        account.MapPost("/language", Language);
        account.MapPost("/colours", Colours).RequireAuthorization();
    }

    private static async Task<IResult> SignOut([Microsoft.AspNetCore.Mvc.FromForm] string? back, HttpContext http, Door door)
    {
        await door.Leave(http.User, http.RequestAborted);
        return Results.LocalRedirect("~/account/signin");
    }

    private static async Task<IResult> Language(
        [Microsoft.AspNetCore.Mvc.FromForm] string to, [Microsoft.AspNetCore.Mvc.FromForm] string? back, HttpContext http, Door door)
    {
        if (SiteSettings.Cultures.Contains(to))
        {
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
                new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
            await door.Prefer(http.User, p => p.Culture = to);
        }

        return Results.LocalRedirect(Local(back));
    }

    private static async Task<IResult> Colours(
        [Microsoft.AspNetCore.Mvc.FromForm] string? dark, [Microsoft.AspNetCore.Mvc.FromForm] string? back, HttpContext http, Door door)
    {
        await door.Prefer(http.User, p => p.Dark = bool.TryParse(dark, out var wanted) ? wanted : null);
        return Results.LocalRedirect(Local(back));
    }

    /// <summary>A way back inside the site; anything else leads to the start page.</summary>
    internal static string Local(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? "~" + back : "~/";
}
