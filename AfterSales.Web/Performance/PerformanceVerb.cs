using System.Text.Encodings.Web;
using System.Text.Json;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Web.Commands;
using AfterSales.Web.Hosting;

namespace AfterSales.Web.Performance;

/// <summary><c>report performance --period P (--format json [--by DIM] | --format xlsx|pdf) [--out FILE]</c> (DESIGN, Contracts).</summary>
internal static class PerformanceVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Which period, by what, in which format.</summary>
    public static Result<VerbWork> Read(VerbCall call)
    {
        var (name, format, by) = (call.Option("period"), call.Option("format"), PerformanceAddress.Member<Dimension>(call.Option("by"), null));
        if (name is null || format is not ("json" or "xlsx" or "pdf") || (call.Option("by") is not null && (by is null || format != "json")))
        {
            return call.Usage;
        }

        return Period.Parse(name) is { } period ? new VerbWork(() => Run(call, period, by, format)) : new Problem("Performance.BadPeriod", null, name);
    }

    /// <summary>Writes the figures, the workbook or the summary to a file, else to stdout.</summary>
    private static async Task<int> Run(VerbCall call, Period period, Dimension? by, string format)
    {
        if (format == "json")
        {
            return await call.Write(JsonSerializer.SerializeToUtf8Bytes(await Figures(call, period, by), Json));
        }

        var report = await call.Get<PerformanceReporting>().Report(period, cases: format == "xlsx", call.Stop);
        var zone = call.Get<BusinessClock>().Zone;
        return report.Ok
            ? await call.Write(format == "xlsx" ? new PerformanceSheet(call.Texts, zone).Write(report.Value) : new PerformancePdf(call.Texts, zone, call.Get<SiteSettings>().Company).Write(report.Value))
            : await call.Refuse(report.Problems);
    }

    private static async Task<Dictionary<string, object>> Figures(VerbCall call, Period period, Dimension? by)
    {
        var view = await call.Get<PerformanceService>().View(period, by ?? Dimension.Area, call.Stop);
        var zone = call.Get<BusinessClock>().Zone;
        var json = new Dictionary<string, object>
        {
            ["period"] = period.Name,
            ["from"] = Local(view.From, zone),
            ["to"] = Local(view.To, zone),
            ["figures"] = view.Lines.Select(l => Of(l.Figure)),
        };
        if (by is { } dimension)
        {
            json["groups"] = view.Groups.Select(g => new { group = view.Names.Of(dimension, g.Key, call.Texts), figures = g.Figures.Select(Of) });
        }

        return json;
    }

    private static object Of(Figure figure) => new { key = figure.Key.ToString(), numerator = figure.Numerator, denominator = figure.Denominator, value = figure.Value };

    private static DateTimeOffset Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone);
}
