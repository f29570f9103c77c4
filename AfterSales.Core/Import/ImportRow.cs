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
internal sealed record ReadSheet(string Name, SheetKind? Kind, IReadOnlyList<string> Heads, int HeadRow, IReadOnlyList<SheetColumn?> Columns, IReadOnlyList<bool> Remembered)
{
    public List<ImportRow> Rows { get; } = [];

    /// <summary>Of each head whether another one of the sheet gave the same column.</summary>
    public IReadOnlyList<bool> Again { get; init; } = [];
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

    public IReadOnlyList<RowNote> Faults { get; private set; } = [];

    public IReadOnlyList<RowNote> Remarks { get; private set; } = [];

    public string Key => Values[0] as string ?? "";

    /// <summary>True where the row goes in or is there.</summary>
    public bool Stands => State is not (RowState.Rejected or RowState.HeldBack);

    public string? Text(int cell) => Values[cell] as string;

    public T? Get<T>(int cell) where T : struct => Values[cell] is T value ? value : null;

    /// <summary>True where the row says something else than is on file, or is new.</summary>
    public bool Says(int cell) => Before is null || !Equals(Before[cell], Values[cell]);

    public void Reject(int? cell, string code, params object?[] args)
    {
        State = RowState.Rejected;
        Faults = [.. Faults, Note(cell, new Problem(code, null, args))];
    }

    public void Reject(SheetColumn column, string? value, Problem what)
    {
        State = RowState.Rejected;
        Faults = [.. Faults, new(sheet.Name, number, column, value, what)];
    }

    public void Remark(int? cell, string code, params object?[] args) => Remarks = [.. Remarks, Note(cell, new Problem(code, null, args))];

    public void HoldBack() => State = State == RowState.Rejected ? State : RowState.HeldBack;

    public void Is(RowState state) => State = state;

    /// <summary>A new row that is written needs its values no more: they make room as the writing goes on.</summary>
    public void Release() => Values = [];

    private RowNote Note(int? cell, Problem what)
    {
        var column = cell is { } at ? Columns.Of(sheet.Kind!.Value)[at] : null;
        return new(sheet.Name, number, column, column is null ? null : CellWords.Of(column, Values[column.Index], "zh", null), what);
    }
}
