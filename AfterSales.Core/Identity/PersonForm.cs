using AfterSales.Core.Shared;

namespace AfterSales.Core.Identity;

/// <summary>An account as the administrator types it.</summary>
public sealed class PersonForm : EditForm<PersonForm>
{
    /// <summary>The person; null for a new one.</summary>
    public long? Id { get; set; }

    /// <summary>Name for signing in; fixed once the account exists.</summary>
    public string? UserName { get; set; }

    /// <summary>Name as colleagues know it.</summary>
    public string? Name { get; set; }

    /// <summary>The role.</summary>
    public Role? Role { get; set; }

    /// <summary>Code of the area.</summary>
    public string? Area { get; set; }

    /// <summary>Telephone of the person.</summary>
    public string? Phone { get; set; }

    /// <summary>A new password; required for a new account, blank leaves the old one.</summary>
    public string? Password { get; set; }

    /// <summary>False for somebody who left.</summary>
    public bool Active { get; set; } = true;

    /// <summary>The account as stored.</summary>
    public static PersonForm Of(Person p) => new PersonForm
    {
        Id = p.Id, Version = p.Version, UserName = p.UserName, Name = p.Name, Role = p.Role, Area = p.Area, Phone = p.PhoneNumber, Active = p.Active,
    }.Freshly();

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var checks = new Checks()
            .Text(nameof(UserName), UserName, PersonLimits.UserName, required: true)
            .When(UserName is { } u && u.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')), "Identity.UserNameCharacters", nameof(UserName))
            .When(string.Equals(UserName?.Trim(), Person.NotOnFile, StringComparison.OrdinalIgnoreCase), "Identity.UserNameTaken", nameof(UserName))
            .Text(nameof(Name), Name, PersonLimits.Name, required: true)
            .Text(nameof(Area), Area, 40)
            .Text(nameof(Phone), Phone, PersonLimits.Phone)
            .Required(nameof(Role), Role)
            .Member(nameof(Role), Role);
        return Id is null || !string.IsNullOrEmpty(Password)
            ? [.. checks.Problems, .. PasswordRule.Check(nameof(Password), Password, UserName)]
            : checks.Problems;
    }
}
