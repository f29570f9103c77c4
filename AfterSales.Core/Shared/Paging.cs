namespace AfterSales.Core.Shared;

/// <summary>One page of a list and how many there are, counted up to <see cref="CountCap"/> and no further.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Count)
{
    /// <summary>Counting stops here; a screen then says "more than".</summary>
    public const int CountCap = 10_000;
}
