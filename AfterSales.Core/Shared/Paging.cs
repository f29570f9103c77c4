using System.Globalization;

namespace AfterSales.Core.Shared;

/// <summary>One page of a list, how many rows there are, counted up to <see cref="CountCap"/> and no further, and where the next page begins.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Count, RowKey? Next = null)
{
    /// <summary>Counting stops here; a screen then says "more than".</summary>
    public const int CountCap = 10_000;

    /// <summary>The orders that can be asked for, by name; the first holds where none is.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];
}

/// <summary>The last row of a page: what it is ordered by (null where it has none) and its key.</summary>
public sealed record RowKey(string? Key, long Id)
{
    private const char Tie = '~';

    /// <summary>As in an address: "17~2026-11-24", "17" without a key.</summary>
    public override string ToString() => Key is null ? TextRule.Invariant(Id) : TextRule.Invariant(Id) + Tie + Key;

    /// <summary>Reads an address's word; nonsense is null, the first page.</summary>
    public static RowKey? Parse(string? text)
    {
        var tie = text?.IndexOf(Tie, StringComparison.Ordinal) ?? -1;
        var number = tie < 0 ? text : text![..tie];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(tie < 0 ? null : text![(tie + 1)..], id) : null;
    }
}
