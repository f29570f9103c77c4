using System.Text;
using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>The texts that cells share, and texts in runs of different looks.</summary>
internal static class XlsxTexts
{
    public static IReadOnlyList<string> Of(XlsxBook book, string? path)
    {
        var texts = new List<string>();
        var length = 0L;
        using var xml = book.Part(path);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(Item(xml));
                if ((length += texts[^1].Length + 12) > ReadingLimits.Texts)
                {
                    throw new UnreadableException("Import.TooLarge");
                }
            }
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on, phonetic guides left out; the reader ends on its end.</summary>
    public static string Item(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, phonetic, inText) = (new StringBuilder(), xml.Depth, 0, xml.LocalName == "v");
        while (xml.Read() && xml.Depth > depth)
        {
            inText = xml.NodeType switch { XmlNodeType.Element => xml.LocalName == "t", XmlNodeType.EndElement => false, _ => inText };
            phonetic += xml is { LocalName: "rPh", IsEmptyElement: false } ? xml.NodeType == XmlNodeType.Element ? 1 : xml.NodeType == XmlNodeType.EndElement ? -1 : 0 : 0;
            if (inText && phonetic == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && text.Length < ReadingLimits.Text)
            {
                text.Append(xml.Value);
            }
        }

        return Unescaped(text.ToString());
    }

    /// <summary>"_x000D_": what XML can't hold.</summary>
    public static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : text;
}
