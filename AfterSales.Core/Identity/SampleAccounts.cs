using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Identity;

/// <summary>The five accounts of Development; made when nobody has an account yet.</summary>
public sealed class SampleAccounts(Writer writer, ILookupNormalizer normalizer, IPasswordHasher<Person> hasher)
{
    /// <summary>The password of each of them.</summary>
    public const string Password = "AfterSales!2026";

    /// <summary>User name, shown name, role.</summary>
    public static readonly IReadOnlyList<(string UserName, string Name, Role Role)> All =
    [
        ("agent", "李敏", Role.Agent),
        ("engineer", "陈建国", Role.Engineer),
        ("supervisor", "周强", Role.Supervisor),
        ("manager", "赵立新", Role.Manager),
        ("admin", "孙晓", Role.Administrator),
    ];

    /// <summary>Makes them unless there are accounts.</summary>
    public Task<Result> Make(CancellationToken stop = default) => writer.Run(Guid.NewGuid(), async write =>
    {
        if (!await write.Db.Users.AnyAsync(stop))
        {
            write.Db.Users.AddRange(All.Select(a => Account(a.UserName, a.Name, a.Role)));
        }

        return Result.Done;
    }, stop);

    /// <summary>A person with an account and the sample's password, not yet stored.</summary>
    public Person Account(string userName, string name, Role role)
    {
        var person = new Person
        {
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            Name = name,
            Role = role,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.PasswordHash = hasher.HashPassword(person, Password);
        return person;
    }
}
