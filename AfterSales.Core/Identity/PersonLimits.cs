namespace AfterSales.Core.Identity;

/// <summary>Lengths that the account's form checks and its page tells, in characters.</summary>
public static class PersonLimits
{
    /// <summary>Name for signing in.</summary>
    public const int UserName = 40;

    /// <summary>Name as colleagues know it.</summary>
    public const int Name = 60;

    /// <summary>Telephone.</summary>
    public const int Phone = 40;
}
