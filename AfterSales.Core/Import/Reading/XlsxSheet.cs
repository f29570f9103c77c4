using System.Globalization;
using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>The rows of one sheet; a merged cell's value stands in each of its cells.</summary>
internal sealed class XlsxSheet(XlsxBook book, string path, XlsxStyles styles, IReadOnlyList<string> texts)
{
    /// <summary>Every row with something in it.</summary>
    public IEnumerable<SourceRow> Rows()
    {
        var merges = MergedCells.Of(book, path);
        using var xml = book.Part(path);
        var (number, cells) = (0, new List<Cell>());
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                yield break;
            }

            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > number ? told : number + 1;
            cells = [];
            var filled = Cells(xml, cells);
            merges.Fill(number, cells);
            if (filled)
            {
                yield return new SourceRow(number, cells);
            }
        }
    }

    /// <summary>The row's cells; true where one of its own has something in it.</summary>
    private bool Cells(XmlReader xml, List<Cell> cells)
    {
        var (filled, depth) = (false, xml.Depth);
        if (xml.IsEmptyElement)
        {
            return false;
        }

        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            column = MergedCells.Column(xml.GetAttribute("r")) is { } told && told > column ? told : column + 1;
            if (column >= ReadingLimits.Columns)
            {
                xml.Skip();
                continue;
            }

            var cell = Value(xml);
            if (cell.Content != CellContent.Blank)
            {
                filled = true;
                while (cells.Count < column)
                {
                    cells.Add(Cell.Blank);
                }

                cells.Add(cell);
            }
        }

        return filled;
    }

    private Cell Value(XmlReader xml)
    {
        var (type, style, depth, value) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth, "");
        if (xml.IsEmptyElement)
        {
            return Cell.Blank;
        }

        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
            {
                value = XlsxTexts.Item(xml);
            }
        }

        return Typed(type, int.TryParse(style, out var s) ? s : -1, value);
    }

    private Cell Typed(string? type, int style, string value) => type switch
    {
        _ when value.Length == 0 => Cell.Blank,
        "s" => Cell.Of(int.TryParse(value, out var at) && at >= 0 && at < texts.Count ? texts[at] : throw new InvalidDataException()),
        "e" => new(CellContent.Error, value),
        "b" => new(CellContent.Text, value is "1" or "true" ? "TRUE" : "FALSE"),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var day) ? new(CellContent.Moment, value, 0, day) : Cell.Of(value),
        "str" or "inlineStr" => Cell.Of(value),
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? styles.Cell(number, style) : Cell.Of(value),
    };
}
