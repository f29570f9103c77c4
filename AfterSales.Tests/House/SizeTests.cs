using AfterSales.Core;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.House;

/// <summary>STYLE's sizes: the longest binds; the medians inform.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_of_code_is_longer_than_250_lines() =>
        Found.None(Source.Code().Select(f => (f, Source.Lines(f).Length)).Where(f => f.Length > 250));

    [Fact]
    public void No_page_is_longer_than_200_lines() =>
        Found.None(Source.Files("", ".razor").Select(f => (f, Source.Lines(f).Length)).Where(f => f.Length > 200));

    [Fact]
    public void No_style_sheet_is_longer_than_250_lines_nor_a_line_of_it_than_160() =>
        Found.None(Source.Files("", ".css").Select(f => (f, Source.Lines(f).Length, Source.Lines(f).Max(l => l.Length))).Where(f => f.Item2 > 250 || f.Item3 > 160));

    [Fact]
    public void No_method_is_longer_than_50_lines() =>
        Found.None(new[] { typeof(CoreServices), typeof(ResourceTexts), typeof(SizeTests) }.SelectMany(t => MethodSizes.Of(t.Assembly)).Where(m => m.Lines > 50 && !m.Name.EndsWith("ctor", StringComparison.Ordinal)));

    [Fact]
    public void The_medians_stay_small()
    {
        var files = Source.Code().Select(f => Source.Lines(f).Length).Order().ToList();
        var methods = MethodSizes.Of(typeof(CoreServices).Assembly).Concat(MethodSizes.Of(typeof(ResourceTexts).Assembly)).Select(m => m.Lines).Order().ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"files {At(files, 0.5)}/{At(files, 0.95)}/{files[^1]}, methods {At(methods, 0.5)}/{At(methods, 0.95)}/{methods[^1]} (median/95 %/longest)");

        Assert.InRange(At(files, 0.5), 1, 80);
        Assert.InRange(At(methods, 0.95), 1, 25);
    }

    private static int At(List<int> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
