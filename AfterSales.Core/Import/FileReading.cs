using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>A file read into rows with their values and the faults of single cells; what the rows mean together comes after.</summary>
internal sealed class FileReading(CellReader cells, HeadFinder heads, IProgress<ImportProgress>? progress, CancellationToken stop)
{
    /// <summary>So many rows of one file are taken.</summary>
    public const int MostRows = 300_000;

    private const int Step = 2_000;
    private int read;

    /// <summary>Remarks about sheets and heads.</summary>
    public List<RowNote> Remarks { get; } = [];

    /// <summary>Faults of whole sheets: a head that must be there is not.</summary>
    public List<RowNote> Faults { get; } = [];

    public IReadOnlyList<ReadSheet> Read(ImportFile file)
    {
        using var book = SourceBooks.Open(file);
        return [.. book.Sheets.Select(Read)];
    }

    /// <summary>The rows that are handed back, as they stand in the file: read once more, since few are and all would fill the memory.</summary>
    public static IReadOnlyList<RejectedRow> Again(ImportFile file, IReadOnlyList<ReadSheet> sheets)
    {
        if (sheets.All(s => s.Rows.TrueForAll(r => r.Stands)))
        {
            return [];
        }

        using var book = SourceBooks.Open(file);
        return [.. book.Sheets.Zip(sheets, Rejected).SelectMany(rows => rows)];
    }

    private static IEnumerable<RejectedRow> Rejected(SourceSheet source, ReadSheet sheet)
    {
        var wanted = sheet.Rows.Where(r => !r.Stands).Select(r => r.Number).ToHashSet();
        return wanted.Count == 0 ? [] : source.Rows.Where(r => wanted.Contains(r.Number)).Select(r => new RejectedRow(sheet.Name, r.Number, sheet.Heads, [.. r.Cells.Zip(sheet.Columns, (cell, column) => CellReader.Written(column, cell))]));
    }

    private ReadSheet Read(SourceSheet source)
    {
        using var rows = source.Rows.GetEnumerator();
        var first = new List<SourceRow>();
        while (first.Count < HeadFinder.Looked && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        var (sheet, above) = heads.Find(source.Name, first);
        if (sheet.Kind is not { } kind)
        {
            if (first.Count > 0 && !heads.PassedOver(sheet.Name))
            {
                Remarks.Add(new(sheet.Name, 0, null, null, new Problem("Import.UnknownSheet", null, sheet.Name)));
            }

            return sheet;
        }

        Tell(sheet, kind);
        foreach (var row in first.Skip(above))
        {
            Take(sheet, row);
        }

        while (rows.MoveNext())
        {
            Take(sheet, rows.Current);
        }

        return sheet;
    }

    private void Tell(ReadSheet sheet, SheetKind kind)
    {
        var known = Columns.Of(kind);
        Faults.AddRange(known.Where(c => c.Required && !sheet.Columns.Contains(c)).Select(c => new RowNote(sheet.Name, 0, c, null, new Problem("Import.MissingColumn", null, c))));
        for (var i = 0; i < sheet.Heads.Count; i++)
        {
            if (sheet.Columns[i] is null && !heads.Ignored(kind, sheet.Heads[i]))
            {
                var first = heads.Column(kind, sheet.Heads[i]) is { } column ? sheet.Columns.ToList().IndexOf(column) : -1;
                Remarks.Add(new(sheet.Name, 0, null, sheet.Heads[i], first < 0 ? new Problem("Import.UnknownHead", null, sheet.Heads[i]) : new Problem("Import.HeadTwice", null, sheet.Heads[i], Letters(i), sheet.Heads[first], Letters(first))));
            }
        }
    }

    /// <summary>A column as a spreadsheet calls it.</summary>
    private static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    private void Take(ReadSheet sheet, SourceRow source)
    {
        stop.ThrowIfCancellationRequested();
        if (sheet.Columns.Where((c, i) => c is not null && source.At(i).Content != CellContent.Blank).FirstOrDefault() is null)
        {
            return;
        }

        if (++read > MostRows)
        {
            throw new UnreadableException("Import.TooManyRows", MostRows);
        }

        var row = new ImportRow(sheet, source.Number, new object?[Columns.Of(sheet.Kind!.Value).Count]);
        sheet.Rows.Add(row);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            if (sheet.Columns[i] is not { } column)
            {
                continue;
            }

            var (value, fault) = cells.Read(column, source.At(i));
            row.Values[column.Index] = value;
            if (fault is not null)
            {
                row.Reject(column, source.At(i).Shown, fault);
            }
        }

        if (read % Step == 0)
        {
            progress?.Report(new(ImportStage.Reading, read, 0));
        }
    }
}
