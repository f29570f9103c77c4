using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Shared;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace AfterSales.Core.Listings;

/// <summary>A list as a workbook, written row by row: its memory doesn't grow with the list. Texts stay texts, whatever they begin with.</summary>
public static class ListSheet
{
    /// <summary>So many rows a sheet holds, its head aside.</summary>
    public const int MostRows = 1_048_575;

    private const string InstantFormat = "yyyy-mm-dd hh:mm", DayFormat = "yyyy-mm-dd";

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, string name, IReadOnlyList<Column> columns, IAsyncEnumerable<object?[]> rows, ListWords words, CancellationToken stop = default)
    {
        await using var reader = new Reader(columns.Count, rows.GetAsyncEnumerator(stop), words.Zone);
        var configuration = new OpenXmlConfiguration
        {
            TableStyles = TableStyles.Default,
            AutoFilter = true,
            FreezeRowCount = 1,
            DynamicColumns = [.. columns.Select((c, i) => new DynamicExcelColumn(TextRule.Invariant(i)) { Name = words.Texts[c.Head], Width = c.Width, Format = Format(c.Kind) })],
        };
        await MiniExcel.SaveAsAsync(to, reader, sheetName: name, configuration: configuration, cancellationToken: stop);
        await WholeCharacters.Mend(to, stop);
    }

    private static string? Format(CellKind kind) => kind switch
    {
        CellKind.Instant => InstantFormat,
        CellKind.Day => DayFormat,
        _ => null,
    };

    /// <summary>The rows as the library reads them.</summary>
    private sealed class Reader(int fields, IAsyncEnumerator<object?[]> rows, TimeZoneInfo zone) : MiniExcelDataReaderBase
    {
        public override int FieldCount => fields;

        public override string GetName(int i) => TextRule.Invariant(i);

        public override object? GetValue(int i) => rows.Current[i] switch
        {
            string text => CellText.Of(text),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset at => zone.Local(at),
            var other => other,
        };

        public override bool Read() => throw new NotSupportedException("Rows are read as they come.");

        public override Task<bool> ReadAsync(CancellationToken cancellationToken) => rows.MoveNextAsync().AsTask();

        public override async ValueTask DisposeAsync()
        {
            await rows.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
