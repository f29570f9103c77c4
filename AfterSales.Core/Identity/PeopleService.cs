using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Listings;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Identity;

/// <summary>One account in the administrator's list.</summary>
public sealed record PersonRow(long Id, string UserName, string Name, Role Role, string? Area, string? Phone, bool Active, bool Locked, PersonForm Form) : IListRow
{
    internal static PersonRow Of(Person p, DateTimeOffset now) => new(p.Id, p.UserName!, p.Name, p.Role, p.Area, p.PhoneNumber, p.Active, p.LockoutEnd > now, PersonForm.Of(p));
}

/// <summary>
/// Accounts: made, changed, deactivated, unlocked by the administrator. A changed role, password or activity gives a new
/// security stamp, which ends that person's open pages (topic "person/{id}/session"); each change is told to the list.
/// </summary>
public sealed class PeopleService(Sight sight, Writer writer, Actor actor, Lists lists, BusinessClock clock, IPasswordHasher<Person> hasher)
{
    /// <summary>Everybody, those who left last.</summary>
    public async Task<IReadOnlyList<PersonRow>> All(CancellationToken stop = default)
    {
        actor.Must(Permission.Administer);
        var now = clock.OnTheWall;
        await using var db = await sight.Open(stop);
        var people = await db.Users.AsNoTracking().Where(p => p.UserName != Person.NotOnFile).OrderByDescending(p => p.Active).ThenBy(p => p.Role).ThenBy(p => p.UserName).ToListAsync(stop);
        return [.. people.Select(p => PersonRow.Of(p, now))];
    }

    /// <summary>
    /// Makes or changes an account. Problems: the form's, <c>Identity.UserNameTaken</c>, <c>Identity.LastAdministrator</c>,
    /// <c>Identity.OpenJobs</c>, <c>Shared.ChangedByOther</c> under each field that another changed.
    /// </summary>
    public Task<Result<long>> Save(PersonForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Administer);
        var problems = form.Check();
        return problems.Count > 0
            ? Task.FromResult(Result<long>.Refused(problems))
            : writer.Run<long>(request, async write =>
                TextRule.Kept(form.Area) is { } area && !await write.Db.Areas.AnyAsync(a => a.Code == area, write.Stop) ? new Problem("Shared.NotInList", nameof(form.Area))
                : form.Id is { } id ? await Change(write, form, id) : await Add(write, form), stop);
    }

    /// <summary>Ends a lock-out before its time.</summary>
    public Task<Result> Unlock(long id, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Administer);
        return writer.Run(request, async write =>
        {
            var person = await Find(write, id);
            (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
            write.Touch(PersonList.Topic);
            return Result.Done;
        }, stop);
    }

    private async Task<Result<long>> Add(Write write, PersonForm form)
    {
        var userName = form.UserName!.Trim();
        var normal = userName.ToUpperInvariant();
        if (await write.Db.Users.AnyAsync(p => p.NormalizedUserName == normal, write.Stop))
        {
            return new Problem("Identity.UserNameTaken", nameof(form.UserName));
        }

        var person = new Person { UserName = userName, NormalizedUserName = normal, Name = form.Name!.Trim(), LockoutEnabled = true };
        Take(write, person, form);
        write.Db.Users.Add(person);
        await write.Db.SaveChangesAsync(write.Stop);
        return person.Id;
    }

    private async Task<Result<long>> Change(Write write, PersonForm form, long id)
    {
        await write.HoldPerson(id);
        var person = await Find(write, id);
        var book = await lists.Book(write.Stop);
        var conflicts = form.Conflicts(PersonForm.Of(person), await write.Db.LastChangedBy(nameof(Person), person.UserName!, write.Stop), book.Told);
        if (conflicts.Count > 0)
        {
            return Result<long>.Refused(conflicts);
        }

        if (person.Active && (form.Role != person.Role || !form.Active) && await Needed(write, person) is { } problem)
        {
            return problem with { Field = form.Role != person.Role ? nameof(form.Role) : nameof(form.Active) };
        }

        var ends = person.Role != form.Role || person.Active != form.Active || !string.IsNullOrEmpty(form.Password);
        Take(write, person, form);
        if (ends)
        {
            write.Touch($"person/{id}/session");
        }

        return id;
    }

    /// <summary>Why the person must stay active in the present role; null when nothing speaks against leaving it.</summary>
    private static async Task<Problem?> Needed(Write write, Person person)
    {
        if (person.Role == Role.Administrator)
        {
            await write.HoldAdministrators();
            return await write.Db.Users.AnyAsync(p => p.Id != person.Id && p.Role == Role.Administrator && p.Active, write.Stop) ? null : new Problem("Identity.LastAdministrator");
        }

        // Open jobs of somebody who is no engineer would stand in nobody's list.
        var jobs = person.Role == Role.Engineer ? await write.Db.WorkOrders.Where(WorkOrder.IsOpen).CountAsync(o => o.EngineerId == person.Id, write.Stop) : 0;
        return jobs == 0 ? null : new Problem("Identity.OpenJobs", null, jobs);
    }

    private void Take(Write write, Person person, PersonForm form)
    {
        write.Touch(PersonList.Topic);
        var renews = person.Role != form.Role || person.Active != form.Active || !string.IsNullOrEmpty(form.Password);
        (person.Name, person.Role, person.Area, person.PhoneNumber, person.Active) =
            (form.Name!.Trim(), form.Role!.Value, TextRule.Kept(form.Area), TextRule.Kept(form.Phone), form.Active);
        if (!string.IsNullOrEmpty(form.Password))
        {
            person.PasswordHash = hasher.HashPassword(person, form.Password);
        }

        if (renews || person.SecurityStamp is null)
        {
            person.SecurityStamp = Guid.NewGuid().ToString("N");
        }
    }

    private static async Task<Person> Find(Write write, long id) =>
        await write.Db.Users.SingleOrDefaultAsync(p => p.Id == id && p.UserName != Person.NotOnFile, write.Stop) ?? throw new MissingException("person");
}
