namespace AfterSales.Core.Import;

/// <summary>What a cell holds.</summary>
internal enum CellContent
{
    Blank,
    Text,
    Number,
    Moment,
    Error,
}

/// <summary>A cell as it was read; <paramref name="Text"/> is how it reads, but for a moment.</summary>
internal readonly record struct Cell(CellContent Content, string Text, double Number = 0, DateTime At = default)
{
    public static readonly Cell Blank = new(CellContent.Blank, "");

    /// <summary>How it reads, whatever it holds.</summary>
    public string Shown => Content == CellContent.Moment ? At.ToString(At.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : Text;

    public static Cell Of(string? text) => string.IsNullOrWhiteSpace(text) ? Blank : new(CellContent.Text, text);
}

/// <summary>A row with something in it.</summary>
internal sealed record SourceRow(int Number, IReadOnlyList<Cell> Cells)
{
    public Cell At(int column) => column < Cells.Count ? Cells[column] : Cell.Blank;
}

/// <summary>A sheet whose rows are read one after the other, each time from the start.</summary>
internal sealed record SourceSheet(string Name, IEnumerable<SourceRow> Rows);

/// <summary>A workbook or text file opened for reading.</summary>
internal abstract class SourceBook : IDisposable
{
    public abstract IReadOnlyList<SourceSheet> Sheets { get; }

    public abstract void Dispose();
}

/// <summary>The file can't be read, with the one sentence that says why.</summary>
internal sealed class UnreadableException(string code, params object?[] args) : Exception(code)
{
    public Shared.Problem Problem { get; } = new(code, null, args);
}
