using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Commands;
using AfterSales.Web.Hosting;

namespace AfterSales.Web.WorkOrders;

/// <summary><c>report case NO [--format pdf] [--out FILE]</c> (DESIGN, Contracts).</summary>
internal static class ServiceReportVerb
{
    /// <summary>Which case; there is one format.</summary>
    public static Result<VerbWork> Read(VerbCall call, string number) =>
        call.Option("format") is null or "pdf" && call.Option("period") is null && call.Option("by") is null ? new VerbWork(() => Run(call, number)) : call.Usage;

    /// <summary>Writes the case's service reports to a file, else to stdout.</summary>
    private static async Task<int> Run(VerbCall call, string number)
    {
        var views = await Views(call, number);
        if (views is null)
        {
            return await call.Refuse([new Problem("Commands.NoSuchCase", null, number)]);
        }

        var settings = call.Get<SiteSettings>();
        return views.Count == 0
            ? await call.Refuse([new Problem("Reports.NoReport", null, number)])
            : await call.Write(new ServiceReportPdf(call.Texts, settings.Zone, settings.Company).Write(views));
    }

    private static async Task<IReadOnlyList<ServiceReportView>?> Views(VerbCall call, string number)
    {
        try
        {
            return await call.Get<ServiceReportReader>().Read(number, call.Stop);
        }
        catch (MissingException)
        {
            return null;
        }
    }
}
