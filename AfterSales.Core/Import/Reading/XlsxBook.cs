using System.IO.Compression;
using System.Xml;

namespace AfterSales.Core.Import;

/// <summary>A workbook read as a stream: its memory doesn't grow with its rows, but for the texts that cells share.</summary>
internal sealed class XlsxBook : SourceBook
{
    private readonly ZipArchive zip;
    private readonly XlsxStyles styles;
    private readonly IReadOnlyList<string> texts;
    private int rows;

    public XlsxBook(Stream stream)
    {
        zip = new ZipArchive(stream, ZipArchiveMode.Read);
        Check(zip);
        var parts = XlsxParts.Of(this);
        styles = XlsxStyles.Of(this, parts.Styles, parts.From1904);
        texts = XlsxTexts.Of(this, parts.Texts);
        Sheets = [.. parts.Sheets.Select(s => new SourceSheet(s.Name, SourceBooks.Guarded(Counted(new XlsxSheet(this, s.Path, styles, texts).Rows()))))];
    }

    public override IReadOnlyList<SourceSheet> Sheets { get; }

    /// <summary>A reader of one part; null where there is none.</summary>
    public XmlReader? Part(string? path)
    {
        if (path is null || zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true, CheckCharacters = false };
        return XmlReader.Create(new LimitedStream(entry.Open(), Math.Min(entry.Length, ReadingLimits.Unpacked)), settings);
    }

    public override void Dispose() => zip.Dispose();

    /// <summary>Looked at before anything is unpacked.</summary>
    private static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > ReadingLimits.Parts || zip.Entries.Sum(e => e.Length) > ReadingLimits.Unpacked
            || zip.Entries.Any(e => e.Length > ReadingLimits.RatioFrom && e.Length / Math.Max(1, e.CompressedLength) > ReadingLimits.Ratio))
        {
            throw new UnreadableException("Import.TooLarge");
        }

        if (zip.Entries.Any(e => e.IsEncrypted))
        {
            throw new UnreadableException("Import.Encrypted");
        }
    }

    private IEnumerable<SourceRow> Counted(IEnumerable<SourceRow> all)
    {
        foreach (var row in all)
        {
            if (++rows > ReadingLimits.Rows * 2)
            {
                throw new UnreadableException("Import.TooManyRows", ReadingLimits.Rows);
            }

            yield return row;
        }
    }
}
