using System.Globalization;
using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>How a number is meant by its cell's format: a day or time, or digits with leading zeros.</summary>
internal sealed class XlsxStyles
{
    private readonly List<(bool Moment, int Digits)> formats = [];
    private readonly bool from1904;

    private XlsxStyles(bool from1904) => this.from1904 = from1904;

    public static XlsxStyles Of(XlsxBook book, string? path, bool from1904)
    {
        var (styles, codes, inCells) = (new XlsxStyles(from1904), new Dictionary<int, string>(), false);
        using var xml = book.Part(path);
        while (xml?.Read() == true)
        {
            inCells = xml.LocalName == "cellXfs" ? xml.NodeType == XmlNodeType.Element : inCells;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
            {
                codes[id] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                styles.formats.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var used) ? Meaning(used, codes.GetValueOrDefault(used)) : default);
            }
        }

        return styles;
    }

    /// <summary>A number as its cell shows it.</summary>
    public Cell Cell(double number, int style)
    {
        var (moment, digits) = style >= 0 && style < formats.Count ? formats[style] : default;
        if (moment && Serial.At(number + (from1904 ? 1462 : 0)) is { } at)
        {
            return new(CellContent.Moment, "", number, at);
        }

        var text = Math.Abs(number) < 1e15 && Math.Floor(number) == number ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
        return new(CellContent.Number, text.Length < digits && number >= 0 ? text.PadLeft(digits, '0') : text, number);
    }

    private static (bool, int) Meaning(int id, string? code)
    {
        if (code is null)
        {
            return (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58), 0);
        }

        var zeros = code.Length > 0 && code.All(c => c == '0') ? code.Length : 0;
        return (IsMoment(code), Math.Min(zeros, 30));
    }

    /// <summary>A format with a letter of days or times outside quotes, brackets and escapes.</summary>
    private static bool IsMoment(string code)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] is '"' or '[')
            {
                var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                var inside = code[i] == '[' && end > i && code[(i + 1)..end] is "h" or "hh" or "m" or "mm" or "s" or "ss" or "H" or "HH";
                if (inside || end < 0)
                {
                    return inside;
                }

                i = end;
            }
            else if (code[i] is '\\' or '_' or '*')
            {
                i++;
            }
            else if (code[i] is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 's' or 'S' or '年' or '月' or '日')
            {
                return !code.StartsWith("General", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}

/// <summary>Days of a workbook's calendar.</summary>
internal static class Serial
{
    private const double First = 1, Last = 2_958_466;

    /// <summary>The moment of a number of days, to the millisecond; null outside the calendar.</summary>
    public static DateTime? At(double days)
    {
        if (!(days >= First && days < Last))
        {
            return null;
        }

        // The calendar believes in a 29 February 1900.
        var from = days < 60 ? new DateTime(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified) : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
        return from.AddMilliseconds(Math.Round(days * 86_400_000));
    }
}
