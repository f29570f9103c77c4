namespace AfterSales.Core.Shared;

/// <summary>
/// Something the person can correct. <paramref name="Code"/> is a text key whose first part is the feature's folder
/// ("Cases.NotOpen"); <paramref name="Field"/> names the form's property it stands under, or null for the whole form.
/// </summary>
public sealed record Problem(string Code, string? Field = null, params object?[] Args)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}({string.Join(", ", Args.Select(a => a is IEnumerable<string> each ? string.Join(", ", each) : a))}){(Field is null ? "" : " at " + Field)}";
}
