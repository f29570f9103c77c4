using System.Text;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A stretch of a line in one style.</summary>
internal sealed record LineRun(string Text, float Left, TextStyle Style);

/// <summary>A set line: its runs, its width, its largest size and its height.</summary>
internal sealed record TextLine(IReadOnlyList<LineRun> Runs, float Width, float Height);

/// <summary>
/// Breaks text into lines: between Chinese characters everywhere but where the rules of setting forbid it (禁则: no
/// line begins with a closing mark or ends with an opening one), in Latin text at blanks, and inside a word only when
/// the word alone is wider than the line.
/// </summary>
internal sealed class LineBreaker
{
    private readonly List<(int Rune, TextStyle Style, float Width)> characters;
    private readonly List<TextLine> lines = new(1);
    private readonly StringBuilder spelled = new();

    private LineBreaker(IEnumerable<(string Text, TextStyle Style)> spans)
    {
        var printable = spans.Select(span => (Text: PrintableText.Of(span.Text), span.Style)).ToList();
        characters = new(printable.Sum(span => span.Text.Length));
        foreach (var (text, style) in printable)
            foreach (var rune in text.EnumerateRunes())
                characters.Add((rune.Value, style, style.Face.Advance(rune.Value) * style.Size));
    }

    /// <summary>The lines of these spans in a width of so many points; there is always at least one.</summary>
    public static IReadOnlyList<TextLine> Break(IEnumerable<(string Text, TextStyle Style)> spans, float width)
    {
        var breaker = new LineBreaker(spans);
        breaker.Fill(width + 0.01f);
        return breaker.lines;
    }

    private void Fill(float room)
    {
        var start = 0;
        while (start < characters.Count)
        {
            var (end, next) = OneLine(start, room);
            Emit(start, end);
            start = next;
        }
        if (lines.Count == 0 || characters[^1].Rune == '\n')
            Emit(characters.Count, characters.Count);
    }

    /// <summary>Where the line that begins at <paramref name="start"/> ends, and where the next one begins.</summary>
    private (int End, int Next) OneLine(int start, float room)
    {
        var width = 0f;
        var chance = start;
        for (var i = start; i < characters.Count; i++)
        {
            var (rune, _, advance) = characters[i];
            if (rune == '\n')
                return (i, i + 1);
            if (i > start && MayBreakBefore(i))
                chance = i;
            if (width + advance > room && rune != ' ' && i > start)
                return CutAt(chance > start ? chance : i);
            width += advance;
        }
        return (characters.Count, characters.Count);
    }

    private (int End, int Next) CutAt(int end)
    {
        var next = end;
        while (next < characters.Count && characters[next].Rune == ' ')
            next++;
        return (end, next);
    }

    private bool MayBreakBefore(int i)
    {
        var (before, after) = (characters[i - 1].Rune, characters[i].Rune);
        if (after == ' ' || BreakClass.Of(after).HasFlag(Breaks.NeverFirst) || BreakClass.Of(before).HasFlag(Breaks.NeverLast))
            return false;
        return before == ' ' || ((BreakClass.Of(before) | BreakClass.Of(after)) & Breaks.Wide) != 0;
    }

    private void Emit(int start, int end)
    {
        while (end > start && characters[end - 1].Rune == ' ')
            end--;
        var runs = new List<LineRun>(1);
        var (left, from, size, height) = (0f, start, 0f, 0f);
        for (var i = start; i < end; i++)
        {
            var style = characters[i].Style;
            height = Math.Max(height, style.Size * style.LineHeight);
            size += characters[i].Width;
            if (i + 1 < end && ReferenceEquals(characters[i + 1].Style, style))
                continue;
            runs.Add(new LineRun(Spell(from, i + 1), left, style));
            (left, from) = (size, i + 1);
        }
        lines.Add(new TextLine(runs, size, height > 0 ? height : BlankHeight(start)));
    }

    private float BlankHeight(int near)
    {
        if (characters.Count == 0)
            return 0;
        var style = characters[Math.Min(near, characters.Count - 1)].Style;
        return style.Size * style.LineHeight;
    }

    private string Spell(int from, int to)
    {
        spelled.Clear();
        for (var i = from; i < to; i++)
        {
            var rune = characters[i].Rune;
            if (rune < 0x10000)
                spelled.Append((char)rune);
            else
                spelled.Append(char.ConvertFromUtf32(rune));
        }
        return spelled.ToString();
    }
}
