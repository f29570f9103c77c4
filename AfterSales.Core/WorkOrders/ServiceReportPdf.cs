using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>售后服务报告单 on A4: each order's sheet begins a page, the pages count through.</summary>
public sealed class ServiceReportPdf(Texts texts, TimeZoneInfo zone, string company)
{
    /// <summary>The .pdf of a case's reports.</summary>
    public byte[] Write(IReadOnlyList<ServiceReportView> views)
    {
        var paper = new ServiceReportPaper(texts, zone);
        var info = new DocumentInfo(paper.Name(views[0]), company, views[0].At);
        return new PaperPdf(company, n => texts["Reports.PageOf", n.Number, n.Total]).Write(info, [.. views.Select(paper.Of)], paper.Foot(views[0]));
    }
}
