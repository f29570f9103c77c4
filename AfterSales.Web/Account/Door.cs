using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Web.Account;

/// <summary>
/// In and out, with an audit event for each. Lives in one request's scope, never in a circuit. Its writes queue with all
/// others.
/// </summary>
internal sealed class Door(SignInManager<Person> signIn, AfterSalesDb db, WriteGate gate, ChangeFeed feed, BusinessClock clock)
{
    /// <summary>Nobody's name or password is longer; nor is time spent on hashing what is.</summary>
    private const int MostCharacters = 256;

    private UserManager<Person> People => signIn.UserManager;

    /// <summary>Signs in; five wrong passwords keep new sign-ins out for a while. Open pages go on: whoever typed them is not known.</summary>
    public async Task<Result> Enter(string userName, string password, CancellationToken stop)
    {
        if (userName.Length > MostCharacters || password.Length > MostCharacters || !TextRule.IsClean(userName))
        {
            return new Problem("Account.Wrong");
        }

        using var turn = await gate.Enter(stop);
        db.Now = clock.Now;
        var person = await People.FindByNameAsync(userName.Trim());
        if (person is null)
        {
            return new Problem("Account.Wrong");
        }

        var before = await People.IsLockedOutAsync(person);
        var answer = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        await Note(person, answer.Succeeded ? "SignedIn" : answer.IsLockedOut ? before ? "RefusedLocked" : "LockedOut" : "WrongPassword", stop);
        return answer.Succeeded ? Result.Done
            : answer.IsLockedOut ? new Problem("Account.Locked", null, (int)Math.Ceiling(People.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes))
            : new Problem("Account.Wrong");
    }

    /// <summary>Signs out, on every device.</summary>
    public async Task Leave(System.Security.Claims.ClaimsPrincipal user, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        db.Now = clock.Now;
        if (await People.GetUserAsync(user) is { } person)
        {
            await Note(person, "SignedOut", stop);
            await End(person);
        }

        await signIn.SignOutAsync();
    }

    /// <summary>A new password; other devices are signed out, this one stays.</summary>
    public async Task<Result> ChangePassword(System.Security.Claims.ClaimsPrincipal user, string old, string wanted, CancellationToken stop)
    {
        if (PasswordRule.Check("New", wanted, user.Identity?.Name) is { Count: > 0 } problems)
        {
            return Result.Refused(problems);
        }

        using var turn = await gate.Enter(stop);
        db.Now = clock.Now;
        var person = await People.GetUserAsync(user) ?? throw new ForbiddenException("sign in");
        db.Actor = person.AsActor();
        var done = await People.ChangePasswordAsync(person, old, wanted);
        if (!done.Succeeded)
        {
            return new Problem("Account.OldWrong", "Old");
        }

        await Note(person, "PasswordChanged", stop);
        await signIn.RefreshSignInAsync(person);
        // Told once this answer is out: the page being answered still carries the old stamp and would sign its own person out.
        signIn.Context.Response.OnCompleted(() =>
        {
            feed.Publish([SessionWatch.Topic(person.Id)]);
            return Task.CompletedTask;
        });
        return Result.Done;
    }

    /// <summary>The language or the colours of one's own pages.</summary>
    public async Task Prefer(System.Security.Claims.ClaimsPrincipal user, Action<Person> prefer)
    {
        using var turn = await gate.Enter(default);
        db.Now = clock.Now;
        if (await People.GetUserAsync(user) is { } person)
        {
            db.Actor = person.AsActor();
            prefer(person);
            await People.UpdateAsync(person);
        }
    }

    private async Task End(Person person)
    {
        await People.UpdateSecurityStampAsync(person);
        feed.Publish([SessionWatch.Topic(person.Id)]);
    }

    private async Task Note(Person person, string what, CancellationToken stop)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.Now,
            PersonId = AuditEvent.IsOfNobodyKnown(what) ? null : person.Id,
            Entity = nameof(Person),
            EntityKey = person.UserName!,
            Action = AuditAction.Event,
            Changes = AuditEvent.Changes(what),
        });
        await db.SaveChangesAsync(stop);
    }
}
