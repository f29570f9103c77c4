using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>Where in the package the sheets, styles and shared texts are.</summary>
internal sealed record XlsxParts(IReadOnlyList<(string Name, string Path)> Sheets, string? Styles, string? Texts, bool From1904)
{
    public static XlsxParts Of(XlsxBook book)
    {
        var main = Targets(book, "_rels/.rels", "").FirstOrDefault(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path ?? "xl/workbook.xml";
        var folder = main.Contains('/', StringComparison.Ordinal) ? main[..main.LastIndexOf('/')] : "";
        var targets = Targets(book, $"{folder}/_rels/{main[(main.LastIndexOf('/') + 1)..]}.rels".TrimStart('/'), folder).ToList();
        var (sheets, from1904) = ReadSheets(book, main, targets.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.Path));
        return new(sheets, Path("/styles"), Path("/sharedStrings"), from1904);
        string? Path(string type) => targets.FirstOrDefault(t => t.Type.EndsWith(type, StringComparison.Ordinal)).Path;
    }

    private static (IReadOnlyList<(string, string)>, bool) ReadSheets(XlsxBook book, string path, Dictionary<string, string> targets)
    {
        using var xml = book.Part(path) ?? throw new UnreadableException("Import.NotAWorkbook");
        var sheets = new List<(string, string)>();
        var from1904 = false;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && Relation(xml) is { } id
                && targets.TryGetValue(id, out var target) && sheets.Count < ReadingLimits.Sheets)
            {
                sheets.Add((xml.GetAttribute("name") ?? "", target));
            }
        }

        return sheets.Count > 0 ? (sheets, from1904) : throw new UnreadableException("Import.NotAWorkbook");
    }

    /// <summary>The attribute r:id, in either edition's namespace.</summary>
    private static string? Relation(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private static IEnumerable<(string Id, string Type, string Path)> Targets(XlsxBook book, string path, string folder)
    {
        using var xml = book.Part(path);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { Length: > 0 } target && xml.GetAttribute("TargetMode") != "External")
            {
                yield return (xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", target[0] == '/' ? target[1..] : Joined(folder, target));
            }
        }
    }

    private static string Joined(string folder, string target)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}
