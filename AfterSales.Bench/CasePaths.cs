using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>A case opened, an intake saved, four writers at once, the breach check.</summary>
internal static class CasePaths
{
    private const int Writers = 4;
    private const int Each = 25;
    internal const int Great = 1_000_000;
    private const int Open = 20_000;
    private const int Many = 5_000;
    private static int calls;

    public static async Task Measure(BenchHouse house, Table table)
    {
        var callers = await Callers(house);
        var known = callers[0];
        await table.Line(
            "a case opened", () => house.Ask(Role.Supervisor, (CaseReader reader) => reader.Read(known.Number)),
            () => house.Raw($"SELECT * FROM Cases WHERE Number = '{known.Number}'; SELECT * FROM Promises WHERE CaseId = {known.Id}; SELECT * FROM CaseEvents WHERE CaseId = {known.Id}"));
        await table.Line("an intake saved", () => Save(house, callers), () => house.Raw($"INSERT INTO WriteRequests (Id, At, Answer) VALUES ('{Guid.NewGuid()}', 0, '')"));
        await Together(house, callers);
        await Check(house, table, callers);
    }

    /// <summary>What fell due since the database was made is told first; a great database is brought to 20,000 open cases by intakes.</summary>
    private static async Task Check(BenchHouse house, Table table, List<ServiceCase> callers)
    {
        var told = 0;
        var first = await Table.Time(async () => told = await house.Ask(Role.Administrator, (BreachCheck check) => check.Run()));
        Table.Print($"breach check, {told} stages due", first, first, null, null);
        var open = await house.Read(db => db.Cases.CountAsync(c => c.NextDueAt != null));
        for (; house.Cases >= Great && open < Open; open++)
        {
            await Save(house, callers);
        }

        await table.Line($"breach check, {open} open, nothing due", () => house.Ask(Role.Administrator, (BreachCheck check) => check.Run()), () => house.Raw("SELECT Id FROM Promises WHERE NextStageAt <= unixepoch() * 1000"));
    }

    /// <summary>The newest closed repairs of many machines: no machine of a real firm has thousands of open cases.</summary>
    private static async Task<List<ServiceCase>> Callers(BenchHouse house)
    {
        var closed = await house.Read(db => db.Cases.AsNoTracking().Where(c => c.Type == CaseType.Repair && c.Status == CaseStatus.Closed && c.AssetId != null).OrderByDescending(c => c.Id).Take(2 * Many).ToListAsync());
        return [.. closed.DistinctBy(c => c.AssetId).Take(Many)];
    }

    /// <summary>One calls after the other.</summary>
    private static async Task Save(BenchHouse house, List<ServiceCase> callers)
    {
        var like = callers[Interlocked.Increment(ref calls) % callers.Count];
        var form = new IntakeForm { CustomerId = like.CustomerId, ContactId = like.ContactId, SiteId = like.SiteId, AssetId = like.AssetId, Type = like.Type, Impact = Impact.Impaired, Symptom = like.Symptom, Description = like.Description };
        var saved = await house.Ask(Role.Agent, (CaseIntake intake) => intake.Register(form, Guid.NewGuid()));
        if (!saved.Ok)
        {
            throw new InvalidOperationException(string.Join("; ", saved.Problems));
        }
    }

    private static async Task Together(BenchHouse house, List<ServiceCase> callers)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var i = 0; i < Each; i++)
            {
                own.Add(await Table.Time(() => Save(house, callers)));
            }

            return own;
        })));
        var all = times.SelectMany(t => t).Order().ToList();
        Table.Print("an intake saved, four writers, 95 %", all[^1], all[(int)(all.Count * 0.95)], null, null);
    }
}
