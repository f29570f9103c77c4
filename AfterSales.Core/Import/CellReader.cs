using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What a cell says in its column, or what is wrong with it and what would be right. Moments are local times.</summary>
internal sealed class CellReader(ListBook book, PeopleBook people)
{
    public (object? Value, Problem? Fault) Read(SheetColumn column, Cell cell) => cell.Content switch
    {
        CellContent.Blank => (null, column.Required ? new Problem("Import.Required") : null),
        CellContent.Error => (null, new Problem("Import.FormulaError", null, cell.Text)),
        _ => column.Type switch
        {
            FieldType.Day => Moment(cell) is { } at ? (DateOnly.FromDateTime(at), null) : (null, new Problem("Import.NotADay")),
            FieldType.Moment => Moment(cell) is { } at ? (at, null) : (null, new Problem("Import.NotATime")),
            FieldType.Whole => Whole(column, cell),
            FieldType.Word => column.Words!.Find(cell.Text) is { } word ? (word, null) : (null, new Problem("Import.UnknownWord", null, column.Words.All)),
            FieldType.Phones => Phones(cell.Shown),
            FieldType.Plate => PlateRule.Kept(cell.Shown) is { } plate && PlateRule.IsFormed(plate) ? (plate, null) : (null, new Problem("Assets.NotAPlate")),
            _ => Text(column, cell.Shown),
        },
    };

    /// <summary>The cell as a text that reads as the same: a day told by a bare number is written as a day, since as a text it would be none.</summary>
    public static string Written(SheetColumn? column, Cell cell) =>
        cell.Content == CellContent.Number && column?.Type is FieldType.Day or FieldType.Moment && Moment(cell) is { } at ? new Cell(CellContent.Moment, "", 0, at).Shown : cell.Shown;

    private (object?, Problem?) Text(SheetColumn column, string typed)
    {
        var text = TextRule.Kept(typed)!;
        if (!TextRule.IsClean(text))
        {
            return (null, new Problem("Import.BadCharacter"));
        }

        text = column.Type == FieldType.Person && people.Find(text) is { } person ? person.Name : text;
        if (text.Length > column.Max)
        {
            return (null, new Problem("Import.TooLong", null, column.Max, text.Length));
        }

        return column.Type switch
        {
            FieldType.Line or FieldType.Warranty => Named(column.Type, text),
            FieldType.Area => (Listed(column.Type, text)?.Code ?? text, null),
            _ => column.Words is { } words ? (words.Find(text) ?? text, null) : (text, null),
        };
    }

    private (object?, Problem?) Named(FieldType type, string text) => Listed(type, text) is { } row ? (row.Code, null)
        : (null, new Problem("Import.UnknownWord", null, string.Join(" / ", ListRemarks.Lists(type, book).Offered.Select(r => r.NameZh == r.NameEn ? r.NameZh : $"{r.NameZh} {r.NameEn}"))));

    /// <summary>By code or name; history also names what may not be chosen any more.</summary>
    private Named? Listed(FieldType type, string text)
    {
        var (offered, ever) = ListRemarks.Lists(type, book);
        return Find(offered) ?? Find(ever);

        Named? Find(IReadOnlyList<Named> rows) => rows.FirstOrDefault(r => r.Code == text) ?? rows.FirstOrDefault(r => Is(r, text));
    }

    private static bool Is(Named row, string text) => TextRule.Key(text) is var key && (TextRule.Key(row.Code) == key || TextRule.Key(row.NameZh) == key || TextRule.Key(row.NameEn) == key);

    /// <summary>Kilometres are counted up, so that what lies beyond a tier of R3 stays beyond it; a score is whole or nothing.</summary>
    private static (object?, Problem?) Whole(SheetColumn column, Cell cell)
    {
        double number;
        if (cell.Content == CellContent.Number)
        {
            number = cell.Number;
        }
        else if (cell.Content != CellContent.Text || !double.TryParse(TextRule.Compatible(cell.Text).Trim(), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return (null, new Problem("Import.NotANumber"));
        }

        var score = column is { Sheet: SheetKind.Cases, Index: CaseCell.Score };
        return number < 0 && !score ? (null, new Problem("Import.Negative"))
            : score && Math.Floor(number) != number ? (null, new Problem("Import.NotWhole", null, 1, column.Max))
            : number < (score ? 1 : 0) || number > column.Max ? (null, new Problem("Import.OutOfRange", null, score ? 1 : 0, column.Max))
            : ((int)Math.Ceiling(number), null);
    }

    private static DateTime? Moment(Cell cell) => cell.Content switch
    {
        CellContent.Moment => cell.At,
        CellContent.Number when cell.Number is > 19_000_000 and < 30_000_000 => MomentText.Parse(cell.Text),
        CellContent.Number when cell.Number is > 10_000 and < 100_000 => Serial.At(cell.Number),
        CellContent.Text => MomentText.Parse(cell.Text),
        _ => null,
    };

    /// <summary>Each number once, as typed, in the order typed.</summary>
    private static (object?, Problem?) Phones(string typed)
    {
        var numbers = PhoneNumber.Each(TextRule.Compatible(typed)).Select(n => (Number: n, Key: PhoneNumber.Key(n))).DistinctBy(n => n.Key).ToList();
        return numbers.Count > ContactForm.MostPhones ? (null, new Problem("Import.TooManyPhones", null, ContactForm.MostPhones))
            : numbers.Find(n => !PhoneNumber.CanBeCalled(n.Number) || n.Number.Length > PhoneNumber.MaxLength || !TextRule.IsClean(n.Number)) is { Number: { } wrong } ? (null, new Problem("Import.NotAPhone", null, wrong))
            : numbers.Count == 0 ? (null, null) : (string.Join(';', numbers.Select(n => n.Number)), null);
    }
}
