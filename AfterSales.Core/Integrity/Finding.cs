namespace AfterSales.Core.Integrity;

/// <summary>
/// Something in the database that is not as the rules say. <paramref name="Invariant"/> is the broken sentence's code
/// (its text is "Commands.Check.{Invariant}"), <paramref name="Subject"/> what it is about, <paramref name="Detail"/> the
/// values that disagree.
/// </summary>
public sealed record Finding(string Invariant, string Subject, string Detail = "")
{
    /// <inheritdoc/>
    public override string ToString() => Detail.Length == 0 ? $"{Invariant}: {Subject}" : $"{Invariant}: {Subject} ({Detail})";
}
