using System.Security.Claims;
using AfterSales.Core.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AfterSales.Web.Account;

/// <summary>What the cookie says of a person: id, names, the one role, language and colours, and the security stamp.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>The shown name.</summary>
    public const string Name = "name";

    /// <summary>The interface's language.</summary>
    public const string Culture = "culture";

    /// <summary>Dark colours: "True" or "False"; absent means as the device has it.</summary>
    public const string Dark = "dark";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(Name, user.Name));
        identity.AddClaim(new Claim(Culture, user.Culture));
        if (user.Dark is { } dark)
        {
            identity.AddClaim(new Claim(Dark, dark.ToString()));
        }

        return identity;
    }
}
