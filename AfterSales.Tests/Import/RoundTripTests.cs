using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using ClosedXML.Excel;

namespace AfterSales.Tests.Import;

/// <summary>Export gives the workbook that import takes: into an empty database and out again it is equal cell by cell.</summary>
public sealed class RoundTripTests
{
    private static async Task<byte[]> Export(TestHouse house, string culture)
    {
        using var stream = new MemoryStream();
        await house.As(Role.Supervisor).Ask((RecordsExport export) => export.Write(stream, culture));
        return stream.ToArray();
    }

    private static List<string> Cells(byte[] bytes)
    {
        using var book = new XLWorkbook(new MemoryStream(bytes));
        return [.. book.Worksheets.SelectMany(s => s.CellsUsed().Select(c => $"{s.Name}!{c.Address}={c.DataType}:{c.Value}"))];
    }

    [Theory]
    [BothDatabases("zh-CN")]
    [BothDatabases("en")]
    public async Task Export_import_into_an_empty_database_export_is_equal_cell_by_cell(StorageProvider provider, string culture)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            Assert.True((await SampleHistory.Write(db, new SamplePlan(300, 3, 7), house.Clock, null, default)).Ok);
        }

        await ImportTests.Take(house, Sheets.Firm().File());
        var first = await Export(house, culture);

        await using var other = await TestHouse.Open(provider);
        var report = await ImportTests.Take(other, Sheets.Of(first));
        Assert.Empty(report.Faults);
        await ImportTests.Sound(other);
        var second = await Export(other, culture);

        Assert.Equal(Cells(first), Cells(second));
        Assert.InRange(Cells(first).Count, 3_000, int.MaxValue);
        var again = await ImportTests.Take(house, Sheets.Of(first));
        Assert.Empty(again.Faults);
        Assert.Equal(0, again.Sheets.Sum(s => s.New + s.Changed));
    }
}
