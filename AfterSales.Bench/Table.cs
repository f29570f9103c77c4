using System.Diagnostics;
using System.Globalization;

namespace AfterSales.Bench;

/// <summary>Measures and prints one line per path: cold first run, warm median of five, the raw floor's median, the ratio.</summary>
internal sealed class Table
{
    private const int Runs = 5;

    public Table(BenchHouse house)
    {
        Console.WriteLine();
        Console.WriteLine($"| {house.Cases.ToString("N0", CultureInfo.InvariantCulture)} cases | cold ms | warm ms | floor ms | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
    }

    public async Task Line(string path, Func<Task> ours, Func<Task>? floor = null)
    {
        var cold = await Time(ours);
        await ours();
        var warm = await Median(ours);
        if (floor is null)
        {
            Print(path, cold, warm, null);
            return;
        }

        await floor();
        Print(path, cold, warm, await Median(floor));
    }

    public static void Print(string path, double cold, double warm, double? floor)
    {
        var (f, r) = floor is { } ms ? (Shown(ms), Shown(warm / Math.Max(ms, 0.001))) : ("–", "–");
        Console.WriteLine($"| {path} | {Shown(cold)} | {Shown(warm)} | {f} | {r} |");
    }

    public static async Task<double> Time(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static async Task<double> Median(Func<Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            times.Add(await Time(work));
        }

        times.Sort();
        return times[Runs / 2];
    }

    private static string Shown(double ms) => ms.ToString("0.0#", CultureInfo.InvariantCulture);
}
