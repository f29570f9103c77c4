using System.Text;

namespace AfterSales.Core.Import;

/// <summary>Rows of parted text; a cell in quotes may hold the separator, line ends and doubled quotes; quotes left open would swallow the rows below and are refused. A row's number is its line's.</summary>
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
            line += Parse(first, line, separator, cells, reader);
            if (cells.Exists(c => c.Content != CellContent.Blank))
            {
                yield return new SourceRow(began, cells);
            }

            line++;
            first = reader.ReadLine();
        }
    }

    /// <summary>The cells of a row that begins with the line; answers how many further lines it took.</summary>
    private static int Parse(string line, int began, char separator, List<Cell> cells, TextReader reader)
    {
        var (cell, quoted, more, opened) = (new StringBuilder(), false, 0, 0);
        for (var i = 0; ; i++)
        {
            if (i >= line.Length)
            {
                if (!quoted)
                {
                    Add(cells, cell);
                    return more;
                }

                Put(cell, '\n');
                (line, i) = (reader.ReadLine() ?? throw Open(began + opened), -1);
                more++;
                continue;
            }

            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                Put(cell, c);
                i++;
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                // What closes some rows below in the middle of a text was opened by mistake.
                (quoted, opened) = !quoted ? (true, more) : opened == more || i + 1 == line.Length || line[i + 1] == separator || line[i + 1] == ' ' ? (false, 0) : throw Open(began + opened);
            }
            else if (c == separator && !quoted)
            {
                Add(cells, cell);
            }
            else
            {
                Put(cell, c);
            }
        }
    }

    /// <summary>One more character, up to what is read of a cell.</summary>
    private static void Put(StringBuilder cell, char c)
    {
        if (cell.Length < ReadingLimits.Text)
        {
            cell.Append(c);
        }
    }

    private static UnreadableException Open(int line) => new("Import.QuoteOpen", line);

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
