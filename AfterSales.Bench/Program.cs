using System.Globalization;
using AfterSales.Bench.Soak;

switch (args)
{
    case ["soak-writers", var writers]:
        return await Writers.Run(int.Parse(writers, CultureInfo.InvariantCulture));
    case ["soak", .. var more] when more.Length <= 1 && int.TryParse(more.FirstOrDefault("100"), CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await SoakVerb.Run(kills);
    default:
        await Console.Error.WriteLineAsync("AfterSales.Bench soak [KILLS = 100]");
        return 2;
}
