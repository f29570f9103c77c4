using System.Text;

namespace AfterSales.Core.Import;

/// <summary>Rows of parted text; a cell in quotes may hold the separator, line ends and doubled quotes. A row's number is its line's.</summary>
internal static class CsvText
{
    private static readonly char[] Separators = [',', ';', '\t', '，'];

    public static IEnumerable<SourceRow> Rows(TextReader reader)
    {
        var (separator, first, line) = ('\0', reader.ReadLine(), 1);
        while (first is not null)
        {
            separator = separator == '\0' && first.Length > 0 ? Separators.MaxBy(s => first.Count(c => c == s)) : separator;
            var (cells, began) = (new List<Cell>(), line);
            line += Parse(first, separator, cells, reader);
            if (cells.Exists(c => c.Content != CellContent.Blank))
            {
                yield return new SourceRow(began, cells);
            }

            line++;
            first = reader.ReadLine();
        }
    }

    /// <summary>The cells of a row that begins with the line; answers how many further lines it took.</summary>
    private static int Parse(string line, char separator, List<Cell> cells, TextReader reader)
    {
        var (cell, quoted, more) = (new StringBuilder(), false, 0);
        for (var i = 0; ; i++)
        {
            if (i >= line.Length)
            {
                if (quoted && cell.Length < ReadingLimits.Text && reader.ReadLine() is { } next)
                {
                    cell.Append('\n');
                    (line, i) = (next, -1);
                    more++;
                    continue;
                }

                Add(cells, cell);
                return more;
            }

            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                Add(cells, cell);
            }
            else if (cell.Length < ReadingLimits.Text)
            {
                cell.Append(c);
            }
        }
    }

    /// <summary>Excel's way to keep a number as text in a text file: ="00123".</summary>
    private static void Add(List<Cell> cells, StringBuilder cell)
    {
        var text = cell.ToString();
        if (cells.Count < ReadingLimits.Columns)
        {
            cells.Add(Cell.Of(text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"' ? text[2..^1] : text));
        }

        cell.Clear();
    }
}
