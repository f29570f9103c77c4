using AfterSales.Core.Shared;

namespace AfterSales.Core.Identity;

/// <summary>What a password must be: long rather than odd, and not the account's own name.</summary>
public static class PasswordRule
{
    /// <summary>Fewest characters.</summary>
    public const int Least = 10;

    /// <summary>Most characters; hashing more only costs time.</summary>
    public const int Most = 128;

    /// <summary>Every fault of a password under its field.</summary>
    public static IReadOnlyList<Problem> Check(string field, string? password, string? userName) => new Checks()
        .Text(field, password, Most, required: true)
        .When(password is { Length: > 0 and < Least }, "Identity.PasswordShort", field, Least)
        .When(password is { Length: > 0 } p && p.Distinct().Count() < 5, "Identity.PasswordPlain", field)
        .When(password is { Length: > 0 } q && userName is { Length: > 2 } && q.Contains(userName, StringComparison.OrdinalIgnoreCase), "Identity.PasswordHasName", field)
        .Problems;
}
