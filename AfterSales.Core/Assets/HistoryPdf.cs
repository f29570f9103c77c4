using AfterSales.Core.Attachments;
using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>车历 / 设备履历 on A4.</summary>
public sealed class HistoryPdf(Texts texts, TimeZoneInfo zone, string company)
{
    /// <summary>The .pdf of a machine's history.</summary>
    public byte[] Write(AssetView view, HistoryPage history, IReadOnlyList<AttachmentRow> documents, ListBook book, DateTimeOffset at)
    {
        var paper = new HistoryPaper(texts, zone);
        return new PaperPdf(company, n => texts["Reports.PageOf", n.Number, n.Total])
            .Write(new DocumentInfo(paper.Name(view, book), company, at), [paper.Of(view, history, documents, book)], paper.Foot(view, at));
    }
}
