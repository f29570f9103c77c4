using System.Security.Cryptography;
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
public sealed class FirstRun(IServiceScopeFactory scopes, IDbContextFactory<AfterSalesDb> factory, WriteGate gate, BusinessClock clock, ILogger<FirstRun> log)
{
    private const int CodeLength = 12;

    private readonly string code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", CodeLength);

    /// <summary>Prints the code while there is nobody to sign in.</summary>
    public async Task Announce()
    {
        if (await Open())
        {
            log.LogWarning("No account yet: open /account/first-run and enter the code {Code}", code);
        }
    }

    /// <summary>True while there is no account.</summary>
    public async Task<bool> Open()
    {
        await using var db = await factory.CreateDbContextAsync();
        return !await db.Users.AnyAsync();
    }

    /// <summary>Makes the administrator; a wrong code, a weak password or a second time is refused.</summary>
    public async Task<Result> Make(FirstRunForm form, CancellationToken stop)
    {
        var checks = form.Check().When(!CodeIs(form.Code), "Account.WrongCode", nameof(form.Code));
        if (checks.Problems.Count > 0)
        {
            return Result.Refused(checks.Problems);
        }

        using var turn = await gate.Enter(stop);
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var db = scope.ServiceProvider.GetRequiredService<AfterSalesDb>();
        db.Now = clock.Now;
        if (await db.Users.AnyAsync(stop))
        {
            return new Problem("Account.FirstRunOver");
        }

        var person = new Person { UserName = form.UserName!.Trim(), Name = form.Name!.Trim(), Role = Role.Administrator, LockoutEnabled = true };
        var made = await people.CreateAsync(person, form.New!);
        return made.Succeeded ? Result.Done : Result.Refused([.. made.Errors.Select(IdentityTexts.Problem)]);
    }

    private bool CodeIs(string? typed) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()), System.Text.Encoding.UTF8.GetBytes(code));
}

/// <summary>What the first-run page asks.</summary>
public sealed class FirstRunForm
{
    private const int Name60 = 60;
    private const int UserName40 = 40;

    /// <summary>The code that start-up printed.</summary>
    public string? Code { get; set; }

    /// <summary>The shown name.</summary>
    public string? Name { get; set; }

    /// <summary>The name to sign in with.</summary>
    public string? UserName { get; set; }

    /// <summary>The password.</summary>
    public string? New { get; set; }

    /// <summary>The password once more.</summary>
    public string? Again { get; set; }

    internal Checks Check() => new Checks()
        .Text(nameof(Code), Code, UserName40, required: true)
        .Text(nameof(Name), Name, Name60, required: true)
        .Text(nameof(UserName), UserName, UserName40, required: true)
        .Required(nameof(New), New)
        .When(New != Again, "Account.NotTheSame", nameof(Again));
}
