using System.Globalization;
using AfterSales.Bench;
using AfterSales.Bench.Soak;
using AfterSales.Web.Hosting;

switch (args)
{
    case ["measure", .. var files] when files.Length > 0 && files.All(File.Exists):
        return await MeasureVerb.Run(files);
    case ["start", var file, .. var program] when program.Length <= 1 && File.Exists(file) && program.All(File.Exists):
        return await StartVerb.Run(file, program.FirstOrDefault(typeof(Serving).Assembly.Location));
    case ["import", .. var more] when more.Length <= 1 && int.TryParse(more.FirstOrDefault("100000"), CultureInfo.InvariantCulture, out var cases) && cases > 0:
        return await ImportPaths.Run(cases);
    case ["soak-writers", var writers]:
        return await Writers.Run(int.Parse(writers, CultureInfo.InvariantCulture));
    case ["soak", .. var more] when more.Length <= 1 && int.TryParse(more.FirstOrDefault("100"), CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await SoakVerb.Run(kills);
    default:
        await Console.Error.WriteLineAsync("AfterSales.Bench measure FILE.db [FILE.db …] | start FILE.db [PROGRAM.dll] | import [CASES = 100000] | soak [KILLS = 100]");
        return 2;
}
