using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>
/// Who went on an imported visit of which only a name, or none, is known: a visit has somebody who made it. An account
/// that can never sign in; the figures don't know it, the name stands on the case.
/// </summary>
internal static class NobodyKnown
{
    public const string UserName = Person.NotOnFile;

    private const string Name = "—";

    /// <summary>Its key; made by the first import that needs it.</summary>
    public static async Task<long> Id(Write write)
    {
        var found = await write.Db.Users.Where(p => p.UserName == UserName).Select(p => (long?)p.Id).SingleOrDefaultAsync(write.Stop);
        if (found is { } id)
        {
            return id;
        }

        var person = new Person { Name = Name, UserName = UserName, NormalizedUserName = UserName.ToUpperInvariant(), Role = Role.Engineer, Active = false, SecurityStamp = Guid.NewGuid().ToString("N") };
        write.Db.Users.Add(person);
        await write.Db.SaveChangesAsync(write.Stop);
        return person.Id;
    }
}
