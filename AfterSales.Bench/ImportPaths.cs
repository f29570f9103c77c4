using System.Diagnostics;
using System.Globalization;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace AfterSales.Bench;

/// <summary>
/// <c>import [CASES = 100000]</c>: a legacy workbook into an empty SQLite database, and beside it what reading it with the
/// library and writing the same rows by SQL alone takes; how much memory stood at most.
/// </summary>
internal static class ImportPaths
{
    public static async Task<int> Run(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("aftersales-import-").FullName;
        try
        {
            var book = Path.Combine(folder, "legacy.xlsx");
            await ImportBook.Write(book, cases);
            await using var house = await House(Path.Combine(folder, "import.db"));
            var (taken, cpu) = (0.0, Environment.CpuUsage.TotalTime);
            ImportReport? report = null;
            taken = await Table.Time(async () => report = (await Ask(house, (ImportDesk desk) => desk.Run(ImportFile.At(book), new(), Guid.NewGuid()))).Value);
            var memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
            var busy = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
            var again = await Table.Time(() => Ask(house, (ImportDesk desk) => desk.Run(ImportFile.At(book), new(), Guid.NewGuid())));
            var read = await Table.Time(() => Read(book));
            var copied = await Table.Time(() => Copy(folder));
            Console.WriteLine("| path | wall ms | of the processor | floor ms | ratio |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| import of {cases} cases ({report!.Sheets.Sum(s => s.New)} rows of the file) | {taken:0} | {busy:0} | {read + copied:0} (reading {read:0}, writing {copied:0}) | {taken / (read + copied):0.0} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the same again, unchanged | {again:0} | – | – | – |"));
            Console.WriteLine($"memory at most, MB: {memory}");
            return report.Clean ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }
    }

    private static async Task<ServiceProvider> House(string file)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddCore(new StorageSettings(StorageProvider.Sqlite, "Data Source=" + file), ZoneDays.Find("Asia/Shanghai")!).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        await Defaults.Ensure(db, services.GetRequiredService<BusinessClock>().Now);
        return services;
    }

    private static async Task<TAnswer> Ask<TService, TAnswer>(ServiceProvider house, Func<TService, Task<TAnswer>> call) where TService : notnull
    {
        await using var scope = house.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task Read(string book)
    {
        await using var stream = File.OpenRead(book);
        foreach (var sheet in stream.GetSheetNames())
        {
            foreach (IDictionary<string, object?> row in await stream.QueryAsync(useHeaderRow: true, sheetName: sheet))
            {
                _ = row.Count;
            }
        }
    }

    /// <summary>Every row of every table into an empty database of the same making, indexes and all, by SQL alone.</summary>
    private static async Task Copy(string folder)
    {
        await using var house = await House(Path.Combine(folder, "copy.db"));
        await using var db = await house.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"ATTACH DATABASE {Path.Combine(folder, "import.db")} AS src");
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; PRAGMA cache_size=-100000");
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002 // The table's name comes from the model.
            await db.Database.ExecuteSqlRawAsync($"INSERT OR IGNORE INTO main.\"{table}\" SELECT * FROM src.\"{table}\"");
#pragma warning restore EF1002
        }

        await transaction.CommitAsync();
    }
}
