using System.Diagnostics;
using System.Globalization;

namespace AfterSales.Bench;

/// <summary>Measures and prints one line per path: cold first run, warm median of five on the clock and of the processor, the raw floor's median, the ratio.</summary>
internal sealed class Table
{
    private const int Runs = 5;
    private readonly Dictionary<string, double> warms = [];

    public Table(BenchHouse house)
    {
        Cases = house.Cases;
        Console.WriteLine();
        Console.WriteLine($"| {house.Cases.ToString("N0", CultureInfo.InvariantCulture)} cases | cold ms | warm ms | of the processor | floor ms | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
    }

    /// <summary>Cases in the database measured.</summary>
    public int Cases { get; }

    /// <summary>The warm medians, by path.</summary>
    public IReadOnlyDictionary<string, double> Warms => warms;

    /// <summary>Beside each other what several databases have in common: a path of the greatest is to take no longer than twice that of the smallest, or 2 ms.</summary>
    public static void Compare(IReadOnlyList<Table> tables)
    {
        var (small, great) = (tables.MinBy(t => t.Cases)!, tables.MaxBy(t => t.Cases)!);
        Console.WriteLine();
        Console.WriteLine($"| warm ms | {string.Join(" | ", tables.Select(t => t.Cases.ToString("N0", CultureInfo.InvariantCulture)))} | × | at most twice, or 2 ms |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" ---: |", tables.Count + 1))} --- |");
        foreach (var path in small.Warms.Keys.Where(p => tables.All(t => t.Warms.ContainsKey(p))))
        {
            var (a, b) = (small.Warms[path], great.Warms[path]);
            Console.WriteLine($"| {path} | {string.Join(" | ", tables.Select(t => Shown(t.Warms[path])))} | {Shown(b / a)} | {(b <= Math.Max(2, 2 * a) ? "yes" : "no")} |");
        }
    }

    public async Task Line(string path, Func<Task> ours, Func<Task>? floor = null)
    {
        var cold = await Time(ours);
        await ours();
        var (warm, processor) = await Median(ours);
        warms[path] = warm;
        if (floor is null)
        {
            Print(path, cold, warm, processor, null);
            return;
        }

        await floor();
        Print(path, cold, warm, processor, (await Median(floor)).Wall);
    }

    public static void Print(string path, double cold, double warm, double? processor, double? floor)
    {
        var (f, r) = floor is { } ms ? (Shown(ms), Shown(warm / Math.Max(ms, 0.001))) : ("–", "–");
        Console.WriteLine($"| {path} | {Shown(cold)} | {Shown(warm)} | {(processor is { } own ? Shown(own) : "–")} | {f} | {r} |");
    }

    public static async Task<double> Time(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    /// <summary>Of the wall clock and of the process's own processor time, which other work on the machine does not stretch so much.</summary>
    private static async Task<(double Wall, double Processor)> Median(Func<Task> work)
    {
        var (walls, processors) = (new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            walls.Add(await Time(work));
            processors.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        walls.Sort();
        processors.Sort();
        return (walls[Runs / 2], processors[Runs / 2]);
    }

    private static string Shown(double ms) => ms.ToString("0.0#", CultureInfo.InvariantCulture);
}
