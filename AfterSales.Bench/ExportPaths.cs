using System.Globalization;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace AfterSales.Bench;

/// <summary>The newest 100,000 cases as a workbook, and beside it what the library alone takes for such rows; how much memory stands at most meanwhile.</summary>
internal static class ExportPaths
{
    private const int Rows = 100_000, Sample = 1_000, Few = 10_000;
    private static readonly ResourceTexts Texts = new(CultureInfo.GetCultureInfo("zh-CN"));

    public static async Task Measure(BenchHouse house, Table table)
    {
        var file = Path.GetTempFileName();
        try
        {
            var few = await Heap(() => Export(house, Few, file));
            var many = await Heap(() => Export(house, Rows, file));
            List<IDictionary<string, object?>> known;
            await using (var book = File.OpenRead(file))
            {
                known = [.. (await book.QueryAsync(useHeaderRow: true)).Take(Sample).Cast<IDictionary<string, object?>>()];
            }

            var rows = Math.Min(Rows, house.Cases);
            await table.Line($"export of {rows} cases", () => Export(house, Rows, file), () => Alone(known, rows, file));
            Console.WriteLine($"heap at most, MB: {few} for {Math.Min(Few, house.Cases)} cases, {many} for {rows}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>From the day of the oldest of so many.</summary>
    private static async Task Export(BenchHouse house, int rows, string file)
    {
        var oldest = await house.Read(db => db.Cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Skip(Math.Min(rows, house.Cases) - 1).Select(c => c.OpenedAt).FirstAsync());
        await using var to = File.Create(file);
        var query = new Dictionary<string, string?> { ["from"] = Address.Word((DateOnly?)house.Clock.DayOf(oldest)) };
        await house.Ask(Role.Supervisor, (ListExport export) => export.Workbook("cases", query, to, Texts));
    }

    private static async Task Alone(List<IDictionary<string, object?>> known, int rows, string file)
    {
        await using var to = File.Create(file);
        await to.SaveAsAsync(Enumerable.Range(0, rows).Select(i => known[i % known.Count]));
    }

    /// <summary>The greatest heap seen while it works, in MB.</summary>
    private static async Task<long> Heap(Func<Task> work)
    {
        GC.Collect();
        var (most, done) = (0L, Task.Run(work));
        while (!done.IsCompleted)
        {
            most = Math.Max(most, GC.GetTotalMemory(false));
            await Task.WhenAny(done, Task.Delay(20));
        }

        await done;
        return most / 1_000_000;
    }
}
