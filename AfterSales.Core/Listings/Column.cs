using System.Collections;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>What stands in the cells of a column.</summary>
public enum CellKind
{
    /// <summary>Words, members, numbers that nobody adds up.</summary>
    Text = 1,

    /// <summary>A whole number.</summary>
    Number = 2,

    /// <summary>A day.</summary>
    Day = 3,

    /// <summary>An instant.</summary>
    Instant = 4,

    /// <summary>Yes, or nothing.</summary>
    Yes = 5,
}

/// <summary>A column of a list.</summary>
/// <param name="Head">The key of its head's text.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Width">In characters, of which a Chinese one counts two.</param>
/// <param name="Order">The order that its head sorts by.</param>
/// <param name="Under">On screen it stands in the cell of the column before it, without a head.</param>
public abstract record Column(string Head, CellKind Kind, double Width, string? Order, bool Under)
{
    /// <summary>A number from which on it says something; less is left out on paper where it stands under another cell.</summary>
    public long Least { get; init; } = 1;
}

/// <inheritdoc cref="Column"/>
/// <param name="Value">A text, a number, a <see cref="DateOnly"/> or a <see cref="DateTimeOffset"/>, as the kind says; null is nothing.</param>
public sealed record Column<TRow>(string Head, CellKind Kind, double Width, string? Order, bool Under, Func<TRow, ListWords, object?> Value) : Column(Head, Kind, Width, Order, Under);

/// <summary>
/// The columns of a list, in order; screen, workbook and print view show the same.
/// <code>new Columns&lt;CustomerRow>().Text("Customers.Name", r => r.Name, 30, "name").Number("Customers.Machines", r => r.Machines)</code>
/// </summary>
public sealed class Columns<TRow> : IReadOnlyList<Column<TRow>>
{
    private readonly List<Column<TRow>> columns = [];

    /// <inheritdoc/>
    public int Count => columns.Count;

    /// <inheritdoc/>
    public Column<TRow> this[int index] => columns[index];

    /// <summary>A text of the row itself.</summary>
    public Columns<TRow> Text(string head, Func<TRow, string?> value, double width = 14, string? order = null, bool under = false) =>
        Words(head, (row, _) => value(row), width, order, under);

    /// <summary>A text that depends on the language.</summary>
    public Columns<TRow> Words(string head, Func<TRow, ListWords, string?> value, double width = 14, string? order = null, bool under = false) => Add(new(head, CellKind.Text, width, order, under, value));

    /// <summary>Which promise a time is of, under it.</summary>
    public Columns<TRow> Promise(Func<TRow, PromiseBrief?> value) => Words("Promises.Which", (row, words) => words.Promise(value(row)), 16, under: true);

    /// <summary>A number; what is less than <paramref name="least"/> says nothing under another cell.</summary>
    public Columns<TRow> Number(string head, Func<TRow, long?> value, bool under = false, long least = 1) =>
        Add(new(head, CellKind.Number, 8, null, under, (row, _) => value(row)) { Least = least });

    /// <summary>Yes, or nothing.</summary>
    public Columns<TRow> Yes(string head, Func<TRow, bool> value, bool under = false) => Add(new(head, CellKind.Yes, 9, null, under, (row, words) => words.Yes(value(row))));

    /// <summary>A day.</summary>
    public Columns<TRow> Day(string head, Func<TRow, DateOnly?> value, string? order = null, bool under = false) => Add(new(head, CellKind.Day, 12, order, under, (row, _) => value(row)));

    /// <summary>The company's day of an instant.</summary>
    public Columns<TRow> DayOf(string head, Func<TRow, DateTimeOffset?> value, string? order = null, bool under = false) => Add(new(head, CellKind.Day, 12, order, under, (row, words) => value(row) is { } at ? words.Zone.DayOf(at) : null));

    /// <summary>An instant.</summary>
    public Columns<TRow> At(string head, Func<TRow, DateTimeOffset?> value, string? order = null, bool under = false) => Add(new(head, CellKind.Instant, 17, order, under, (row, _) => value(row)));

    /// <inheritdoc/>
    public IEnumerator<Column<TRow>> GetEnumerator() => columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Columns<TRow> Add(Column<TRow> column)
    {
        columns.Add(column);
        return this;
    }
}

/// <summary>In which language and by which names a list's cells speak.</summary>
public sealed record ListWords(Texts Texts, ListBook Book, Shown Shown, TimeZoneInfo Zone)
{
    private string Culture => Texts.Culture.Name;

    /// <summary>A member of an enum.</summary>
    public string? Of<T>(T? member) where T : struct, Enum => member is { } one ? Texts.Of(one) : null;

    /// <summary>Which promise it is, and how it stands where its clock doesn't run.</summary>
    public string? Promise(PromiseBrief? promise) => promise switch
    {
        null => null,
        { State: PromiseState.Open, Paused: false } => Texts.Of(promise.Kind),
        { State: PromiseState.Open } => $"{Texts.Of(promise.Kind)} {Texts["Promises.Paused"]}",
        { State: PromiseState.Late, MetAt: { } met } => $"{Texts.Of(promise.Kind)} {Texts["Promises.LateBy", Shown.Duration(met - promise.DueAt)]}",
        _ => $"{Texts.Of(promise.Kind)} {Texts.Of(promise.State)}",
    };

    /// <summary>Yes, or nothing.</summary>
    public string? Yes(bool yes) => yes ? Texts["Shared.Yes"] : null;

    /// <summary>The name of an area.</summary>
    public string? Area(string? code) => code is null ? null : Book.Area(code, Culture);

    /// <summary>The name of a product line.</summary>
    public string? Line(string? code) => code is null ? null : Book.Line(code, Culture);

    /// <summary>The name of a term as it was at an instant.</summary>
    public string? Term(TermKind kind, string? code, DateTimeOffset? at = null) => code is null ? null : Book.Name(kind, code, Culture, at);
}
