using System.Globalization;

namespace AfterSales.Bench;

/// <summary><c>measure FILE.db [FILE.db …]</c>: the paths of docs/performance.md on databases that the verb generate made.</summary>
internal static class MeasureVerb
{
    public static async Task<int> Run(string[] files)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var tables = new List<Table>();
        foreach (var file in files)
        {
            await using var house = await BenchHouse.Open(file);
            await MoreCustomers.Fill(house);
            var table = new Table(house);
            await ListPaths.Measure(house, table);
            await BookPaths.Measure(house, table);
            await SearchPaths.Measure(house, table);
            await TextPaths.Measure(house, table);
            await ExportPaths.Measure(house, table);
            await CasePaths.Measure(house, table);
            await FigurePaths.Measure(house, table);
            await RenderPaths.Measure(house);
            tables.Add(table);
        }

        if (tables.Count > 1)
        {
            Table.Compare(tables);
        }

        return 0;
    }
}
