using AfterSales.Core.Data;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Core.Identity;

/// <summary>An employee with an account.</summary>
public sealed class Person : IdentityUser<long>, IVersioned, IAudited
{
    /// <summary>Signs in as nobody: the account of imported visits of which no person is on file. It is in no list and nobody changes it.</summary>
    public const string NotOnFile = "not-on-file";

    /// <summary>The name colleagues and customers know.</summary>
    public required string Name { get; set; }

    /// <summary>The one role.</summary>
    public Role Role { get; set; }

    /// <summary>Code of the area served (片区); null for people of the whole firm.</summary>
    public string? Area { get; set; }

    /// <summary>The interface's language, "zh-CN" or "en".</summary>
    public string Culture { get; set; } = "zh-CN";

    /// <summary>Dark colours: yes, no, or null for what the device says.</summary>
    public bool? Dark { get; set; }

    /// <summary>False for somebody who left: no sign-in, no new work.</summary>
    public bool Active { get; set; } = true;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The person as an actor.</summary>
    public Actor AsActor() => new(Id, Name, Role);
}
