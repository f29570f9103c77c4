using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What the file comes to: every row with its state, and what was said about sheets and heads.</summary>
internal sealed record ImportPlan(IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<RowNote> Faults, IReadOnlyList<RowNote> Remarks)
{
    /// <summary>The rows of a kind, sheet by sheet in the file's order.</summary>
    public IEnumerable<ImportRow> Rows(SheetKind kind) => Sheets.Where(s => s.Kind == kind).SelectMany(s => s.Rows);

    /// <summary>Names that nobody knew before.</summary>
    public IReadOnlyList<Problem> Novel { get; set; } = [];

    /// <summary>What the rows that go in say in a column, each once in whatever spelling.</summary>
    public IEnumerable<string> Told(SheetKind kind, int cell) => Rows(kind).Where(r => r.State is RowState.New or RowState.Changed && r.Says(cell))
        .Select(r => r.Text(cell)).OfType<string>().Where(t => t.Length > 0).DistinctBy(TextRule.Key);

    /// <summary>Areas that the rows name and nobody knows: these are told, and these are made.</summary>
    public IReadOnlyList<string> NewAreas(ListBook book) => [.. Told(SheetKind.Customers, CustomerCell.Area).Where(a => book.AreaOf(a) is null)];

    public int Count(RowState state) => Sheets.Sum(s => s.Rows.Count(r => r.State == state));

    /// <summary>What is shown of it.</summary>
    public ImportReport Report(ImportFile file, long? batch, ListBook book, Actor actor) => new(
        [.. Sheets.Select(Sheet)],
        [.. Faults, .. All().SelectMany(r => r.Faults)],
        [.. Remarks, .. All().Where(r => r.Stands).SelectMany(r => r.Remarks)],
        [.. All().Where(r => r.State == RowState.Changed).Select(r => Change(r, book, actor))],
        batch)
    {
        RejectedRows = FileReading.Again(file, Sheets),
        Novel = Novel,
    };

    private IEnumerable<ImportRow> All() => Sheets.SelectMany(s => s.Rows);

    private static SheetReport Sheet(ReadSheet sheet)
    {
        int Of(RowState state) => sheet.Rows.Count(r => r.State == state);
        var heads = sheet.Heads.Select((h, i) => new HeadRead(h, sheet.Columns.ElementAtOrDefault(i)?.Key, sheet.Remembered.ElementAtOrDefault(i), sheet.Again.ElementAtOrDefault(i))).Where(h => h.Head.Length > 0);
        return new(sheet.Name, sheet.Kind, [.. heads], sheet.HeadRow, Of(RowState.New), Of(RowState.Changed), Of(RowState.Unchanged), Of(RowState.Rejected), Of(RowState.HeldBack));
    }

    private static RowChange Change(ImportRow row, ListBook book, Actor actor) => new(row.Sheet.Name, row.Number, row.Key, [.. RowValues.Differing(row.Before!, row.Values).Select(i => Diff(Columns.Of(row.Sheet.Kind!.Value)[i], row, book, actor))]);

    /// <summary>Whole numbers on file are for those who may see them.</summary>
    private static FieldDiff Diff(SheetColumn column, ImportRow row, ListBook book, Actor actor)
    {
        var before = row.Before![column.Index];
        return new(column, column.Type == FieldType.Phones && before is string numbers ? string.Join(';', numbers.Split(';').Select(actor.Phone)) : before is string words && column.Type == FieldType.Text ? actor.Words(words) : before, row.Values[column.Index], book);
    }
}
