using System.Collections.Frozen;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Identity;

/// <summary>Who does an operation: the signed-in person, or the system for jobs and verbs (no id, every permission).</summary>
public sealed record Actor(long? Id, string Name, Role? Role)
{
    /// <summary>Jobs, start-up and the operator's verbs.</summary>
    public static readonly Actor System = new(null, "", null);

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Identity.Role.Agent] = Set(Permission.Intake, Permission.ReadAll, Permission.HandleCases, Permission.EditCustomers, Permission.Callbacks, Permission.SeePersonalData),
        [Identity.Role.Engineer] = Set(Permission.OwnWork),
        [Identity.Role.Supervisor] = Set(Permission.Intake, Permission.ReadAll, Permission.HandleCases, Permission.EditCustomers, Permission.Dispatch, Permission.DecidePayer, Permission.Callbacks, Permission.Complaints, Permission.Performance, Permission.SeePersonalData, Permission.RevealPersonalData, Permission.Export, Permission.Import, Permission.ShareViews),
        [Identity.Role.Manager] = Set(Permission.ReadAll, Permission.RevealPersonalData, Permission.Anonymise, Permission.DecidePayer, Permission.Complaints, Permission.Performance, Permission.Targets, Permission.ReadAudit, Permission.Export, Permission.ShareViews),
        [Identity.Role.Administrator] = Set(Permission.ReadAll, Permission.Performance, Permission.Targets, Permission.Administer, Permission.ReadAudit, Permission.Export, Permission.Import, Permission.ShareViews),
    }.ToFrozenDictionary();

    private static FrozenSet<Permission> Set(params Permission[] permissions) => permissions.ToFrozenSet();

    /// <summary>True when the actor has the permission.</summary>
    public bool May(Permission permission) => Role is not { } role || Table[role].Contains(permission);

    /// <summary>Throws <see cref="ForbiddenException"/> when the actor lacks the permission.</summary>
    public void Must(Permission permission)
    {
        if (!May(permission))
        {
            throw new ForbiddenException(permission.ToString());
        }
    }

    /// <summary>Throws unless the actor has one of the permissions.</summary>
    public void MustAny(params ReadOnlySpan<Permission> permissions)
    {
        foreach (var permission in permissions)
        {
            if (May(permission))
            {
                return;
            }
        }

        throw new ForbiddenException(permissions[0].ToString());
    }
}

/// <summary>The actor of one service scope; whoever makes the scope sets it once, before a service is asked for.</summary>
public sealed class CurrentActor
{
    private Actor? actor;

    /// <summary>The scope's actor; unset is a bug and throws.</summary>
    public Actor Actor
    {
        get => actor ?? throw new InvalidOperationException("This scope has no actor.");
        set => actor = value;
    }
}
