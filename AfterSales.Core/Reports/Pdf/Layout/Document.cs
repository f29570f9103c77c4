using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>What the file says about itself. The instant is given, so that the same report gives the same file.</summary>
public sealed record DocumentInfo(string Title, string Author, DateTimeOffset Created);

/// <summary>
/// A PDF, composed in QuestPDF's vocabulary and drawn by SkiaSharp (docs/decisions/0001). Chinese text in it can be
/// searched and copied, and it carries only the glyphs that it uses.
/// </summary>
public sealed class Document
{
    private readonly DocumentInfo info;
    private readonly List<PageRun> runs = [];

    private Document(DocumentInfo info) => this.info = info;

    public static Document Create(DocumentInfo info, Action<Document> compose)
    {
        var document = new Document(info);
        compose(document);
        return document;
    }

    /// <summary>Pages with one header and footer; a document may have several runs of them.</summary>
    public void Page(Action<PageDescriptor> compose)
    {
        var page = new PageDescriptor();
        compose(page);
        runs.Add(page.Build());
    }

    /// <summary>Lays the document out, cuts its faces and writes the file.</summary>
    public byte[] GeneratePdf()
    {
        var pages = runs.SelectMany(run => run.Cut().Select(slice => (Run: run, Slice: slice))).ToList();
        using var fonts = new DocumentFonts();
        using var nowhere = new SKNoDrawCanvas(1, 1);
        DrawAll(_ => nowhere, static () => { });
        fonts.Cut();

        using var file = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(file, Metadata()))
        {
            DrawAll(size => pdf.BeginPage(size.Width, size.Height), pdf.EndPage);
            pdf.Close();
        }
        return file.ToArray();

        void DrawAll(Func<SKSize, SKCanvas> begin, Action end)
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var (run, slice) = pages[i];
                using var page = new PdfCanvas(begin(run.Size), fonts);
                run.Draw(page, slice, new PageNumber(i + 1, pages.Count));
                end();
            }
        }
    }

    private SKDocumentPdfMetadata Metadata() => new()
    {
        Title = PrintableText.Of(info.Title),
        Author = PrintableText.Of(info.Author),
        Creation = info.Created.UtcDateTime,
        Modified = info.Created.UtcDateTime,
        Producer = "AfterSales",
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = 90,
    };
}
