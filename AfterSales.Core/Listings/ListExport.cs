using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>A list to be printed: its name, its columns, its rows as texts with a line for each column that stands under another, and how many rows there are.</summary>
public sealed record PrintedList(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Count)
{
    /// <summary>What narrows it, in words; empty is all.</summary>
    public string Filter { get; init; } = "";
}

/// <summary>Lists on paper and as workbooks: just what the screen shows, filtered and ordered as its address says, without its pages.</summary>
public sealed class ListExport(IEnumerable<Listing> all, Lists lists, ExportTrail trail, BusinessClock clock, Actor actor)
{
    /// <summary>So many rows are printed.</summary>
    public const int MostPrinted = 1_000;

    /// <summary>Stands for an empty cell above another, which is not to be taken for it.</summary>
    private const string Nothing = "—";

    /// <summary>Writes the workbook and answers its name; who took what out of the house is in the trail before the first row is.</summary>
    public async Task<Result<string>> Workbook(string name, IReadOnlyDictionary<string, string?> query, Stream to, Texts texts, CancellationToken stop = default)
    {
        actor.Must(Permission.Export);
        var list = Of(name);
        query = await list.WithoutUnknown(query, stop);
        var count = await list.Count(query, stop);
        if (count > ListSheet.MostRows)
        {
            return new Problem("Listings.TooMany", null, ListSheet.MostRows);
        }

        await trail.Note(list.Name, Masked(list.Words(query)), count, stop);
        var words = await Words(texts, stop);
        await ListSheet.Write(to, texts[list.Title], list.Heads, list.Cells(query, words, stop), words, stop);
        return $"{texts[list.Title]}-{Address.Word((DateOnly?)clock.Today)}";
    }

    /// <summary>The list as it is printed, of more rows than <see cref="MostPrinted"/> the first.</summary>
    public async Task<PrintedList> Print(string name, IReadOnlyDictionary<string, string?> query, Texts texts, CancellationToken stop = default)
    {
        var list = Of(name);
        query = await list.WithoutUnknown(query, stop);
        var (count, words) = (await list.Count(query, stop), await Words(texts, stop));
        var cells = await list.Cells(query, words, stop, MostPrinted).ToListAsync(stop);
        return Printed(texts[list.Title], list.Heads, cells, words, count) with
        {
            Filter = string.Join(" · ", (await list.Said(query, stop)).Select(s => Said(s.Word, s.Value, words))),
        };
    }

    /// <summary>Rows of cells as they are printed: a cell that stands under another is a line of it.</summary>
    public static PrintedList Printed(string title, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, ListWords words, int count) =>
        new(title, [.. columns.Where(c => !c.Under)], [.. rows.Select(cells => Stacked(columns, cells, words))], count);

    private Listing Of(string name) => all.FirstOrDefault(l => l.Name == name) ?? throw new MissingException($"list {name}");

    private async Task<ListWords> Words(Texts texts, CancellationToken stop) => new(texts, await lists.Book(stop), new Shown(texts, clock.Zone), clock.Zone);

    private static IReadOnlyList<string> Stacked(IReadOnlyList<Column> columns, object?[] cells, ListWords words)
    {
        var stacked = new List<string>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!columns[i].Under)
            {
                stacked.Add(Said(cells[i], words.Shown));
            }
            else if (Below(columns[i], cells[i], words) is { Length: > 0 } said)
            {
                stacked[^1] = (stacked[^1].Length > 0 ? stacked[^1] : Nothing) + "\n" + said;
            }
        }

        return stacked;
    }

    /// <summary>A cell under another, which has no head on paper: a day and a number say what they are, a yes says what it affirms.</summary>
    private static string Below(Column column, object? cell, ListWords words) => (column.Kind, Said(cell, words.Shown)) switch
    {
        (_, "") => "",
        (CellKind.Text, var said) => said,
        (CellKind.Yes, _) => words.Texts[column.Head],
        _ when cell is long number && number < column.Least => "",
        (_, var said) => $"{words.Texts[column.Head]} {said}",
    };

    /// <summary>A word of the filter: what it narrows, and to what; of a yes the word says all.</summary>
    private static string Said(string word, object value, ListWords words)
    {
        var label = words.Texts["Listings.Word." + word];
        return value is true ? label : words.Texts["Listings.Narrowed", label, value switch
        {
            Enum member => words.Texts[$"{member.GetType().Namespace!.Split('.')[^1]}.{member.GetType().Name}.{member}"],
            DateOnly day => words.Shown.ShortDay(day),
            string code when word == "area" => words.Area(code)!,
            string code when word == "line" => words.Line(code)!,
            string code when word == "symptom" => words.Term(TermKind.Symptom, code)!,
            string kind when word == "what" => words.Texts["Audit.Entity." + kind],
            _ => value.ToString()!,
        }];
    }

    private static string Said(object? cell, Shown shown) => cell switch
    {
        null => "",
        DateOnly day => shown.ShortDay(day),
        DateTimeOffset at => shown.TableAt(at),
        long number => shown.Count(number),
        _ => cell.ToString()!,
    };

    /// <summary>The words of an address for the trail; a number that was looked for is nobody's who reads it.</summary>
    private static string Masked(string words) => string.Join(" · ", Address.Query(words).Select(w =>
        $"{w.Key}={(w.Key == "q" && w.Value?.Count(char.IsAsciiDigit) >= 7 ? PhoneNumber.Masked(w.Value) : w.Value)}"));
}
