using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A stretch of text in one style; the text may need to know the page it stands on.</summary>
internal sealed record TextSpan(Func<PageNumber?, string> Text, TextStyle Style);

/// <summary>A paragraph. It breaks over pages between lines, and leaves no single line behind or over if it can.</summary>
internal sealed class TextBlock(IReadOnlyList<TextSpan> spans, TextAlign align) : Block
{
    private const float Ascent = 0.88f;

    private (float Width, PageNumber? Page) known;
    private SetLines? set;

    /// <summary>A paragraph is mostly measured in one width; the last setting is kept, of thousands of paragraphs nothing more.</summary>
    public override Slice Take(Room room)
    {
        if (set is null || known != (room.Width, room.Page))
            (known, set) = ((room.Width, room.Page), new SetLines(Break(room), align));
        return set.Take(room);
    }

    private IReadOnlyList<TextLine> Break(Room room) =>
        LineBreaker.Break(spans.Select(span => (span.Text(room.Page), span.Style)), room.Width);

    /// <summary>Lines already broken: the rest of a paragraph keeps the breaks of the page before.</summary>
    private sealed class SetLines(IReadOnlyList<TextLine> lines, TextAlign align) : Block
    {
        public override Slice Take(Room room)
        {
            var count = Fitting(room);
            if (count == 0)
                return Slice.Nothing(this);
            var here = count == lines.Count ? lines : lines.Take(count).ToList();
            var width = align == TextAlign.Left ? here.Max(line => line.Width) : room.Width;
            var rest = count == lines.Count ? null : new SetLines(lines.Skip(count).ToList(), align);
            return new Slice(new(width, here.Sum(line => line.Height)), (page, area) => Draw(page, area, here), rest);
        }

        private int Fitting(Room room)
        {
            var (count, height) = (0, 0f);
            while (count < lines.Count && height + lines[count].Height <= room.Height + 0.01f)
                height += lines[count++].Height;
            if (count == lines.Count)
                return count;
            if (room.MustPlace)
                return Math.Max(1, count);
            if (lines.Count - count == 1)
                count--;
            return count >= 2 ? count : 0;
        }

        private void Draw(PdfCanvas page, SKRect area, IReadOnlyList<TextLine> here)
        {
            var top = area.Top;
            foreach (var line in here)
            {
                var left = area.Left + align switch
                {
                    TextAlign.Right => area.Width - line.Width,
                    TextAlign.Center => (area.Width - line.Width) / 2,
                    _ => 0,
                };
                DrawLine(page, line, left, top);
                top += line.Height;
            }
        }

        /// <summary>All sizes of a line stand on one baseline, that of its largest.</summary>
        private static void DrawLine(PdfCanvas page, TextLine line, float left, float top)
        {
            var size = line.Runs.Count == 0 ? 0 : line.Runs.Max(run => run.Style.Size);
            var baseline = top + (line.Height - size) / 2 + size * Ascent;
            foreach (var run in line.Runs)
                page.Run(run.Text, left + run.Left, baseline, run.Style);
        }
    }
}
