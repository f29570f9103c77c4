using System.IO.Compression;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace AfterSales.Tests.Support;

/// <summary>How far a sheet of a workbook reaches: as its part says, which need not say it; as its filter says; and as its cells with something in them do.</summary>
internal sealed record Extent(string? Told, string? Filter, string There)
{
    /// <summary>Of each sheet of the workbook.</summary>
    public static IReadOnlyList<Extent> Of(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var parts = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal);
        return [.. parts.Zip(book.Worksheets, One)];
    }

    private static Extent One(ZipArchiveEntry part, IXLWorksheet sheet)
    {
        using var stream = part.Open();
        var root = XDocument.Load(stream).Root!;
        string? Ref(string name) => root.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Attribute("ref")?.Value;
        return new(Ref("dimension"), Ref("autoFilter"), sheet.RangeUsed(XLCellsUsedOptions.Contents)!.RangeAddress.ToString()!);
    }
}
