using AfterSales.Core.Shared;

namespace AfterSales.Core.Reports;

/// <summary>
/// What a form says, apart from how it is drawn: the PDF and the HTML print view are made of the same parts, so that
/// they can't tell different things.
/// </summary>
/// <param name="Title">The form's name.</param>
/// <param name="Number">What names this sheet, at the right of the head.</param>
/// <param name="Remark">A word of warning under the head ("not completed"); null where there is none.</param>
/// <param name="Parts">The parts from top to bottom.</param>
public sealed record Paper(string Title, string Number, string? Remark, IReadOnlyList<PaperPart> Parts);

/// <summary>A part of a form under a heading.</summary>
public abstract record PaperPart(string Title);

/// <summary>Labels with their values, two beside each other, as in the boxes of a printed form.</summary>
public sealed record PaperFields(string Title, IReadOnlyList<PaperField> Fields) : PaperPart(Title)
{
    /// <summary>The rows: two narrow fields, or one over the whole width.</summary>
    public IEnumerable<IReadOnlyList<PaperField>> Rows()
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            var pair = !Fields[i].Wide && i + 1 < Fields.Count && !Fields[i + 1].Wide;
            yield return pair ? [Fields[i], Fields[++i]] : [Fields[i]];
        }
    }
}

/// <summary>A label with its value; nothing to say is "—".</summary>
public sealed record PaperField(string Label, string Value, bool Wide = false)
{
    /// <summary>The field of what may be missing.</summary>
    public static PaperField Of(string label, string? value, bool wide = false) => new(label, TextRule.Kept(value) ?? "—", wide);
}

/// <summary>A column of a table: its head, its share of the width, and whether it holds numbers.</summary>
public sealed record PaperColumn(string Head, float Share, bool Right = false);

/// <summary>Rows under a head; without any, the words that say so.</summary>
public sealed record PaperTable(string Title, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<PaperCell>> Rows, string Nothing) : PaperPart(Title)
{
    /// <summary>For many short rows: two beside each other, read across, so that a table that breaks over pages is still read from top to bottom.</summary>
    public PaperTable Paired() => Rows.Count < 2 ? this : this with
    {
        Columns = [.. Columns, .. Columns],
        Rows = [.. Rows.Chunk(2).Select(pair => (IReadOnlyList<PaperCell>)[.. pair[0], .. pair.Length == 2 ? pair[1] : Columns.Select(_ => new PaperCell(""))])],
    };
}

/// <summary>A cell; what was missed is bold and has a mark, so that it reads in grey.</summary>
public sealed record PaperCell(string Text, bool Missed = false)
{
    /// <summary>A text as a cell.</summary>
    public static implicit operator PaperCell(string? text) => new(text ?? "");
}

/// <summary>The place for the customer's hand: a picture of it, or why there is none.</summary>
public sealed record PaperSignature(string Title, string Caption, byte[]? Picture, string Instead) : PaperPart(Title);
