using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// A place on the page that takes one thing: a text, a column, a row, a table, a picture, a drawing. The methods of
/// <see cref="Frames"/> put padding, borders and the like around it first, and read from the outside inwards.
/// </summary>
public sealed class Container
{
    private Func<Block> build = static () => Block.Empty;

    internal Container(TextStyle style) => Style = style;

    internal TextStyle Style { get; }

    /// <summary>One text in one style, changed by what the answer offers.</summary>
    public SpanDescriptor Text(string text)
    {
        var descriptor = new TextDescriptor(Style);
        build = descriptor.Build;
        return descriptor.Span(text);
    }

    /// <summary>A text of several spans.</summary>
    public void Text(Action<TextDescriptor> compose) => Fill(new TextDescriptor(Style), compose, text => text.Build);

    /// <summary>Items one below the other.</summary>
    public void Column(Action<ColumnDescriptor> compose) =>
        Fill(new ColumnDescriptor(Style), compose, column => column.Build);

    /// <summary>Items side by side.</summary>
    public void Row(Action<RowDescriptor> compose) => Fill(new RowDescriptor(Style), compose, row => row.Build);

    /// <summary>A table whose head stands again on every page.</summary>
    public void Table(Action<TableDescriptor> compose) =>
        Fill(new TableDescriptor(Style), compose, table => table.Build);

    /// <summary>A PNG or JPEG, as large as its place; see <see cref="Frames.Height"/>.</summary>
    public void Image(byte[] encoded)
    {
        var image = new ImageBlock(encoded);
        build = () => image;
    }

    /// <summary>Own drawing, in vectors, inside a <see cref="Frames.Height"/>. The callback runs twice.</summary>
    public void Canvas(Action<PdfCanvas, SKSize> draw) => build = () => new CanvasBlock(draw);

    /// <summary>A rule over the whole width.</summary>
    public void LineHorizontal(float width, SKColor color) =>
        this.Height(width).Canvas((page, size) => page.Fill(SKRect.Create(size), color));

    /// <summary>What follows stands on a new page.</summary>
    public void PageBreak() => build = static () => new PageBreakBlock();

    internal Container Wrap(Func<Block, Block> frame) => Wrap(Style, frame);

    internal Container Wrap(TextStyle style, Func<Block, Block> frame)
    {
        var inner = new Container(style);
        build = () => frame(inner.Build());
        return inner;
    }

    internal Block Build() => build();

    private void Fill<T>(T descriptor, Action<T> compose, Func<T, Func<Block>> built)
    {
        compose(descriptor);
        build = built(descriptor);
    }
}
