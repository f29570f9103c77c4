using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Web.Account;

/// <summary>Registers accounts, the cookie and the permissions that pages ask for.</summary>
internal static class AccountSetup
{
    private const int WrongPasswords = 5;

    /// <summary>Accounts by ASP.NET Core Identity; a role is a column, not a table.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(o =>
            {
                // PasswordRule says what a password must be, with texts of its own.
                (o.Password.RequiredLength, o.Password.RequiredUniqueChars) = (PasswordRule.Least, 1);
                (o.Password.RequireDigit, o.Password.RequireLowercase, o.Password.RequireUppercase, o.Password.RequireNonAlphanumeric) = (false, false, false, false);
                o.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<AfterSalesDb>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddSignInManager<ActiveSignIn>()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(o => o.ApplicationCookie!.Configure(c =>
        {
            c.LoginPath = "/account/signin";
            c.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            c.ReturnUrlParameter = "back";
            c.Cookie.Name = "AfterSales";
            c.Cookie.SameSite = SameSiteMode.Lax;
            c.ExpireTimeSpan = TimeSpan.FromDays(7);
        }));

        // Asked at every request, of which an interactive site makes few: a changed role or an ended session holds at once.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        services.AddAuthorization(o => Array.ForEach(Enum.GetValues<Permission>(), p => o.AddPolicy(AllowAttribute.Name(p), b => b
            .RequireAuthenticatedUser().RequireAssertion(c => c.User.Identity?.IsAuthenticated == true && Shared.Desk.Of(c.User).May(p)))));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddScoped<Door>();
        services.AddSingleton<FirstRun>();
    }
}

/// <summary>A page for those with the permission; its services ask again.</summary>
public sealed class AllowAttribute : AuthorizeAttribute
{
    /// <summary>Asks for the permission.</summary>
    public AllowAttribute(Permission permission) : base(Name(permission)) => Permission = permission;

    /// <summary>What is asked for.</summary>
    public Permission Permission { get; }

    internal static string Name(Permission permission) => "May" + permission;
}
