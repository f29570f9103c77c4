using System.Diagnostics;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Integrity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Bench.Soak;

/// <summary>How it went.</summary>
/// <param name="Kills">How often the site was killed.</param>
/// <param name="Acknowledged">Changes that were acknowledged.</param>
/// <param name="Unanswered">Changes whose answer a kill cut off; they were sent again.</param>
/// <param name="Told">Stages and callbacks that were told by themselves.</param>
/// <param name="Wrong">What is lost, doubled or half there.</param>
public sealed record KillResult(int Kills, int Acknowledged, int Unanswered, int Told, IReadOnlyList<string> Wrong);

/// <summary>
/// Kills the running site again and again under a mixed load, the clock moved on at each start so that warnings, breaches,
/// escalations, ends of hold and callbacks fall due, and looks after each kill at what is there.
/// </summary>
public sealed class KillRun(string folder, int seed = 1)
{
    private const int MostWrong = 20, MostInOneLife = 80;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Ledger ledger = new();
    private readonly Random dice = new(seed);
    private readonly string file = Path.Combine(folder, "soak.db");
    private readonly TimeZoneInfo zone = ZoneDays.Find("Asia/Shanghai")!;
    private int unanswered;

    /// <summary>Kills it so many times, then lets it come to rest and looks once more.</summary>
    public async Task<KillResult> Run(int kills, int writers = 4, TimeSpan? step = null)
    {
        await using var services = Services();
        var clock = services.GetRequiredService<BusinessClock>();
        List<string> wrong = [];
        for (var kill = 0; kill < kills && wrong.Count == 0; kill++)
        {
            clock.Offset = kill * (step ?? TimeSpan.FromHours(9));
            await Life(clock.Offset, writers, early: kill % 5 == 0);
            wrong.AddRange(await Look(services));
        }

        if (wrong.Count == 0)
        {
            // In the end at ten in the morning, so that every callback whose day has come may be called.
            clock.Offset += TimeSpan.FromHours(34 - clock.Local(clock.Now).Hour);
            wrong.AddRange(await Rest(services, clock));
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        return new(kills, ledger.Done.Count, unanswered, await db.Notifications.CountAsync(), [.. wrong.Take(MostWrong)]);
    }

    /// <summary>One life: up, under load, dead. An early death comes before it serves.</summary>
    private async Task Life(TimeSpan offset, int writers, bool early)
    {
        using var child = new Child(file, offset, writers, ledger);
        if (early)
        {
            await Task.Delay(dice.Next(200, 1500));
        }
        else
        {
            await Up(child);
            await child.Begin(ledger.Open);
            await Under(load: dice.Next(10, MostInOneLife));
        }

        await child.Kill();
        unanswered += early ? 0 : ledger.Open.Count;
    }

    /// <summary>Until so many changes more were acknowledged, and a moment more, so that the kill comes anywhere in a write.</summary>
    private async Task Under(int load)
    {
        var (until, watch) = (ledger.Done.Count + load, Stopwatch.StartNew());
        while (ledger.Done.Count < until && watch.Elapsed < LongestLife)
        {
            await Task.Delay(10);
        }

        await Task.Delay(dice.Next(0, 30));
    }

    private static async Task Up(Child child)
    {
        if (!await child.Ready(Patience))
        {
            throw new InvalidOperationException("The site does not start. It wrote:" + Environment.NewLine + child.Log);
        }
    }

    /// <summary>The last life, without load: whatever is due is told, and everything is there.</summary>
    private async Task<List<string>> Rest(ServiceProvider services, BusinessClock clock)
    {
        using var child = new Child(file, clock.Offset, 0, ledger);
        await Up(child);
        await child.Begin(ledger.Open);
        var factory = services.GetRequiredService<IDbContextFactory<AfterSalesDb>>();
        await using var db = await factory.CreateDbContextAsync();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience && (ledger.Open.Count > 0 || !await Reminders.AtRest(db, clock.Now)))
        {
            await Task.Delay(100);
        }

        await child.Kill();
        return
        [
            .. await Look(services),
            .. ledger.Open.Select(s => $"sent again without an answer: {s}"),
            .. await Reminders.AtRest(db, clock.Now) ? await Reminders.Lost(db, clock.Now) : ["what is due was not done. The site wrote: " + child.Log],
        ];
    }

    private async Task<List<string>> Look(ServiceProvider services)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            // Killed before the first migration was through: the next start goes on with it.
            return ledger.Done.Count == 0 ? [] : ["the tables are gone"];
        }

        await using var scope = services.CreateAsyncScope();
        var findings = await scope.ServiceProvider.GetRequiredService<IntegrityCheck>().Run();
        return [.. ledger.Faults, .. findings.Select(f => f.ToString()), .. (await Effects.Read(db)).Wrong(ledger), .. await Reminders.Wrong(db)];
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCore(new StorageSettings(StorageProvider.Sqlite, $"Data Source={file};Pooling=False"), zone);
        return services.BuildServiceProvider();
    }
}
