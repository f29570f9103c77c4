using AfterSales.Core.Data;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>
/// A row of policy data: valid in [<see cref="ValidFrom"/>, <see cref="ValidTo"/>). A change closes the row and adds the
/// next one under the same code, so that whatever points at the old row keeps what it was judged by.
/// </summary>
public abstract class Dated : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>What stays the same over the versions.</summary>
    public required string Code { get; init; }

    /// <summary>What the audit trail calls it: its code, unless that is unique only within something.</summary>
    public virtual string AuditKey => Code;

    /// <summary>First instant at which the row holds.</summary>
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>First instant at which it no longer holds; null while it does.</summary>
    public DateTimeOffset? ValidTo { get; private set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>True when the row holds at the instant.</summary>
    public bool HoldsAt(DateTimeOffset at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);

    /// <summary>Ends the row's validity.</summary>
    public void End(DateTimeOffset now) => ValidTo = now;
}

/// <summary>A <see cref="Dated"/> row with a name in both languages.</summary>
public abstract class Named : Dated, INamed
{
    /// <summary>Chinese name.</summary>
    public required string NameZh { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Place in lists, small first.</summary>
    public int Sort { get; init; }

    /// <inheritdoc/>
    public string Name(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? NameZh : NameEn;
}
