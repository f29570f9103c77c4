using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A cell over one or more columns.</summary>
internal sealed record TableCell(Block Content, int Span);

/// <summary>A row's cells; <paramref name="Begun"/> is what a row higher than a page has left over.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, Block? Begun = null);

/// <summary>What of a table is the same on each of its pages.</summary>
internal sealed record TableShape(
    IReadOnlyList<(float Fixed, float Share)> Columns, IReadOnlyList<TableRow> Head, float Grid, SKColor GridColor);

/// <summary>
/// Rows under a head that stands again on every page, never alone. A row is not divided unless it is higher than a page.
/// </summary>
internal sealed class TableBlock(TableShape shape, IReadOnlyList<TableRow> rows) : Block
{
    public override Slice Take(Room room)
    {
        var widths = RowBlock.Widths(shape.Columns, room.Width, 0);
        var placed = shape.Head.Select(row => new Part(row, Whole(row, widths, room))).ToList();
        var bottom = placed.Sum(part => part.Slice.Size.Height);
        for (var i = 0; i < rows.Count; i++)
        {
            var first = placed.Count == shape.Head.Count;
            var whole = Whole(rows[i], widths, room);
            if (bottom + whole.Size.Height <= room.Height + 0.01f)
            {
                placed.Add(new Part(rows[i], whole));
                bottom += whole.Size.Height;
                continue;
            }
            if (first && room.MustPlace)
                return Divide(i, placed, widths, room with { Height = room.Height - bottom });
            return first ? Slice.Nothing(this) : Stack(placed, widths, Rest(i));
        }
        return Stack(placed, widths, null);
    }

    private Slice Divide(int index, List<Part> placed, float[] widths, Room room)
    {
        var slice = Blocks(rows[index], widths).Take(room);
        placed.Add(new Part(rows[index], slice));
        return Stack(placed, widths, slice.Rest is null ? Rest(index + 1) : Rest(index, slice.Rest));
    }

    private TableBlock? Rest(int from, Block? begun = null)
    {
        var left = rows.Skip(from).ToList();
        if (begun is not null)
            left[0] = left[0] with { Begun = begun };
        return left.Count == 0 ? null : new TableBlock(shape, left);
    }

    private static Slice Whole(TableRow row, float[] widths, Room room) =>
        Blocks(row, widths).Take(room with { Height = float.MaxValue, MustPlace = true });

    private static Block Blocks(TableRow row, float[] widths)
    {
        if (row.Begun is not null)
            return row.Begun;
        var items = new List<RowItem>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            items.Add(new RowItem(widths.Skip(column).Take(cell.Span).Sum(), 0, cell.Content));
            column += cell.Span;
        }
        return new RowBlock(items, 0);
    }

    private Slice Stack(List<Part> parts, float[] widths, Block? rest)
    {
        var size = new SKSize(widths.Sum(), parts.Sum(part => part.Slice.Size.Height));
        return new Slice(size, Draw, rest);

        void Draw(PdfCanvas page, SKRect area)
        {
            var top = area.Top;
            foreach (var (row, slice) in parts)
            {
                var box = SKRect.Create(area.Left, top, size.Width, slice.Size.Height);
                slice.Draw(page, box);
                if (shape.Grid > 0)
                    DrawGrid(page, box, row, widths);
                top = box.Bottom;
            }
        }
    }

    private void DrawGrid(PdfCanvas page, SKRect box, TableRow row, float[] widths)
    {
        Across(box.Top);
        Across(box.Bottom);
        Down(box.Left);
        var column = 0;
        foreach (var cell in row.Cells)
            Down(box.Left + widths.Take(column += cell.Span).Sum());

        void Across(float y) => page.Line(new(box.Left, y), new(box.Right, y), shape.Grid, shape.GridColor);
        void Down(float x) => page.Line(new(x, box.Top), new(x, box.Bottom), shape.Grid, shape.GridColor);
    }

    private readonly record struct Part(TableRow Row, Slice Slice);
}
