using System.Globalization;
using System.Security.Claims;
using AfterSales.Core.Identity;
using Microsoft.AspNetCore.Components.Authorization;

namespace AfterSales.Web.Shared;

/// <summary>
/// How a page asks a service: each operation in a scope of its own, with the actor of the circuit's authentication state.
/// <code>var result = await Desk.Ask((CaseIntake intake) => intake.Register(form, request, stop));</code>
/// </summary>
public sealed class Desk(IServiceScopeFactory scopes, AuthenticationStateProvider authentication)
{
    /// <summary>Calls the service as the signed-in person.</summary>
    public async Task<TAnswer> Ask<TService, TAnswer>(Func<TService, Task<TAnswer>> call) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = await Actor();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The signed-in person, for hiding what a page need not offer.</summary>
    public async Task<Actor> Actor() =>
        Of((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The actor of a principal; nobody signed in is forbidden.</summary>
    public static Actor Of(ClaimsPrincipal user)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        var role = user.FindFirstValue(ClaimTypes.Role);
        return id is not null && Enum.TryParse<Role>(role, out var r)
            ? new Actor(long.Parse(id, CultureInfo.InvariantCulture), user.FindFirstValue("name") ?? user.Identity?.Name ?? "", r)
            : throw new Core.Shared.ForbiddenException("sign in");
    }
}
