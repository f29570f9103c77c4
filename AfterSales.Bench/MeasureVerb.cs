using System.Globalization;

namespace AfterSales.Bench;

/// <summary><c>measure FILE.db [FILE.db …]</c>: the paths of docs/performance.md on databases that the verb generate made.</summary>
internal static class MeasureVerb
{
    public static async Task<int> Run(string[] files)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        foreach (var file in files)
        {
            await using var house = await BenchHouse.Open(file);
            var table = new Table(house);
            await ListPaths.Measure(house, table);
            await CasePaths.Measure(house, table);
            await FigurePaths.Measure(house, table);
        }

        return 0;
    }
}
