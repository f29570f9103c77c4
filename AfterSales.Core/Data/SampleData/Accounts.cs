using AfterSales.Core.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.SampleData;

/// <summary>The people of the sample firm: the five accounts that the sign-in page of Development names, and their colleagues.</summary>
public static class Accounts
{
    /// <summary>The sample firm.</summary>
    public const string Company = "恒力电工机械有限公司";

    /// <summary>The password of every account of Development.</summary>
    public const string Password = "AfterSales!2026";

    private static readonly (string UserName, string Name, Role Role, string? Area)[] Staff =
    [
        ("agent", "李敏", Role.Agent, null), ("agent2", "张晓丽", Role.Agent, null), ("agent3", "赵静", Role.Agent, null),
        ("engineer", "周强", Role.Engineer, "east"), ("engineer2", "陈志刚", Role.Engineer, "east"), ("engineer3", "吴海涛", Role.Engineer, "east"),
        ("engineer4", "郑国栋", Role.Engineer, "north"), ("engineer5", "刘洋", Role.Engineer, "north"), ("engineer6", "黄伟明", Role.Engineer, "south"),
        ("engineer7", "梁俊杰", Role.Engineer, "south"), ("engineer8", "杨波", Role.Engineer, "southwest"), ("engineer9", "孙立军", Role.Engineer, "northeast"),
        ("engineer10", "马建平", Role.Engineer, "centralwest"),
        ("engineer11", "许立新", Role.Engineer, "east"), ("engineer12", "沈学军", Role.Engineer, "east"), ("engineer13", "宋文斌", Role.Engineer, "centralwest"),
        ("supervisor", "王建国", Role.Supervisor, "east"), ("supervisor2", "何慧", Role.Supervisor, "south"), ("supervisor3", "高明", Role.Supervisor, "north"),
        ("manager", "徐文博", Role.Manager, null), ("admin", "林涛", Role.Administrator, null),
    ];

    /// <summary>One area has none yet, so that the administrator finds something to do.</summary>
    private static readonly (string Area, string Supervisor)[] Heads =
        [("east", "supervisor"), ("north", "supervisor3"), ("south", "supervisor2"), ("southwest", "supervisor2"), ("northeast", "supervisor3")];

    /// <summary>
    /// Adds the people where there is nobody yet, and makes the supervisors responsible for their areas. Without a
    /// password nobody can sign in as them.
    /// </summary>
    public static async Task Ensure(AfterSalesDb db, DateTimeOffset now, string? password, CancellationToken stop = default)
    {
        if (await db.Users.AnyAsync(stop))
        {
            return;
        }

        db.Now = now;
        var hash = password is null ? null : Hash(password);
        db.Users.AddRange(Staff.Select((s, i) => Row(s.UserName, s.Name, s.Role, s.Area, hash, $"1380538{i:0000}")));
        await db.SaveChangesAsync(stop);
        var ids = await db.Users.ToDictionaryAsync(p => p.UserName!, p => p.Id, stop);
        foreach (var (area, supervisor) in Heads)
        {
            var head = ids[supervisor];
            await db.Areas.Where(a => a.Code == area && a.SupervisorId == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.SupervisorId, head), stop);
        }
    }

    /// <summary>One hash for all: they share the password, and start-up should not wait for each.</summary>
    private static string Hash(string password) => new PasswordHasher<Person>().HashPassword(new Person { Name = "" }, password);

    private static Person Row(string userName, string name, Role role, string? area, string? hash, string phone) => new()
    {
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        Name = name,
        Role = role,
        Area = area,
        PhoneNumber = phone,
        PasswordHash = hash,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        ConcurrencyStamp = Guid.NewGuid().ToString(),
    };
}
