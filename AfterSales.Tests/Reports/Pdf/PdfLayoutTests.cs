using AfterSales.Core.Reports.Pdf;
using SkiaSharp;
using UglyToad.PdfPig;
using static AfterSales.Tests.Reports.Pdf.PdfProbe;

namespace AfterSales.Tests.Reports.Pdf;

/// <summary>Pages are set as a careful hand would set them.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public void A_table_over_three_pages_repeats_its_head_and_loses_no_row()
    {
        var pages = Pages(Print(box => Table(box, 90, i => $"行{i}。"), numbered: true));
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Equal(1, Count(page, "备件号")));
        for (var i = 0; i < 90; i++)
            Assert.Equal(1, pages.Sum(page => Count(page, $"行{i}。")));
        for (var i = 0; i < 3; i++)
            Assert.Contains($"第 {i + 1} 页 共 3 页", pages[i]);
    }

    [Fact]
    public void A_row_stays_whole_unless_it_is_higher_than_a_page()
    {
        var paragraph = string.Concat(Enumerable.Range(0, 300).Select(i => $"甲{i}，"));
        var whole = Pages(box => Table(box, 12, _ => "始" + paragraph + "终"));
        Assert.True(whole.Count > 1);
        Assert.All(whole, page => Assert.Equal(Count(page, "始"), Count(page, "终")));

        var high = string.Concat(Enumerable.Range(0, 3000).Select(i => $"乙{i}，"));
        var divided = Pages(box => Table(box, 1, _ => high));
        Assert.True(divided.Count > 1);
        Assert.All(divided, page => Assert.StartsWith("备件号", page));
        Assert.Equal(high, string.Concat(divided.Select(page => page["备件号".Length..])));
    }

    [Fact]
    public void Neither_a_head_nor_a_heading_ends_a_page()
    {
        for (var above = 640f; above < 780; above += 7)
        {
            var pages = Pages(box => box.Column(column =>
            {
                column.Item().Height(above).Text("上");
                column.Item(keepWithNext: true).Text("标题");
                column.Item().Element(item => { Table(item, 3, i => $"行{i}。"); return item; });
            }));
            var titled = Assert.Single(pages, page => page.Contains("标题", StringComparison.Ordinal));
            Assert.Contains("备件号行0。", titled);
        }
    }

    [Fact]
    public void What_is_shown_entire_moves_to_the_next_page_whole()
    {
        var pages = Pages(box => box.Column(column =>
        {
            column.Item().Height(700).Text("上");
            column.Item().ShowEntire().Column(inner =>
            {
                for (var i = 0; i < 8; i++)
                    inner.Item().Text($"签字{i}");
            });
        }));
        Assert.Equal(["上", "签字0签字1签字2签字3签字4签字5签字6签字7"], pages);
    }

    [Fact]
    public void A_page_break_begins_a_page_and_never_leaves_an_empty_one()
    {
        var pages = Pages(box => box.Column(column =>
        {
            column.Item().PageBreak();
            column.Item().Text("一");
            column.Item().PageBreak();
            column.Item().Text("二");
            column.Item().PageBreak();
        }));
        Assert.Equal(["一", "二"], pages);
    }

    [Fact]
    public void A_paragraph_leaves_no_single_line_behind_or_over()
    {
        var text = string.Concat(Enumerable.Repeat("收线张力下降", 60));
        for (var above = 660f; above < 766; above += 5)
        {
            using var document = PdfDocument.Open(Print(box => box.Column(column =>
            {
                column.Item().Height(above).Text("");
                column.Item().Text(text);
            })));
            foreach (var page in document.GetPages().Where(page => page.Letters.Count > 0))
                Assert.True(page.Letters.Select(letter => Math.Round(letter.StartBaseLine.Y)).Distinct().Count() >= 2);
        }
    }

    [Fact]
    public void Rows_share_their_width_and_right_means_right()
    {
        using var document = PdfDocument.Open(Print(box => box.Row(row =>
        {
            row.ConstantItem(100).Text("左");
            row.RelativeItem().AlignRight().Text("右");
        })));
        var letters = document.GetPage(1).Letters;
        Assert.Equal(48, letters[0].StartBaseLine.X, 1.0);
        Assert.Equal(595.28 - 48, letters[1].EndBaseLine.X, 1.0);
    }

    [Fact]
    public void A_page_number_in_the_content_is_a_bug_and_says_so() =>
        Assert.Throws<InvalidOperationException>(() => Print(box => box.Text(text => text.PageNumber(n => $"{n.Number}"))));

    [Fact]
    public void A_signature_is_drawn_and_a_damaged_picture_spoils_nothing()
    {
        using (var document = PdfDocument.Open(Print(box => box.Height(50).Image(Signature()))))
        {
            var picture = Assert.Single(document.GetPage(1).GetImages());
            Assert.Equal(50, picture.BoundingBox.Height, 0.5);
            Assert.Equal(150, picture.BoundingBox.Width, 0.5);
        }
        Assert.Equal("签字", Pages(box => box.Column(column =>
        {
            column.Item().Text("签字");
            column.Item().Height(50).Image([1, 2, 3]);
        }))[0]);
    }

    private static void Table(Container box, int rows, Func<int, string> text) => box.Table(table =>
    {
        table.RelativeColumn();
        table.Header(head => head.Cell().Padding(4).Text("备件号").Bold());
        for (var i = 0; i < rows; i++)
            table.Cell().BorderBottom(0.5f, Palette.Rule).Padding(4).Text(text(i));
    });

    private static byte[] Signature()
    {
        using var surface = SKSurface.Create(new SKImageInfo(300, 100));
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 4 };
        surface.Canvas.DrawLine(10, 80, 290, 20, ink);
        using var picture = surface.Snapshot();
        return picture.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
