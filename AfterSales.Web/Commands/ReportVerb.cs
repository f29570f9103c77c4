using AfterSales.Web.Performance;

namespace AfterSales.Web.Commands;

/// <summary><c>report WHAT …</c>: each report has a file of its own in its feature's folder.</summary>
internal static class ReportVerb
{
    /// <summary>Hands on to the report that the first word names.</summary>
    public static Task<int> Run(VerbCall call) => call.Words switch
    {
        ["performance"] => PerformanceVerb.Run(call),
        _ => call.Wrong(),
    };
}
