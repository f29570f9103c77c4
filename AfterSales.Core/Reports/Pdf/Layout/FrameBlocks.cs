using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>Four measures around a block, in points.</summary>
internal readonly record struct Edges(float Left, float Top, float Right, float Bottom)
{
    public float Across => Left + Right;

    public float Down => Top + Bottom;
}

/// <summary>Padding, background and border around a block, on every page that it reaches.</summary>
internal sealed class FrameBlock(Block content, Edges padding, Edges border, SKColor line, SKColor? fill) : Block
{
    public override Slice Take(Room room)
    {
        var inner = room with { Width = room.Width - padding.Across, Height = room.Height - padding.Down };
        var slice = content.Take(inner);
        if (!slice.Placed || (!room.MustPlace && slice.Size.Height + padding.Down > room.Height + 0.01f))
            return Slice.Nothing(this);
        var size = new SKSize(slice.Size.Width + padding.Across, slice.Size.Height + padding.Down);
        var rest = slice.Rest is null || slice.Rest == Empty
            ? slice.Rest
            : new FrameBlock(slice.Rest, padding, border, line, fill);
        return new Slice(size, (page, area) => Draw(page, area, slice), rest);
    }

    private void Draw(PdfCanvas page, SKRect area, Slice slice)
    {
        if (fill is { } color)
            page.Fill(area, color);
        slice.Draw(page, new SKRect(
            area.Left + padding.Left, area.Top + padding.Top, area.Right - padding.Right, area.Bottom - padding.Bottom));
        if (border.Left > 0)
            page.Fill(SKRect.Create(area.Left, area.Top, border.Left, area.Height), line);
        if (border.Top > 0)
            page.Fill(SKRect.Create(area.Left, area.Top, area.Width, border.Top), line);
        if (border.Right > 0)
            page.Fill(SKRect.Create(area.Right - border.Right, area.Top, border.Right, area.Height), line);
        if (border.Bottom > 0)
            page.Fill(SKRect.Create(area.Left, area.Bottom - border.Bottom, area.Width, border.Bottom), line);
    }
}

/// <summary>A block of a given width or height, or of a least height. What a fixed height can't hold is cut off.</summary>
internal sealed class SizeBlock(Block content, float? width, float? height, float least) : Block
{
    public override Slice Take(Room room)
    {
        if (!room.MustPlace && Math.Max(height ?? 0, least) > room.Height + 0.01f)
            return Slice.Nothing(this);
        var inner = room with { Width = Math.Min(width ?? room.Width, room.Width), Height = height ?? room.Height };
        var slice = content.Take(height is null ? inner : inner with { MustPlace = true });
        if (!slice.Placed)
            return Slice.Nothing(this);
        var size = new SKSize(
            width is null ? slice.Size.Width : inner.Width, height ?? Math.Max(least, slice.Size.Height));
        return new Slice(size, (page, area) => Draw(page, area, slice, size), height is null ? slice.Rest : null);
    }

    private void Draw(PdfCanvas page, SKRect area, Slice slice, SKSize size)
    {
        var box = SKRect.Create(
            area.Left, area.Top, width is null ? area.Width : size.Width, height is null ? area.Height : size.Height);
        if (height is null)
        {
            slice.Draw(page, box);
            return;
        }
        page.Canvas.Save();
        page.Canvas.ClipRect(box);
        slice.Draw(page, box);
        page.Canvas.Restore();
    }
}

/// <summary>Moves a block inside a larger area: 0 is left or top, 0.5 the middle, 1 right or bottom.</summary>
internal sealed class AlignBlock(Block content, float across, float down) : Block
{
    public override Slice Take(Room room)
    {
        var slice = content.Take(room);
        if (!slice.Placed)
            return Slice.Nothing(this);
        var rest = slice.Rest is null || slice.Rest == Empty ? slice.Rest : new AlignBlock(slice.Rest, across, down);
        return new Slice(slice.Size, Draw, rest);

        void Draw(PdfCanvas page, SKRect area)
        {
            var left = area.Left + across * Math.Max(0, area.Width - slice.Size.Width);
            var top = area.Top + down * Math.Max(0, area.Height - slice.Size.Height);
            var width = across > 0 ? slice.Size.Width : area.Width;
            slice.Draw(page, SKRect.Create(left, top, width, down > 0 ? slice.Size.Height : area.Height));
        }
    }
}
