using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>What stands around the content of a <see cref="Container"/>. All measures are points (1/72 inch).</summary>
public static class Frames
{
    public static Container Padding(this Container box, float all) => box.Padding(all, all, all, all);

    public static Container Padding(this Container box, float horizontal, float vertical) =>
        box.Padding(horizontal, vertical, horizontal, vertical);

    public static Container Padding(this Container box, float left, float top, float right, float bottom) =>
        box.Wrap(inner => new FrameBlock(inner, new(left, top, right, bottom), default, default, null));

    public static Container PaddingTop(this Container box, float top) => box.Padding(0, top, 0, 0);

    public static Container PaddingBottom(this Container box, float bottom) => box.Padding(0, 0, 0, bottom);

    public static Container PaddingLeft(this Container box, float left) => box.Padding(left, 0, 0, 0);

    public static Container PaddingRight(this Container box, float right) => box.Padding(0, 0, right, 0);

    /// <summary>A frame drawn inside the edges; it takes no room of its own.</summary>
    public static Container Border(this Container box, float width, SKColor color) =>
        box.Border(width, width, width, width, color);

    public static Container Border(
        this Container box, float left, float top, float right, float bottom, SKColor color) =>
        box.Wrap(inner => new FrameBlock(inner, default, new(left, top, right, bottom), color, null));

    public static Container BorderBottom(this Container box, float width, SKColor color) =>
        box.Border(0, 0, 0, width, color);

    public static Container BorderTop(this Container box, float width, SKColor color) =>
        box.Border(0, width, 0, 0, color);

    public static Container Background(this Container box, SKColor color) =>
        box.Wrap(inner => new FrameBlock(inner, default, default, default, color));

    /// <summary>Width at most; the place may be narrower.</summary>
    public static Container Width(this Container box, float width) =>
        box.Wrap(inner => new SizeBlock(inner, width, null, 0));

    /// <summary>Exactly this height; what is higher is cut off.</summary>
    public static Container Height(this Container box, float height) =>
        box.Wrap(inner => new SizeBlock(inner, null, height, 0));

    public static Container MinHeight(this Container box, float least) =>
        box.Wrap(inner => new SizeBlock(inner, null, null, least));

    public static Container AlignCenter(this Container box) => box.Align(TextAlign.Center, 0.5f);

    public static Container AlignRight(this Container box) => box.Align(TextAlign.Right, 1);

    /// <summary>The middle of the height that the row gives.</summary>
    public static Container AlignMiddle(this Container box) => box.Wrap(inner => new AlignBlock(inner, 0, 0.5f));

    public static Container AlignBottom(this Container box) => box.Wrap(inner => new AlignBlock(inner, 0, 1));

    /// <summary>Whole on one page, unless it is higher than a page.</summary>
    public static Container ShowEntire(this Container box) => box.Wrap(inner => new ShowEntireBlock(inner));

    /// <summary>Begins on the next page where less than this height is left.</summary>
    public static Container EnsureSpace(this Container box, float least) =>
        box.Wrap(inner => new EnsureSpaceBlock(inner, least));

    /// <summary>The style of all text inside, as a change of the style outside.</summary>
    public static Container DefaultTextStyle(this Container box, Func<TextStyle, TextStyle> change) =>
        box.Wrap(change(box.Style), inner => inner);

    /// <summary>A look with a name: <c>cell.Element(Heading).Text(…)</c>.</summary>
    public static Container Element(this Container box, Func<Container, Container> look) => look(box);

    private static Container Align(this Container box, TextAlign text, float across) =>
        box.Wrap(box.Style with { Align = text }, inner => new AlignBlock(inner, across, 0));
}
