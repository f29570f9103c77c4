using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>What a sheet of the workbook holds (DOMAIN 10).</summary>
public enum SheetKind
{
    /// <summary>客户.</summary>
    Customers = 1,

    /// <summary>设备.</summary>
    Assets = 2,

    /// <summary>服务单.</summary>
    Cases = 3,
}

/// <summary>What a column's cells are.</summary>
public enum FieldType
{
    /// <summary>Text of a length.</summary>
    Text = 1,

    /// <summary>A local day.</summary>
    Day = 2,

    /// <summary>A local time.</summary>
    Moment = 3,

    /// <summary>A whole number.</summary>
    Whole = 4,

    /// <summary>A word of a fixed list.</summary>
    Word = 5,

    /// <summary>A code or name of an area.</summary>
    Area = 6,

    /// <summary>A code or name of a product line.</summary>
    Line = 7,

    /// <summary>A code or name of a warranty policy.</summary>
    Warranty = 8,

    /// <summary>Telephone numbers, parted by semicolons.</summary>
    Phones = 9,

    /// <summary>A person's name or account; any other name is kept as text.</summary>
    Person = 10,

    /// <summary>A vehicle's plate.</summary>
    Plate = 11,
}

/// <summary>A column of the workbook: its place in the sheet, its key, its head in both languages.</summary>
public sealed record SheetColumn(SheetKind Sheet, int Index, string Key, string Zh, string En, FieldType Type, bool Required = false, int Max = 0) : INamed
{
    /// <summary>Other heads that mean it.</summary>
    internal string[] Also { get; init; } = [];

    /// <summary>The words of a <see cref="FieldType.Word"/>.</summary>
    internal WordList? Words { get; init; }

    /// <inheritdoc/>
    public string Name(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
