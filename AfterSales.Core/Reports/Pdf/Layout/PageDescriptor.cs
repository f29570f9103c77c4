using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A run of A4 pages with the same header and footer; its content flows over as many as it needs.</summary>
public sealed class PageDescriptor
{
    private const float Long = 841.89f;
    private const float Short = 595.28f;
    private SKSize size = new(Short, Long);
    private Edges margin = new(48, 40, 48, 36);
    private TextStyle style = new();
    private Container? header;
    private Container? content;
    private Container? footer;

    internal PageDescriptor()
    {
    }

    /// <summary>A4 across.</summary>
    public void Landscape() => size = new(Long, Short);

    /// <summary>Margins in points (28.35 to the centimetre).</summary>
    public void Margin(float horizontal, float vertical) => margin = new(horizontal, vertical, horizontal, vertical);

    /// <summary>The style of all text on these pages; to be set before the parts are composed.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> change) => style = change(style);

    public Container Header() => header = new Container(style);

    public Container Content() => content = new Container(style);

    public Container Footer() => footer = new Container(style);

    internal PageRun Build() =>
        new(size, margin, header?.Build() ?? Block.Empty, content?.Build() ?? Block.Empty, footer?.Build() ?? Block.Empty);
}

/// <summary>A composed run of pages, ready to be laid out.</summary>
internal sealed record PageRun(SKSize Size, Edges Margin, Block Header, Block Content, Block Footer)
{
    private static readonly PageNumber Widest = new(888, 888);

    private SKRect Paper => new(Margin.Left, Margin.Top, Size.Width - Margin.Right, Size.Height - Margin.Bottom);

    /// <summary>First pass: the content cut into pages, so that their number is known.</summary>
    public IEnumerable<Slice> Cut()
    {
        var height = Paper.Height - Part(Header, Widest).Size.Height - Part(Footer, Widest).Size.Height;
        for (var block = Content; block is not null;)
        {
            var slice = block.Take(new Room(Paper.Width, height, MustPlace: true));
            if (!slice.Placed)
                throw new InvalidOperationException("A part of the report finds no place on an empty page.");
            yield return slice;
            block = slice.Rest == Block.Empty ? null : slice.Rest;
        }
    }

    /// <summary>Second pass: one page with its header and footer.</summary>
    public void Draw(PdfCanvas page, Slice content, PageNumber number)
    {
        var (header, footer) = (Part(Header, number), Part(Footer, number));
        var top = Paper.Top + header.Size.Height;
        header.Draw(page, SKRect.Create(Paper.Left, Paper.Top, Paper.Width, header.Size.Height));
        content.Draw(page, SKRect.Create(Paper.Left, top, Paper.Width, content.Size.Height));
        footer.Draw(page, SKRect.Create(
            Paper.Left, Paper.Bottom - footer.Size.Height, Paper.Width, footer.Size.Height));
    }

    private Slice Part(Block part, PageNumber number) =>
        part.Take(new Room(Paper.Width, Paper.Height / 2, MustPlace: true, number));
}
