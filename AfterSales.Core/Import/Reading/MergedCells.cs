using System.Globalization;
using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>The merged ranges of a sheet, which stand behind its rows in the file and are looked for first.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, List<Range>> begins = [];
    private readonly List<Range> open = [];

    public static MergedCells Of(XlsxBook book, string path)
    {
        var merges = new MergedCells();
        using var xml = book.Part(path) ?? throw new InvalidDataException();
        var count = 0;
        var more = xml.Read();
        while (more)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheetData" })
            {
                xml.Skip();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && Parsed(xml.GetAttribute("ref")) is { } range && ++count <= ReadingLimits.Merges)
            {
                (merges.begins.TryGetValue(range.FirstRow, out var list) ? list : merges.begins[range.FirstRow] = []).Add(range);
            }

            more = xml.Read();
        }

        return merges;
    }

    /// <summary>Writes what is merged into the row's cells.</summary>
    public void Fill(int row, List<Cell> cells)
    {
        open.RemoveAll(r => r.LastRow < row);
        if (begins.Remove(row, out var begun))
        {
            foreach (var range in begun)
            {
                range.Value = range.FirstColumn < cells.Count ? cells[range.FirstColumn] : Cell.Blank;
                open.Add(range);
            }
        }

        foreach (var range in open.Where(r => r.Value.Content != CellContent.Blank))
        {
            for (var column = range.FirstColumn; column <= Math.Min(range.LastColumn, ReadingLimits.Columns - 1); column++)
            {
                while (cells.Count <= column)
                {
                    cells.Add(Cell.Blank);
                }

                cells[column] = range.Value;
            }
        }
    }

    /// <summary>The column of "AB12", counted from 0.</summary>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > 20_000)
            {
                break;
            }
        }

        return column == 0 ? null : column - 1;
    }

    private static Range? Parsed(string? reference)
    {
        if (reference?.Split(':') is not [var from, var to] || Column(from) is not { } first || Column(to) is not { } last || Row(from) is not { } top || Row(to) is not { } bottom || bottom < top || last < first)
        {
            return null;
        }

        return new Range(top, bottom, first, last);
    }

    private static int? Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("$ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private sealed record Range(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
    {
        public Cell Value { get; set; } = Cell.Blank;
    }
}
