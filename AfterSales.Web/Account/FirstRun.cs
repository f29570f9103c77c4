using System.Security.Cryptography;
using System.Text;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Web.Account;

/// <summary>
/// The first account of a new installation. Who can read what start-up prints makes the administrator, once; afterwards
/// the page refuses.
/// </summary>
public sealed class FirstRun(IServiceScopeFactory scopes, IDbContextFactory<AfterSalesDb> factory, ILogger<FirstRun> log)
{
    private const int CodeLength = 12;

    /// <summary>The code; made anew at each start.</summary>
    internal string Code { get; } = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", CodeLength);

    /// <summary>Prints the code while there is nobody to sign in.</summary>
    public async Task Announce()
    {
        if (await Open())
        {
            log.LogWarning("No account yet: open /account/first-run and enter the code {Code}", Code);
        }
    }

    /// <summary>True while nobody can sign in.</summary>
    public async Task<bool> Open()
    {
        await using var db = await factory.CreateDbContextAsync();
        return !await db.Users.AnyAsync(p => p.PasswordHash != null);
    }

    /// <summary>Makes the administrator; a wrong code, a weak password or a second time is refused.</summary>
    public async Task<Result> Make(FirstRunForm form, CancellationToken stop)
    {
        var problems = form.Check(CodeIs(form.Code));
        if (problems.Count > 0)
        {
            return Result.Refused(problems);
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>();
        return await scope.ServiceProvider.GetRequiredService<Writer>().Run(Guid.NewGuid(), async write =>
        {
            if (await write.Db.Users.AnyAsync(p => p.PasswordHash != null, stop))
            {
                return new Problem("Account.FirstRunOver");
            }

            write.Db.Users.Add(form.Administrator(hasher));
            return Result.Done;
        }, stop);
    }

    private bool CodeIs(string? typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Code));
}
