using AfterSales.Core.Reports.Pdf;
using CsCheck;
using UglyToad.PdfPig;
using static AfterSales.Tests.Reports.Pdf.PdfProbe;

namespace AfterSales.Tests.Reports.Pdf;

/// <summary>Charts are vectors with searchable words.</summary>
public sealed class ChartTests
{
    private static readonly string[] Months = Enumerable.Range(1, 12).Select(month => $"{month}月").ToArray();

    [Fact]
    public void A_line_chart_is_drawn_in_vectors_with_its_words()
    {
        var values = Months.Select((_, i) => i == 4 ? (double?)null : 0.9 + i * 0.005).ToArray();
        var chart = new LineChart(Months, values, value => $"{value * 100:0.#} %") { Target = 0.95, TargetLabel = "目标 ≥ 95 %", Ceiling = 1 };
        using var document = PdfDocument.Open(Print(box => box.LineChart(chart)));
        var page = document.GetPage(1);
        var text = string.Concat(page.Letters.Select(letter => letter.Value));
        Assert.Empty(page.GetImages());
        Assert.True(page.Paths.Count > 20);
        Assert.Contains("目标 ≥ 95 %", text);
        Assert.Contains("12月", text);
        Assert.EndsWith("95.5 %", text);
    }

    [Fact]
    public void A_month_without_a_value_breaks_the_line()
    {
        int Paths(double? fifth)
        {
            var values = Months.Select((_, i) => i == 4 ? fifth : 10 + i % 3).ToArray();
            using var document = PdfDocument.Open(Print(box => box.LineChart(new LineChart(Months, values, value => $"{value}"))));
            return document.GetPage(1).Paths.Count;
        }
        Assert.Equal(2 + 2, Paths(11) - Paths(null));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.3)]
    public void The_last_value_stands_beside_the_plot_and_covers_nothing(double before, double last)
    {
        var values = Months.Select((_, i) => (double?)(i == 11 ? last : before)).ToArray();
        var chart = new LineChart([.. Enumerable.Range(1, 12).Select(month => $"{month}")], values, value => $"{value * 100:0.#} %") { Target = 0.05, TargetLabel = "≤ 5 %", Ceiling = 1 };
        using var document = PdfDocument.Open(Print(box => box.Width(170).LineChart(chart, 72)));
        var letters = document.GetPage(1).Letters;
        var value = $"{last * 100:0.#} %";
        var others = letters.Take(letters.Count - value.Length).ToList();

        Assert.Equal(value, string.Concat(letters.TakeLast(value.Length).Select(l => l.Value)));
        Assert.True(letters[^value.Length].StartBaseLine.X > others.Max(l => l.EndBaseLine.X));
        Assert.True(letters[^1].EndBaseLine.X <= letters[0].StartBaseLine.X + 170);
    }

    [Fact]
    public void A_value_of_months_ago_stands_beside_its_dot()
    {
        double Left(int known)
        {
            var values = Months.Select((_, i) => i < known ? (double?)10 : null).ToArray();
            using var document = PdfDocument.Open(Print(box => box.LineChart(new LineChart(Months, values, value => $"{value}") { Ceiling = 20 })));
            var letters = document.GetPage(1).Letters;
            Assert.Equal("10", string.Concat(letters.TakeLast(2).Select(l => l.Value)));
            return letters[^2].StartBaseLine.X;
        }

        var month = Left(9) - Left(8);
        Assert.True(month > 10);
        Assert.Equal(month, Left(8) - Left(7), 0.1);
        Assert.True(Left(12) > Left(11));
    }

    [Fact]
    public void Charts_without_any_value_draw_their_frame()
    {
        var empty = new LineChart(Months, new double?[12], value => $"{value}");
        Assert.Contains("12月", Pages(box => box.LineChart(empty))[0]);
        Assert.Equal("", Pages(box => box.BarChart(new BarChart([])))[0]);
        Assert.Equal("——", Pages(box => box.BarChart(new BarChart([new Bar("—", null, "—")])))[0]);
    }

    [Fact]
    public void A_scale_covers_its_values_with_a_few_round_marks() =>
        Gen.Double[-1e6, 1e6].Array[1, 12].Sample(values =>
        {
            var scale = ChartScale.Over(values, null, null);
            Assert.True(scale.From <= values.Min() && values.Max() <= scale.To);
            Assert.InRange(scale.Marks().Count(), 1, 8);
            Assert.All(values, value => Assert.InRange(scale.Share(value), -0.001f, 1.001f));
        });
}
