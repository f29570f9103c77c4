using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>
/// Lists of cases. The keys of a page are found in one index that holds every column filtered by; only the page's rows
/// are then read whole.
/// </summary>
public sealed class CaseList(IDbContextFactory<AfterSalesDb> factory, BusinessClock clock, Actor actor)
{
    /// <summary>So many people are offered at once.</summary>
    public const int MostPeople = 20;

    /// <summary>One page by keyset, and the count up to its cap.</summary>
    public async Task<CasePage> Find(CaseFilter filter, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        await using var db = await factory.CreateDbContextAsync(stop);
        var cases = Matching(db, filter);
        var keys = filter.Ordered == CaseOrder.Urgency
            ? await ByUrgency(cases, filter, stop)
            : await Newest(cases, filter, stop);
        var rows = await Rows(db, keys, stop);
        var last = keys.Count == filter.Size ? rows[^1] : null;
        var next = last is null ? null : new CaseCursor(filter.Ordered == CaseOrder.Urgency ? last.DueAt?.ToUnixTimeMilliseconds() : last.OpenedAt.ToUnixTimeMilliseconds(), last.Id);
        return new CasePage(rows, await cases.Select(c => c.Id).Take(Page<CaseRow>.CountCap + 1).CountAsync(stop), next);
    }

    /// <summary>How many match, up to the cap; for the start page and the menu.</summary>
    public async Task<int> Count(CaseFilter filter, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        await using var db = await factory.CreateDbContextAsync(stop);
        return await Matching(db, filter).Select(c => c.Id).Take(Page<CaseRow>.CountCap + 1).CountAsync(stop);
    }

    /// <summary>Whose cases may be asked for: who ever worked here as an engineer, or as anything else, the first by name that a text fits.</summary>
    public async Task<IReadOnlyList<CasePerson>> People(string? text, bool engineers, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var people = await db.Users.Where(p => p.Role == Role.Engineer == engineers).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new CasePerson(p.Id, p.Name, p.Area)).ToListAsync(stop);
        var key = SearchTails.Key(text);
        return [.. people.Where(p => SearchTails.Key(p.Name).Contains(key, StringComparison.Ordinal)).Take(MostPeople)];
    }

    /// <summary>Who that is; null when nobody is.</summary>
    public async Task<CasePerson?> Person(long id, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.Users.Where(p => p.Id == id).Select(p => new CasePerson(p.Id, p.Name, p.Area)).SingleOrDefaultAsync(stop);
    }

    /// <summary>Own open cases that their customers chase, the most often chased first: for the start page.</summary>
    public async Task<IReadOnlyList<CaseRow>> Chased(int take, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var own = Matching(db, new CaseFilter { Owner = actor.Id });
        return await Rows(db, await own.Where(c => c.Chases > 0).OrderByDescending(c => c.Chases).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(stop), stop);
    }

    /// <summary>Open cases whose promise is at risk and not yet broken, the oldest promise first: for the start page.</summary>
    public async Task<IReadOnlyList<CaseRow>> AtRisk(int take, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var now = clock.Now;
        var soon = Matching(db, new CaseFilter { Risk = CaseRisk.AtRisk });
        return await Rows(db, await soon.Where(c => c.NextDueAt >= now).OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(stop), stop);
    }

    private IQueryable<ServiceCase> Matching(AfterSalesDb db, CaseFilter f)
    {
        var cases = Spanned(db.Cases.AsNoTracking(), f);
        // An engineer lists the cases on hand; an earlier visit opens by its number (CaseScope).
        cases = actor.May(Permission.ReadAll) ? cases : cases.Where(c => c.EngineerId == actor.Id);
        cases = f.Status is { } status ? cases.Where(c => c.Status == status) : cases;
        cases = f.Type is { } type ? cases.Where(c => c.Type == type) : cases;
        cases = f.Priority is { } priority ? cases.Where(c => c.Priority == priority) : cases;
        cases = f.Channel is { } channel ? cases.Where(c => c.Channel == channel) : cases;
        cases = f.Area is { } area ? cases.Where(c => c.Area == area) : cases;
        cases = f.Engineer is { } engineer ? cases.Where(c => c.EngineerId == engineer) : cases;
        cases = f.Owner is { } owner ? cases.Where(c => c.OwnerId == owner) : cases;
        cases = f.Line is { } line ? cases.Where(c => c.ProductLine == line) : cases;
        cases = f.Symptom is { } symptom ? cases.Where(c => c.Symptom == symptom) : cases;
        cases = f.Undispatched ? cases.Undispatched(db) : cases;
        var now = clock.Now;
        cases = f.Risk switch
        {
            CaseRisk.AtRisk => cases.Where(c => c.AtRiskAt <= now),
            CaseRisk.Overdue => cases.Where(c => c.NextDueAt < now),
            _ => cases,
        };
        return TextRule.Kept(f.Text) is { } text ? WithText(db, cases, text) : cases;
    }

    private IQueryable<ServiceCase> Spanned(IQueryable<ServiceCase> cases, CaseFilter f)
    {
        if (f.Span == CaseSpan.Open)
        {
            return cases.Where(OpenCases.IsOpen);
        }

        if (f is { Span: CaseSpan.Opened, From: { } first })
        {
            var from = clock.StartOf(first);
            cases = cases.Where(c => c.OpenedAt >= from);
        }

        if (f is { Span: CaseSpan.Opened, To: { } last } && last < DateOnly.MaxValue)
        {
            var end = clock.StartOf(last.AddDays(1));
            cases = cases.Where(c => c.OpenedAt < end);
        }

        return cases;
    }

    /// <summary>A case's number or its end, else what the search finds: a customer's or a machine's cases.</summary>
    private IQueryable<ServiceCase> WithText(AfterSalesDb db, IQueryable<ServiceCase> cases, string text)
    {
        var numbers = CaseNumbers.Of(text, clock.Today);
        var hits = SearchService.All(db, text);
        var customers = hits.Where(h => h.Subject != SearchSubject.Asset).Select(h => h.CustomerId);
        var assets = hits.Where(h => h.Subject == SearchSubject.Asset).Select(h => (long?)h.SubjectId);
        return cases.Where(c => numbers.Contains(c.Number) || customers.Contains(c.CustomerId) || assets.Contains(c.AssetId));
    }

    /// <summary>Due instants in order, then those without one: two ranges of one index, alike on both databases.</summary>
    private static async Task<List<long>> ByUrgency(IQueryable<ServiceCase> cases, CaseFilter f, CancellationToken stop)
    {
        var keys = new List<long>();
        if (f.After is null or { At: not null })
        {
            var due = cases.Where(c => c.NextDueAt != null);
            if (f.After is { At: { } ms } after)
            {
                var at = DateTimeOffset.FromUnixTimeMilliseconds(ms);
                due = due.Where(c => c.NextDueAt >= at && (c.NextDueAt > at || c.Id > after.Id));
            }

            keys = await due.OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(f.Size).ToListAsync(stop);
        }

        if (keys.Count < f.Size)
        {
            var none = cases.Where(c => c.NextDueAt == null);
            none = f.After is { At: null } after ? none.Where(c => c.Id > after.Id) : none;
            keys.AddRange(await none.OrderBy(c => c.Id).Select(c => c.Id).Take(f.Size - keys.Count).ToListAsync(stop));
        }

        return keys;
    }

    private static Task<List<long>> Newest(IQueryable<ServiceCase> cases, CaseFilter f, CancellationToken stop)
    {
        if (f.After is { At: { } ms } after)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(ms);
            cases = cases.Where(c => c.OpenedAt <= at && (c.OpenedAt < at || c.Id < after.Id));
        }

        return cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Select(c => c.Id).Take(f.Size).ToListAsync(stop);
    }

    private static async Task<IReadOnlyList<CaseRow>> Rows(AfterSalesDb db, List<long> keys, CancellationToken stop)
    {
        var found = await db.Cases.AsNoTracking().Where(c => keys.Contains(c.Id))
            .Join(db.Customers, c => c.CustomerId, k => k.Id, (c, k) => new { Case = c, k.Code, k.Name })
            .Select(x => new CaseRow(
                x.Case.Id, x.Case.Number, x.Case.Type, x.Case.Status, x.Case.Priority, x.Case.Impact, x.Case.Channel, x.Code, x.Name,
                db.Assets.Where(a => a.Id == x.Case.AssetId).Select(a => a.Model).FirstOrDefault(),
                db.Assets.Where(a => a.Id == x.Case.AssetId).Select(a => a.SerialNo).FirstOrDefault(),
                x.Case.Symptom, x.Case.SymptomText, x.Case.Area,
                db.Users.Where(p => p.Id == x.Case.OwnerId).Select(p => p.Name).FirstOrDefault(),
                db.Users.Where(p => p.Id == x.Case.EngineerId).Select(p => p.Name).FirstOrDefault(),
                x.Case.OpenedAt, x.Case.ResolvedAt, x.Case.NextDueAt, x.Case.AtRiskAt, x.Case.Chases, x.Case.RepeatOfId != null, null))
            .ToDictionaryAsync(r => r.Id, stop);
        var clocks = await NextClocks.Of(db, keys, stop, ended: true);
        return [.. keys.Select(id => found[id] with { Clock = clocks.GetValueOrDefault(id) })];
    }
}
