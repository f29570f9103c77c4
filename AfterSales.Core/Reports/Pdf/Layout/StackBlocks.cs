using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>An item of a column; one that keeps with the next never stands last on a page.</summary>
internal sealed record ColumnItem(Block Content, bool KeepWithNext);

/// <summary>Blocks one below the other.</summary>
internal sealed class ColumnBlock(IReadOnlyList<ColumnItem> items, float spacing) : Block
{
    public override Slice Take(Room room)
    {
        var placed = new List<(float Top, Slice Slice)>();
        var bottom = 0f;
        for (var i = 0; i < items.Count; i++)
        {
            var top = placed.Count == 0 ? 0 : bottom + spacing;
            var offered = room with { Height = room.Height - top, MustPlace = room.MustPlace && placed.Count == 0 };
            var slice = items[i].Content.Take(offered);
            if (!slice.Placed)
                return CutBefore(i, placed, room);
            placed.Add((top, slice));
            bottom = top + slice.Size.Height;
            if (slice.Rest is not null)
                return Stack(placed, After(slice.Rest, i + 1));
        }
        return Stack(placed, null);
    }

    private Slice CutBefore(int index, List<(float Top, Slice Slice)> placed, Room room)
    {
        var keep = placed.Count;
        while (keep > 0 && items[index - placed.Count + keep - 1].KeepWithNext)
            keep--;
        if (keep == 0 && !room.MustPlace)
            return Slice.Nothing(this);
        if (keep == 0)
            keep = placed.Count;
        var rest = new ColumnBlock(items.Skip(index - placed.Count + keep).ToList(), spacing);
        return Stack(placed.Take(keep).ToList(), rest);
    }

    private ColumnBlock? After(Block rest, int next)
    {
        var remaining = items.Skip(next).ToList();
        if (rest != Empty)
            remaining.Insert(0, new ColumnItem(rest, false));
        return remaining.Count == 0 ? null : new ColumnBlock(remaining, spacing);
    }

    private static Slice Stack(List<(float Top, Slice Slice)> placed, Block? rest)
    {
        if (placed.Count == 0)
            return new Slice(SKSize.Empty, static (_, _) => { }, rest);
        var width = placed.Max(part => part.Slice.Size.Width);
        var height = placed[^1].Top + placed[^1].Slice.Size.Height;
        return new Slice(new(width, height), Draw, rest);

        void Draw(PdfCanvas page, SKRect area)
        {
            foreach (var (top, slice) in placed)
                slice.Draw(page, SKRect.Create(area.Left, area.Top + top, area.Width, slice.Size.Height));
        }
    }
}

/// <summary>An item of a row: a fixed width in points, or a share of what the fixed ones leave.</summary>
internal sealed record RowItem(float Fixed, float Share, Block Content);

/// <summary>Blocks side by side, all as high as the highest; what doesn't fit goes on side by side.</summary>
internal sealed class RowBlock(IReadOnlyList<RowItem> items, float spacing) : Block
{
    public override Slice Take(Room room)
    {
        var widths = Widths(items.Select(item => (item.Fixed, item.Share)), room.Width, spacing * (items.Count - 1));
        var slices = items.Select((item, i) => item.Content.Take(room with { Width = widths[i] })).ToList();
        if (slices.Any(slice => !slice.Placed))
            return Slice.Nothing(this);
        var height = slices.Select(slice => slice.Size.Height).DefaultIfEmpty(0).Max();
        var rest = slices.All(slice => slice.Rest is null)
            ? null
            : new RowBlock(items.Select((item, i) => item with { Content = slices[i].Rest ?? Empty }).ToList(), spacing);
        return new Slice(new(room.Width, height), (page, area) => Draw(page, area, slices, widths), rest);
    }

    /// <summary>Fixed widths first; the shares divide the rest.</summary>
    public static float[] Widths(IEnumerable<(float Fixed, float Share)> columns, float width, float gaps)
    {
        var all = columns.ToList();
        var shares = all.Sum(column => column.Share);
        var left = Math.Max(0, width - gaps - all.Sum(column => column.Fixed));
        return all.Select(column => column.Fixed + (shares > 0 ? left * column.Share / shares : 0)).ToArray();
    }

    private void Draw(PdfCanvas page, SKRect area, List<Slice> slices, float[] widths)
    {
        var left = area.Left;
        for (var i = 0; i < slices.Count; i++)
        {
            slices[i].Draw(page, SKRect.Create(left, area.Top, widths[i], area.Height));
            left += widths[i] + spacing;
        }
    }
}
