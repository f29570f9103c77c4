using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Identity;

namespace AfterSales.Web.Account;

/// <summary>Identity's own refusals carry the code of a text instead of English.</summary>
internal sealed class IdentityTexts : IdentityErrorDescriber
{
    private const string NewPassword = "New";

    /// <summary>The refusal as a problem under its field.</summary>
    public static Problem Problem(IdentityError error) => error.Code switch
    {
        nameof(PasswordMismatch) => new("Account.OldWrong", "Old"),
        nameof(PasswordTooShort) => new("Account.TooShort", NewPassword, int.Parse(error.Description, System.Globalization.CultureInfo.InvariantCulture)),
        nameof(PasswordRequiresDigit) => new("Account.NeedsDigit", NewPassword),
        nameof(PasswordRequiresUpper) => new("Account.NeedsUpper", NewPassword),
        nameof(PasswordRequiresLower) => new("Account.NeedsLower", NewPassword),
        nameof(InvalidUserName) => new("Account.BadUserName", "UserName"),
        nameof(DuplicateUserName) => new("Account.UserNameTaken", "UserName"),
        _ => new("Account.Refused"),
    };

    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = length.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
