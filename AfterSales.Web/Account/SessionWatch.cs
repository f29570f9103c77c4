using System.Security.Claims;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Web.Account;

/// <summary>
/// Ends a circuit whose person signed out, or got another role or password or was deactivated: at once when this node hears of it (topic
/// "person/{id}/session"), within a minute when another node did it.
/// </summary>
internal sealed class SessionWatch : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable ears;

    public SessionWatch(ILoggerFactory logs, IServiceScopeFactory scopes, ChangeFeed feed) : base(logs)
    {
        this.scopes = scopes;
        ears = feed.Listen(topic => _ = Hear(topic));
    }

    /// <summary>What is published when a person's sessions end.</summary>
    public static string Topic(long personId) => $"person/{personId}/session";

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await people.GetUserAsync(authenticationState.User);
        return person is { Active: true }
            && authenticationState.User.FindFirstValue(people.Options.ClaimsIdentity.SecurityStampClaimType) == person.SecurityStamp;
    }

    protected override void Dispose(bool disposing)
    {
        ears.Dispose();
        base.Dispose(disposing);
    }

    private async Task Hear(string topic)
    {
        if (!topic.EndsWith("/session", StringComparison.Ordinal))
        {
            return;
        }

        var state = await GetAuthenticationStateAsync();
        if (state.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && topic == $"person/{id}/session"
            && !await ValidateAuthenticationStateAsync(state, default))
        {
            SetAuthenticationState(Task.FromResult(Nobody));
        }
    }
}
