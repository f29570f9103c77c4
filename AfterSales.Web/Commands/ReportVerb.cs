using AfterSales.Core.Shared;
using AfterSales.Web.Performance;
using AfterSales.Web.WorkOrders;

namespace AfterSales.Web.Commands;

/// <summary><c>report WHAT …</c>: each report has a file of its own in its feature's folder.</summary>
internal static class ReportVerb
{
    /// <summary>The line that wrong usage is answered with.</summary>
    public const string Usage = "report performance --period 2026-10|2026-Q3|2026 (--format json [--by area|engineer|agent|line|model|channel|type|dealer] | --format xlsx|pdf) [--out FILE]"
        + "  |  report case NO [--format pdf] [--out FILE]";

    /// <summary>Hands on to the report that the first word names.</summary>
    public static Result<VerbWork> Read(VerbCall call) => call.Words switch
    {
        ["performance"] => PerformanceVerb.Read(call),
        ["case", var number] => ServiceReportVerb.Read(call, number),
        _ => call.Usage,
    };

    /// <summary>Writes a result to the file that <c>--out</c> names, else to stdout.</summary>
    public static async Task<int> Write(this VerbCall call, byte[] bytes)
    {
        try
        {
            await using var target = call.Option("out") is { } file ? File.Create(file) : Console.OpenStandardOutput();
            await target.WriteAsync(bytes, call.Stop);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await call.Error.WriteLineAsync(call.Texts["Commands.CannotWrite", call.Option("out")]);
            return ExitCode.Refused;
        }
    }
}
