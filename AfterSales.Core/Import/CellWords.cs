using System.Globalization;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>A value as a person reads it in a cell.</summary>
internal static class CellWords
{
    /// <summary>The text of a value; codes by their names where the lists are at hand.</summary>
    public static string? Of(SheetColumn column, object? value, string culture, ListBook? book) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        string text => Coded(column, text, culture, book),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => column.Words?.Word(value, culture) ?? TextRule.Invariant(value),
    };

    private static string? Coded(SheetColumn column, string text, string culture, ListBook? book) => column.Type switch
    {
        FieldType.Area when book is not null => book.Area(text, culture),
        FieldType.Line when book is not null => book.Line(text, culture),
        FieldType.Warranty when book is not null => book.Warranties.FirstOrDefault(w => w.Code == text)?.Name(culture) ?? text,
        _ => column.Words is { } words && text.Length == 0 ? words.Word("", culture) : text,
    };
}
