using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>客户档案基本资料表 on A4.</summary>
public sealed class CustomerPdf(Texts texts, TimeZoneInfo zone, string company)
{
    /// <summary>The .pdf of a customer's file.</summary>
    public byte[] Write(CustomerSheet sheet)
    {
        var paper = new CustomerPaper(texts, zone);
        var info = new DocumentInfo(paper.Name(sheet), company, sheet.At);
        return new PaperPdf(company, n => texts["Reports.PageOf", n.Number, n.Total]).Write(info, [paper.Of(sheet)], paper.Foot(sheet));
    }
}
