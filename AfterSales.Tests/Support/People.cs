using AfterSales.Core.Identity;

namespace AfterSales.Tests.Support;

/// <summary>The employees in every test database, with fixed ids; two engineers of two areas, two agents.</summary>
public static class People
{
    public const long Agent = 1, Engineer = 2, Supervisor = 3, Manager = 4, Administrator = 5, OtherEngineer = 6, OtherAgent = 7;

    /// <summary>Everybody, as rows.</summary>
    public static IReadOnlyList<Person> Rows =>
    [
        Row(Agent, "agent", "李敏", Role.Agent, null),
        Row(Engineer, "engineer", "王强", Role.Engineer, "north"),
        Row(Supervisor, "supervisor", "赵军", Role.Supervisor, "north"),
        Row(Manager, "manager", "陈芳", Role.Manager, null),
        Row(Administrator, "admin", "周伟", Role.Administrator, null),
        Row(OtherEngineer, "engineer2", "刘洋", Role.Engineer, "south"),
        Row(OtherAgent, "agent2", "孙丽", Role.Agent, null),
    ];

    /// <summary>The first person of a role, as an actor.</summary>
    public static Actor Actor(Role role) => Rows.First(p => p.Role == role).AsActor();

    /// <summary>A person by id, as an actor.</summary>
    public static Actor Actor(long id) => Rows.Single(p => p.Id == id).AsActor();

    private static Person Row(long id, string userName, string name, Role role, string? area) => new()
    {
        Id = id,
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        Name = name,
        Role = role,
        Area = area,
        SecurityStamp = "stamp-" + userName,
        LockoutEnabled = true,
    };
}
