using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>上次怎么修好的: what was done before about a symptom of a model, or of its product line where the model has too few.</summary>
/// <param name="Model">The model; null where its line stands for it.</param>
/// <param name="Of">How many finished repairs were looked at, the newest.</param>
/// <param name="Ways">What was done, what held most often first.</param>
/// <param name="Parts">The parts replaced where it held, the most frequent first: to be brought.</param>
/// <param name="Linked">Whoever asks may open the cases named.</param>
public sealed record PastRepair(string? Model, int Of, IReadOnlyList<PastWay> Ways, IReadOnlyList<PastPart> Parts, bool Linked)
{
    /// <summary>So many further causes were found.</summary>
    public int MoreWays { get; init; }
}

/// <summary>One cause and how often its repair held, with the newest one's remedy that did.</summary>
public sealed record PastWay(string? Cause, int Held, int Of, string Remedy, string Number);

/// <summary>A part and in how many repairs that held it was replaced.</summary>
public sealed record PastPart(string? PartNo, string Name, int Times);

/// <summary>Tells how a fault was repaired before, from the firm's own reports.</summary>
public sealed class PastRepairs(Sight sight, BusinessClock clock, Actor actor)
{
    /// <summary>So many of the newest repairs are looked at: more tell nothing new and take longer.</summary>
    public const int Most = 200;

    /// <summary>With fewer of the model its whole line is asked.</summary>
    public const int Few = 3;

    private const int MostWays = 3, MostParts = 5;

    /// <summary>For a case to dispatch or to work on; null where nothing is known.</summary>
    public async Task<PastRepair?> OfCase(string number, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        await using var db = await sight.Open(stop);
        var c = await db.Cases.Where(x => x.Number == number).VisibleTo(db, actor)
            .Select(x => new { x.Id, x.SymptomKey, x.ProductLine, Model = db.Assets.Where(a => a.Id == x.AssetId).Select(a => a.Model).FirstOrDefault() }).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        return await Find(db, c.Model, c.ProductLine, c.SymptomKey, c.Id, stop);
    }

    /// <summary>Of a model, else of its line; <paramref name="but"/> is the case that asks, <paramref name="failing"/> the number of the one that a call being taken repeats.</summary>
    internal async Task<PastRepair?> Find(AfterSalesDb db, string? model, string? line, string symptom, long but, CancellationToken stop, string? failing = null)
    {
        if (symptom.Length == 0)
        {
            return null;
        }

        var days = (await db.PolicyAt(clock.Now, stop)).RecurrenceDays;
        var done = db.CaseFacts.AsNoTracking().Where(f => f.SymptomKey == symptom && f.SymptomKey != "" && f.ResolvedAt != null && !f.Cancelled && f.CaseId != but);
        var found = model is null ? [] : await Told(db, done.Where(f => f.Model == model), days, stop);
        if (found.Count >= Few || line is null)
        {
            return Sum(found, model, failing);
        }

        return Sum(await Told(db, done.Where(f => f.ProductLine == line), days, stop), null, failing);
    }

    /// <summary>The newest repairs with a report, and whether each held: R30's fault did not come back to the machine within the days that count.</summary>
    private async Task<List<Repaired>> Told(AfterSalesDb db, IQueryable<CaseFacts> done, int days, CancellationToken stop)
    {
        var facts = await done.OrderByDescending(f => f.ResolvedAt).ThenByDescending(f => f.CaseId).Take(Most).Select(f => new
        {
            f.CaseId,
            f.ResolvedAt,
            Next = db.CaseFacts.Where(e => e.AssetId != null && f.AssetId != null && e.AssetId == f.AssetId && e.SymptomKey != "" && e.SymptomKey == f.SymptomKey && e.OpenedAt >= f.ResolvedAt)
                .Where(e => e.CaseId != f.CaseId && !e.Cancelled && (e.Type == CaseType.Repair || e.Type == CaseType.Complaint)).Min(e => (DateTimeOffset?)e.OpenedAt),
        }).ToListAsync(stop);
        var ids = facts.ConvertAll(f => f.CaseId);
        var reports = await db.ServiceReports.AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.CompletedAt != null && r.Remedy != null).OrderByDescending(r => r.Id)
            .Select(r => new { r.CaseId, r.Cause, r.Remedy, Number = db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).First(), Parts = r.Parts.OrderBy(p => p.Id).Select(p => new { p.PartNo, p.Name }).ToList() }).ToListAsync(stop);
        var written = reports.ToLookup(r => r.CaseId);
        return
        [
            .. from f in facts
               let held = f.Next is not { } next || clock.Zone.DayOf(next).DayNumber - clock.Zone.DayOf(f.ResolvedAt!.Value).DayNumber > days
               from r in written[f.CaseId].Take(1)
               select new Repaired(r.Cause, held, r.Remedy!, r.Number, [.. r.Parts.Select(p => (p.PartNo, p.Name))]),
        ];
    }

    private PastRepair? Sum(List<Repaired> all, string? model, string? failing) =>
        Sum(all.ConvertAll(t => t with { Held = t.Held && t.Number != failing }), model);

    private PastRepair? Sum(List<Repaired> told, string? model) => told.Count == 0 ? null : new(
        model,
        told.Count,
        [
            .. told.GroupBy(t => t.Cause).Select(g => new PastWay(g.Key, g.Count(t => t.Held), g.Count(), (g.FirstOrDefault(t => t.Held) ?? g.First()).Remedy, (g.FirstOrDefault(t => t.Held) ?? g.First()).Number))
                .OrderByDescending(w => w.Held).ThenByDescending(w => w.Of).ThenBy(w => w.Cause, StringComparer.Ordinal).Take(MostWays),
        ],
        [
            .. told.Where(t => t.Held).SelectMany(t => t.Parts.Distinct()).GroupBy(p => p).Select(g => new PastPart(g.Key.PartNo, g.Key.Name, g.Count()))
                .OrderByDescending(p => p.Times).ThenBy(p => p.Name, StringComparer.Ordinal).Take(MostParts),
        ],
        actor.May(Permission.ReadAll))
    {
        MoreWays = Math.Max(0, told.DistinctBy(t => t.Cause).Count() - MostWays),
    };

    private sealed record Repaired(string? Cause, bool Held, string Remedy, string Number, IReadOnlyList<(string? PartNo, string Name)> Parts);
}
