using System.Diagnostics;
using AfterSales.Core.Reports.Pdf;
using static AfterSales.Tests.Reports.Pdf.PdfProbe;

namespace AfterSales.Tests.Reports.Pdf;

/// <summary>What is printed can be searched and copied, and nothing that a person typed does harm.</summary>
public sealed class PdfTextTests
{
    [Fact]
    public void Copied_text_is_the_text_and_not_radicals()
    {
        const string Text = "第一页客户行人工日月水火金木土自走车马鱼鸟黄黑齐龙，售后服务报告单 ¥1,234.50 ≥ 95 % · ✓ 按时—…";
        Assert.Equal(Text, Assert.Single(Pages(box => box.Text(Text))));
        Assert.Equal(Text, Assert.Single(Pages(box => box.Text(Text).Bold())));
    }

    [Fact]
    public void Another_reader_finds_the_same_words()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(file, Print(box => box.Text("客户：杭州宏远电缆有限公司，第 1 页")));
            var text = PdfToText(file);
            Assert.SkipWhen(text is null, "pdftotext (poppler-utils) is missing.");
            Assert.Contains("客户：杭州宏远电缆有限公司，第 1 页", text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("a😀b", "a□b")]
    [InlineData("👩‍🔧️", "□□")]
    [InlineData("\u202Eabc\u200F\u2066", "abc")]
    [InlineData("x\0\u0001\u007Fy", "xy")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=1+1 _x0041_ )Tj", "=1+1 _x0041_ )Tj")]
    [InlineData("مرحبا", "□□□□□")]
    [InlineData("⼈⾃ ﬁ é•✗", "人自 fi é·×")]
    [InlineData("the user’s “own” words ’", "the user's “own” words ’")]
    [InlineData("䶮𬭎", "䶮𬭎")]
    public void What_was_typed_prints_harmlessly(string typed, string printed) =>
        Assert.Equal(printed, Assert.Single(Pages(box => box.Text(typed))));

    [Fact]
    public void Lone_surrogates_print_as_a_box_in_text_title_and_chart()
    {
        const string Broken = "甲\uD800乙\uDC00";
        var chart = new BarChart([new Bar(Broken, 1, Broken)]);
        var pdf = Document.Create(new DocumentInfo(Broken, Broken, DateTimeOffset.UnixEpoch), document =>
            document.Page(page => page.Content().Column(column =>
            {
                column.Item().Text(Broken);
                column.Item().BarChart(chart);
            }))).GeneratePdf();
        Assert.Equal(3, Count(Pages(pdf)[0], "甲□乙□"));
    }

    [Fact]
    public void A_line_never_begins_with_a_closing_mark_nor_ends_with_an_opening_one()
    {
        const string Text = "客户说：“机器（收线张力）下降，急停；复位后可运行！”请于今日（周二）答复、到场、处理。";
        for (var width = 40f; width < 200; width += 3)
        {
            var lines = Lines(Text, width);
            Assert.Equal(Text, string.Concat(lines));
            Assert.DoesNotContain(lines, line => "，。：；！？、）”".Contains(line[0]) || "（“".Contains(line[^1]));
        }
    }

    [Fact]
    public void Latin_words_break_at_blanks_and_too_long_ones_anywhere()
    {
        Assert.Equal(["replaced both", "bearings today"], Lines("replaced both bearings today", 70));
        Assert.Equal("JN630ABCDEFGHIJKLMNOPQRSTUVWXYZ", string.Concat(Lines("JN630ABCDEFGHIJKLMNOPQRSTUVWXYZ", 60)));
    }

    [Fact]
    public void A_file_carries_only_the_glyphs_it_uses()
    {
        var pdf = Print(box => box.Column(column =>
        {
            for (var i = 0; i < 600; i++)
                column.Item().Text(string.Concat(Enumerable.Range(i, 30).Select(j => (char)(0x4E00 + j)))).Bold(i % 2 == 0);
        }));
        Assert.InRange(pdf.Length, 1, 300 * 1024);
    }

    [Fact]
    public void The_same_report_gives_the_same_file() =>
        Assert.Equal(Print(box => box.Text("相同")), Print(box => box.Text("相同")));

    private static string? PdfToText(string file)
    {
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
            return reader.StandardOutput.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
