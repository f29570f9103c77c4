using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What a sheet is and which of its rows holds the heads: as somebody said, else by the sheet's name, else by its heads.</summary>
internal sealed class HeadFinder(IReadOnlyList<HeadChoice> remembered, ImportChoice choice)
{
    /// <summary>Rows among which the heads are looked for; titles may stand above them.</summary>
    public const int Looked = 30;

    private const int ByName = 100;

    private static readonly Dictionary<(SheetKind, string), SheetColumn> Known = Columns.Sheets.SelectMany(s => Columns.Of(s.Kind))
        .SelectMany(c => new[] { c.Zh, c.En, c.Key, c.Zh + c.En }.Concat(c.Also).Select(head => ((c.Sheet, Key(head)), c))).DistinctBy(h => h.Item1).ToDictionary(h => h.Item1, h => h.c);

    private readonly Dictionary<(SheetKind, string), HeadChoice> mapped = remembered.Concat(choice.Heads ?? []).GroupBy(h => (h.Sheet, Key(h.Head))).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>The comparable form of a head: without blanks, stars and what stands in brackets.</summary>
    public static string Key(string? head)
    {
        var key = TextRule.Key(head);
        var bracket = key.IndexOf('(', StringComparison.Ordinal);
        key = bracket > 0 ? key[..bracket] : key;
        return string.Concat(key.Where(c => c is not (' ' or '*' or '_' or '-' or ':')));
    }

    /// <summary>The sheet with its heads, and how many of the rows stand above its first row; a sheet of nothing we know has no kind.</summary>
    public (ReadSheet Sheet, int Above) Find(string name, IReadOnlyList<SourceRow> first)
    {
        var told = Told(name);
        if (told is { Kind: null })
        {
            return Nothing(name, first);
        }

        var said = told?.Kind;
        var named = said ?? Columns.Sheets.Where(s => Key(name) is var key && (key.Contains(Key(s.Zh), StringComparison.Ordinal) || key.Contains(Key(s.En), StringComparison.Ordinal))).Select(s => (SheetKind?)s.Kind).LastOrDefault();
        var best = Columns.Sheets.Where(s => said is null || s.Kind == said).SelectMany(s => first.Select((row, at) => (s.Kind, Row: row, At: at, Score: Score(s.Kind, row, named == s.Kind))))
            .Where(x => told?.HeadRow is not { } row || x.Row.Number == row || first.All(r => r.Number != row))
            .OrderByDescending(x => x.Score).ThenByDescending(x => said is not null && MayBeHeads(x.Kind, x.Row)).ThenBy(x => x.At).FirstOrDefault();
        if (best.Row is null || (best.Score == 0 && said is null))
        {
            return Nothing(name, first);
        }

        var heads = Texts(best.Row);
        var taken = new HashSet<SheetColumn>();
        var columns = heads.Select(head => Column(best.Kind, head) is { } column && taken.Add(column) ? column : null).ToList();
        return (new ReadSheet(name, best.Kind, heads, best.Row.Number, columns, [.. heads.Select(h => Remembers(best.Kind, h))])
        {
            Again = [.. heads.Select((h, i) => columns[i] is null && Column(best.Kind, h) is not null)],
        }, best.At + 1);
    }

    /// <summary>True where a person said that the sheet is not wanted.</summary>
    public bool PassedOver(string name) => Told(name) is { Kind: null };

    /// <summary>True for a head that was left out on purpose, or is the export's own.</summary>
    public bool Ignored(SheetKind kind, string head) =>
        head.Length == 0 || RejectedSheet.IsReason(head) || (mapped.TryGetValue((kind, Key(head)), out var choice) && choice.Column is null);

    /// <summary>The column that a head means, by its mapping or by itself.</summary>
    public SheetColumn? Column(SheetKind kind, string head) =>
        head.Length == 0 ? null : mapped.TryGetValue((kind, Key(head)), out var choice) ? Columns.Find(kind, choice.Column) : Known.GetValueOrDefault((kind, Key(head)));

    /// <summary>True for a head that an earlier import taught, unless a person says otherwise now.</summary>
    private bool Remembers(SheetKind kind, string head) =>
        remembered.LastOrDefault(r => r.Sheet == kind && Key(r.Head) == Key(head)) is { } kept && mapped[(kind, Key(head))].Column == kept.Column;

    private SheetChoice? Told(string name) => choice.Sheets?.LastOrDefault(s => s.Sheet == name);

    /// <summary>So many heads are known; without the name every one that must be there.</summary>
    private int Score(SheetKind kind, SourceRow row, bool named)
    {
        var found = row.Cells.Select(c => Column(kind, Head(c))).OfType<SheetColumn>().ToHashSet();
        var whole = Columns.Of(kind).Where(c => c.Required).All(found.Contains);
        return named && found.Count > 0 ? ByName + found.Count : whole ? found.Count : 0;
    }

    /// <summary>Of a sheet whose heads nobody knows yet: so many words as it must have heads. A title has fewer; where it has not, a person says the row.</summary>
    private static bool MayBeHeads(SheetKind kind, SourceRow row) => row.Cells.Count(c => c.Content == CellContent.Text && Head(c).Length > 0) >= Columns.Of(kind).Count(c => c.Required);

    private static (ReadSheet Sheet, int Above) Nothing(string name, IReadOnlyList<SourceRow> first) => (new ReadSheet(name, null, first.Count == 0 ? [] : Texts(first[0]), 0, [], []), 0);

    private static IReadOnlyList<string> Texts(SourceRow row) => [.. row.Cells.Select(Head)];

    private static string Head(Cell cell) => cell.Content is CellContent.Text or CellContent.Number && cell.Text.Length <= HeadMemory.Longest ? TextRule.Kept(cell.Text) ?? "" : "";
}
