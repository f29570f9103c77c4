using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>Which page of how many.</summary>
public readonly record struct PageNumber(int Number, int Total);

/// <summary>
/// The room that is offered to a block, in points. <see cref="MustPlace"/>: nothing stands above on this page, so
/// waiting for the next page would gain nothing. <see cref="Page"/> is known in header and footer only.
/// </summary>
internal readonly record struct Room(float Width, float Height, bool MustPlace, PageNumber? Page = null);

/// <summary>
/// What of a block stands on this page: its size, how to draw it into a rectangle at least that large, and what is
/// left for the next page. A slice that is not <see cref="Placed"/> says: not here, try the next page.
/// </summary>
internal sealed record Slice(SKSize Size, Action<PdfCanvas, SKRect> Draw, Block? Rest)
{
    public bool Placed { get; private init; } = true;

    public static Slice Nothing(Block whole) => new(SKSize.Empty, static (_, _) => { }, whole) { Placed = false };
}

/// <summary>
/// A part of a page. Blocks are never changed by being laid out: <see cref="Take"/> answers a slice that holds its own
/// measure, its drawing and the block that remains, so the same block may be measured as often as needed.
/// </summary>
internal abstract class Block
{
    public static Block Empty { get; } = new EmptyBlock();

    public abstract Slice Take(Room room);

    private sealed class EmptyBlock : Block
    {
        public override Slice Take(Room room) => new(SKSize.Empty, static (_, _) => { }, null);
    }
}
