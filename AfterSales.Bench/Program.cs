using System.Globalization;
using AfterSales.Bench;

// AfterSales.Bench FILE.db [FILE.db …]: the paths of docs/performance.md on databases that the verb generate made.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
if (args.Length == 0 || !args.All(File.Exists))
{
    await Console.Error.WriteLineAsync("AfterSales.Bench FILE.db [FILE.db …]");
    return 2;
}

foreach (var file in args)
{
    await using var house = await BenchHouse.Open(file);
    var table = new Table(house);
    await ListPaths.Measure(house, table);
    await CasePaths.Measure(house, table);
    await FigurePaths.Measure(house, table);
}

return 0;
