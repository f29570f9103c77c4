using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Web.Account;

/// <summary>What the first-run page asks.</summary>
public sealed class FirstRunForm
{
    /// <summary>The code that start-up printed.</summary>
    public string? Code { get; set; }

    /// <summary>Name as colleagues know it.</summary>
    public string? Name { get; set; }

    /// <summary>Name for signing in.</summary>
    public string? UserName { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The password once more.</summary>
    public string? Again { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(bool codeIsRight) =>
    [
        .. new Checks().When(!codeIsRight, "Account.WrongCode", nameof(Code)).When(Password != Again, "Account.NotTheSame", nameof(Again)).Problems,
        .. new PersonForm { Name = Name, UserName = UserName, Password = Password, Role = Role.Administrator }.Check(),
    ];

    internal Person Administrator(IPasswordHasher<Person> hasher)
    {
        var person = new Person
        {
            UserName = UserName!.Trim(),
            NormalizedUserName = UserName.Trim().ToUpperInvariant(),
            Name = Name!.Trim(),
            Role = Role.Administrator,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.PasswordHash = hasher.HashPassword(person, Password!);
        return person;
    }
}
