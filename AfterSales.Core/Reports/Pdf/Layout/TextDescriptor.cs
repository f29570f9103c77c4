using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A text of several spans.</summary>
public sealed class TextDescriptor
{
    private readonly TextStyle style;
    private readonly List<SpanDescriptor> spans = [];

    internal TextDescriptor(TextStyle style) => this.style = style;

    /// <summary>A stretch of text; line feeds begin a new line.</summary>
    public SpanDescriptor Span(string text) => Add(_ => text);

    /// <summary>The number of the page, worded by the caller; in header and footer only.</summary>
    public SpanDescriptor PageNumber(Func<PageNumber, string> word) => Add(page =>
        word(page ?? throw new InvalidOperationException("Page numbers are known in header and footer only.")));

    internal TextBlock Build() => new(spans.Select(span => span.Build()).ToList(), style.Align);

    private SpanDescriptor Add(Func<PageNumber?, string> text)
    {
        var span = new SpanDescriptor(text, style);
        spans.Add(span);
        return span;
    }
}

/// <summary>A stretch of text whose style can still be changed.</summary>
public sealed class SpanDescriptor
{
    private readonly Func<PageNumber?, string> text;
    private TextStyle style;

    internal SpanDescriptor(Func<PageNumber?, string> text, TextStyle style) => (this.text, this.style) = (text, style);

    public SpanDescriptor Bold(bool on = true) => Change(style with { Bold = on });

    public SpanDescriptor FontSize(float points) => Change(style with { Size = points });

    public SpanDescriptor FontColor(SKColor color) => Change(style with { Color = color });

    /// <summary>Line height as a multiple of the size.</summary>
    public SpanDescriptor LineHeight(float multiple) => Change(style with { LineHeight = multiple });

    internal TextSpan Build() => new(text, style);

    private SpanDescriptor Change(TextStyle changed)
    {
        style = changed;
        return this;
    }
}
