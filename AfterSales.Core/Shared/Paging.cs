using System.Globalization;

namespace AfterSales.Core.Shared;

/// <summary>One page of a list, how many rows there are, counted up to <see cref="Most"/> and no further, and where the next page begins.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Count, RowKey? Next = null)
{
    /// <summary>Counting stops here where a whole shelf is shown, which an index counts in a row; a screen then says "more than".</summary>
    public const int MostOfAll = 10_000;

    /// <summary>Counting stops here where something is asked for, of which an index may hold little among much.</summary>
    public const int MostOfSome = 1_000;

    /// <summary>Where counting stopped; a count beyond it is "more than".</summary>
    public int Most { get; init; } = MostOfAll;

    /// <summary>The orders that can be asked for; the first holds where none is.</summary>
    public IReadOnlyList<ListOrder> Orders { get; init; } = [];

    /// <summary>Words of the filter whose values nobody knows: they narrowed nothing.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>An order by its name, and whether it runs from the greatest down unless it is turned around.</summary>
public sealed record ListOrder(string Name, bool Down)
{
    /// <summary>The word that asks for it in one direction; a dash before the name turns it around.</summary>
    public string Word(bool down) => down == Down ? Name : "-" + Name;
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
