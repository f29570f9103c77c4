using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What becomes of a row.</summary>
internal enum RowState
{
    New,
    Changed,
    Unchanged,
    Rejected,
    HeldBack,
}

/// <summary>The sheet that a row stands in, as it was read.</summary>
internal sealed record ReadSheet(string Name, SheetKind? Kind, IReadOnlyList<string> Heads, IReadOnlyList<SheetColumn?> Columns, IReadOnlyList<bool> Remembered)
{
    public List<ImportRow> Rows { get; } = [];
}

/// <summary>One row with its values by column; a null value says nothing.</summary>
internal sealed class ImportRow(ReadSheet sheet, int number, object?[] values)
{
    public ReadSheet Sheet => sheet;

    public int Number => number;

    /// <summary>The values; of a row on file, overlaid on what is on file.</summary>
    public object?[] Values { get; set; } = values;

    public RowState State { get; private set; } = RowState.New;

    /// <summary>The row on file.</summary>
    public long Id { get; set; }

    /// <summary>What is on file, where the row changes it.</summary>
    public object?[]? Before { get; set; }

    public List<RowNote> Faults { get; } = [];

    public List<RowNote> Remarks { get; } = [];

    /// <summary>The cells as they stood there, of a row that will be handed back.</summary>
    public IReadOnlyList<string> Raw { get; set; } = [];

    public string Key => Values[0] as string ?? "";

    /// <summary>True where the row goes in or is there.</summary>
    public bool Stands => State is not (RowState.Rejected or RowState.HeldBack);

    public string? Text(int cell) => Values[cell] as string;

    public T? Get<T>(int cell) where T : struct => Values[cell] is T value ? value : null;

    public void Reject(int? cell, string code, params object?[] args)
    {
        State = RowState.Rejected;
        Faults.Add(Note(cell, new Problem(code, null, args)));
    }

    public void Reject(SheetColumn column, string? value, Problem what)
    {
        State = RowState.Rejected;
        Faults.Add(new(sheet.Name, number, column, value, what));
    }

    public void Remark(int? cell, string code, params object?[] args) => Remarks.Add(Note(cell, new Problem(code, null, args)));

    public void HoldBack() => State = State == RowState.Rejected ? State : RowState.HeldBack;

    public void Is(RowState state) => State = state;

    private RowNote Note(int? cell, Problem what)
    {
        var column = cell is { } at ? Columns.Of(sheet.Kind!.Value)[at] : null;
        var place = column is null ? -1 : sheet.Columns.IndexOf(column);
        return new(sheet.Name, number, column, column is null ? null : place >= 0 && place < Raw.Count ? Raw[place] : CellWords.Of(column, Values[column.Index], "", null), what);
    }
}

file static class Lists
{
    public static int IndexOf(this IReadOnlyList<SheetColumn?> columns, SheetColumn column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
            {
                return i;
            }
        }

        return -1;
    }
}
