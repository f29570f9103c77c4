using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What is handed in; <paramref name="Open"/> gives the whole of it anew each time, as a stream that can be wound back.</summary>
public sealed record ImportFile(string Name, Func<Stream> Open)
{
    /// <summary>A file on disk.</summary>
    public static ImportFile At(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));
}

/// <summary>A head that nobody knows, given its column by a person; a null column is left out on purpose.</summary>
/// <param name="Sheet">What the sheet holds.</param>
/// <param name="Head">The head as it stands in the file.</param>
/// <param name="Column">Key of a <see cref="SheetColumn"/>.</param>
public sealed record HeadChoice(SheetKind Sheet, string Head, string? Column);

/// <summary>What a person said of a sheet.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Kind">What it holds; null passes it over.</param>
/// <param name="HeadRow">The number of the row that holds its heads; null looks for it.</param>
public sealed record SheetChoice(string Sheet, SheetKind? Kind, int? HeadRow = null);

/// <summary>How a file is to be taken.</summary>
/// <param name="AllOrNothing">A sheet with a wrong row stays out as a whole.</param>
/// <param name="Heads">Heads mapped on screen, beside those remembered; an import remembers them.</param>
/// <param name="Sheets">What a person said of sheets; of the others name and heads tell.</param>
public sealed record ImportChoice(bool AllOrNothing = false, IReadOnlyList<HeadChoice>? Heads = null, IReadOnlyList<SheetChoice>? Sheets = null);

/// <summary>How far it has got.</summary>
public sealed record ImportProgress(ImportStage Stage, int Done, int Of);

/// <summary>What is being done.</summary>
public enum ImportStage
{
    /// <summary>The file is read.</summary>
    Reading = 1,

    /// <summary>Rows are compared with what is on file.</summary>
    Comparing = 2,

    /// <summary>Rows are written.</summary>
    Writing = 3,
}

/// <summary>Something about a row: why it is rejected, or a remark. <paramref name="What"/> says it with what would be right.</summary>
/// <param name="Sheet">The sheet's name in the file.</param>
/// <param name="Row">The row's number in the file; 0 is the sheet as a whole.</param>
/// <param name="Column">The column; null is the row as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="What">A text "Import.…" with its arguments.</param>
public sealed record RowNote(string Sheet, int Row, SheetColumn? Column, string? Value, Problem What);

/// <summary>A row on file that the import would change, with the fields.</summary>
public sealed record RowChange(string Sheet, int Row, string Key, IReadOnlyList<FieldDiff> Fields);

/// <summary>A field before and after.</summary>
public sealed record FieldDiff(SheetColumn Column, object? From, object? To, ListBook? Book = null)
{
    /// <summary>What stood there, in a language; null is blank.</summary>
    public string? Was(string culture) => CellWords.Of(Column, From, culture, Book);

    /// <summary>What will stand there.</summary>
    public string? Becomes(string culture) => CellWords.Of(Column, To, culture, Book);
}

/// <summary>A head of the file and what it was taken for; <paramref name="Remembered"/> was told by an earlier import, <paramref name="Again"/> means what another one was taken for.</summary>
public sealed record HeadRead(string Head, string? Column, bool Remembered, bool Again);

/// <summary>One sheet of the file: what it was taken for (null: nothing of ours), its heads and the number of their row (0: none), and how many rows are what.</summary>
public sealed record SheetReport(string Name, SheetKind? Kind, IReadOnlyList<HeadRead> Heads, int HeadRow, int New, int Changed, int Unchanged, int Rejected, int HeldBack);

/// <summary>What a check found, or an import did.</summary>
/// <param name="Sheets">Sheet by sheet.</param>
/// <param name="Faults">Why rows are rejected, row by row.</param>
/// <param name="Remarks">What was accepted with a remark.</param>
/// <param name="Changes">What of the rows on file changes.</param>
/// <param name="BatchId">The batch, where something was written.</param>
public sealed record ImportReport(IReadOnlyList<SheetReport> Sheets, IReadOnlyList<RowNote> Faults, IReadOnlyList<RowNote> Remarks, IReadOnlyList<RowChange> Changes, long? BatchId)
{
    /// <summary>The faults as a person is told them: sums first, then each that is a row's own.</summary>
    public IReadOnlyList<RowNote> Told { get; } = ToldFaults.Of(Sheets, Faults);

    /// <summary>What comes into being beside the rows: areas, models and faults in words that nobody knew, each kind with how many and the first.</summary>
    public IReadOnlyList<Problem> Novel { get; init; } = [];

    /// <summary>The rejected rows as they stood in the file, for <see cref="RejectedSheet"/>.</summary>
    internal IReadOnlyList<RejectedRow> RejectedRows { get; init; } = [];

    /// <summary>True where no row was or would be rejected or held back.</summary>
    public bool Clean => Sheets.All(s => s.Rejected + s.HeldBack == 0) && Faults.Count == 0;
}

/// <summary>A rejected row with the heads it stood under.</summary>
internal sealed record RejectedRow(string Sheet, int Row, IReadOnlyList<string> Heads, IReadOnlyList<string> Cells);

/// <summary>An import as it stands in the list of imports.</summary>
public sealed record BatchView(long Id, DateTimeOffset At, string? Person, string FileName, int New, int Changed, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, string? UndoneBy);
