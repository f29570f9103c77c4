using AfterSales.Core.Reports.Pdf;
using UglyToad.PdfPig;

namespace AfterSales.Tests.Reports.Pdf;

/// <summary>Makes documents of one content and reads them back as a stranger's reader would.</summary>
internal static class PdfProbe
{
    public static byte[] Print(Action<Container> content, bool numbered = false) =>
        Document.Create(new DocumentInfo("报告", "AfterSales", DateTimeOffset.UnixEpoch), document => document.Page(page =>
        {
            if (numbered)
                page.Footer().Text(text => text.PageNumber(n => $"第 {n.Number} 页 共 {n.Total} 页"));
            content(page.Content());
        })).GeneratePdf();

    /// <summary>The text of each page in drawing order, without line ends.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value))).ToList();
    }

    public static IReadOnlyList<string> Pages(Action<Container> content) => Pages(Print(content));

    /// <summary>The lines of a text block in a width, top to bottom.</summary>
    public static IReadOnlyList<string> Lines(string text, float width) => Lines(Print(box => box.Width(width).Text(text)));

    /// <summary>What stands on each line across the page, top to bottom.</summary>
    public static IReadOnlyList<string> Lines(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().SelectMany(page => page.Letters
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
            .OrderByDescending(line => line.Key)
            .Select(line => string.Concat(line.Select(letter => letter.Value))))
            .ToList();
    }

    public static int Count(string text, string part) => text.Split(part).Length - 1;
}
