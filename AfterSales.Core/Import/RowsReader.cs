using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using MiniExcelLibs;

namespace AfterSales.Core.Import;

/// <summary>Rows of a sheet as the library reads them: days and times as cells, codes and words in a language, everything else as text.</summary>
internal sealed class RowsReader(SheetKind kind, IAsyncEnumerator<object?[]> rows, string culture, ListBook book) : MiniExcelDataReaderBase
{
    private readonly IReadOnlyList<SheetColumn> columns = Columns.Of(kind);

    public override int FieldCount => columns.Count;

    public override string GetName(int i) => columns[i].Name(culture) + (columns[i].Required ? "*" : "");

    public override object? GetValue(int i) => rows.Current[i] switch
    {
        null => null,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime at => at,
        int number => number,
        var value => CellText.Of(CellWords.Of(columns[i], value, culture, book)),
    };

    public override bool Read() => throw new NotSupportedException("Rows are read as they come.");

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => rows.MoveNextAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await base.DisposeAsync();
    }
}
