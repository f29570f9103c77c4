using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>
/// 服务单 as a list: open ones in the order of their most urgent promise, others the newest first. Its indexes hold every
/// column filtered by.
/// </summary>
public sealed class CaseList(Sight sight, BusinessClock clock, Actor actor) : Listing<CaseFilter, CaseRow>(sight, actor)
{
    /// <summary>So many people are offered at once.</summary>
    public const int MostPeople = 20;

    /// <inheritdoc/>
    public override string Name => "cases";

    /// <inheritdoc/>
    public override string Title => "Cases.Title";

    /// <inheritdoc/>
    public override Columns<CaseRow> Columns { get; } = new Columns<CaseRow>()
        .At("Cases.Promise", r => r.DueAt, "due").Promise(r => r.Clock)
        .Text("Cases.Number", r => r.Number, 18).Words("Cases.Filter.type", (r, w) => w.Of<CaseType>(r.Type), 10, under: true).Words("Cases.Filter.channel", (r, w) => w.Of<Channel>(r.Channel), 9, under: true)
        .Text("Cases.Customer", r => r.CustomerName, 30).Text("Customers.Code", r => r.CustomerCode, under: true).Words("Cases.Filter.area", (r, w) => w.Area(r.Area), under: true)
        .Words("Cases.Problem", (r, w) => w.Term(TermKind.Symptom, r.Symptom, r.OpenedAt) ?? r.SymptomText ?? w.Of<CaseType>(r.Type), 24).Text("Assets.Model", r => r.Model, under: true).Text("Assets.SerialNo", r => r.SerialNo, 18, under: true)
        .Words("Cases.Weight", (r, w) => w.Of<Priority>(r.Priority), 9).Words("Cases.Impact", (r, w) => w.Of<Impact>(r.Impact), 12, under: true)
        .Words("Cases.State", (r, w) => w.Of<CaseStatus>(r.Status), 10).Number("Cases.Chases", r => r.Chases, under: true).Yes("Cases.RepeatMark", r => r.Repeat, under: true)
        .Text("Cases.Filter.engineer", r => r.Engineer, 10).Text("Cases.Filter.owner", r => r.Owner, 10, under: true)
        .At("Cases.OpenedAt", r => r.OpenedAt, "opened").At("Cases.ResolvedAt", r => r.ResolvedAt, under: true);

    /// <summary>Whose cases may be asked for: who ever worked here as an engineer, or as anything else, the first by name that a text fits.</summary>
    public async Task<IReadOnlyList<CasePerson>> People(string? text, bool engineers, CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        var people = await db.Users.Where(p => p.Role == Role.Engineer == engineers).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new CasePerson(p.Id, p.Name, p.Area)).ToListAsync(stop);
        var key = SearchTails.Key(text);
        return [.. people.Where(p => SearchTails.Key(p.Name).Contains(key, StringComparison.Ordinal)).Take(MostPeople)];
    }

    /// <summary>Who that is; null when nobody is.</summary>
    public async Task<CasePerson?> Person(long id, CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        return await db.Users.Where(p => p.Id == id).Select(p => new CasePerson(p.Id, p.Name, p.Area)).SingleOrDefaultAsync(stop);
    }

    /// <summary>Own open cases that their customers chase, the most often chased first: for the start page.</summary>
    public async Task<IReadOnlyList<CaseRow>> Chased(int take, CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        var own = Matching(db, new CaseFilter { Owner = Actor.Id }, null);
        return await Rows(db, await own.Where(c => c.Chases > 0).OrderByDescending(c => c.Chases).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(stop), stop);
    }

    /// <summary>Open cases whose promise is at risk and not yet broken, the oldest promise first: for the start page.</summary>
    public async Task<IReadOnlyList<CaseRow>> AtRisk(int take, CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        var now = clock.Now;
        var soon = Matching(db, new CaseFilter { Risk = CaseRisk.AtRisk }, null);
        return await Rows(db, await soon.Where(c => c.NextDueAt >= now).OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(stop), stop);
    }

    /// <inheritdoc/>
    protected override void Permit() => Actor.MustAny(Permission.ReadAll, Permission.OwnWork);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, CaseFilter f, CancellationToken stop) => TypedText.OfCases(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, CaseFilter filter, TypedText? text)
    {
        var found = Finding.In(Matching(db, filter, text));
        return filter.Span == CaseSpan.Open ? found.By("due", c => c.NextDueAt).By("opened", c => c.OpenedAt, descending: true) : found.By("opened", c => c.OpenedAt, descending: true);
    }

    private IQueryable<ServiceCase> Matching(AfterSalesDb db, CaseFilter f, TypedText? text)
    {
        var cases = Spanned(db.Cases.AsNoTracking(), f);
        // An engineer lists the cases on hand; an earlier visit opens by its number (CaseScope).
        cases = Actor.May(Permission.ReadAll) ? cases : cases.Where(c => c.EngineerId == Actor.Id);
        cases = f.Status is { } status ? cases.Where(c => c.Status == status) : cases;
        cases = f.Type is { } type ? cases.Where(c => c.Type == type) : cases;
        cases = f.Priority is { } priority ? cases.Where(c => c.Priority == priority) : cases;
        cases = f.Channel is { } channel ? cases.Where(c => c.Channel == channel) : cases;
        cases = f.Area is { } area ? cases.Where(c => c.Area == area) : cases;
        cases = f.Engineer is { } engineer ? cases.Where(c => c.EngineerId == engineer) : cases;
        cases = f.Owner is { } owner ? cases.Where(c => c.OwnerId == owner) : cases;
        cases = f.Line is { } line ? cases.Where(c => c.ProductLine == line) : cases;
        // The few open ones are gone through in their own index: the symptom's has all that ever told it.
        cases = f.Symptom is not { } symptom ? cases : f.Span == CaseSpan.Open ? cases.Where(c => c.Symptom + "" == symptom) : cases.Where(c => c.Symptom == symptom);
        cases = f.Undispatched ? cases.Undispatched(db) : cases;
        var now = clock.Now;
        cases = f.Risk switch
        {
            CaseRisk.AtRisk => cases.Where(c => c.AtRiskAt <= now),
            CaseRisk.Overdue => cases.Where(c => c.NextDueAt < now),
            _ => cases,
        };
        return text?.In(cases, clock.Today) ?? cases;
    }

    private IQueryable<ServiceCase> Spanned(IQueryable<ServiceCase> cases, CaseFilter f) => f.Span switch
    {
        CaseSpan.Open => cases.Where(OpenCases.IsOpen),
        CaseSpan.Opened => cases.Within(clock, f.From, f.To, c => c.OpenedAt),
        _ => cases,
    };

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CaseRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var found = await db.Cases.AsNoTracking().Where(c => keys.Contains(c.Id))
            .Join(db.Customers, c => c.CustomerId, k => k.Id, (c, k) => new { Case = c, k.Code, k.Name })
            .Select(x => new CaseRow(
                x.Case.Id, x.Case.Number, x.Case.Type, x.Case.Status, x.Case.Priority, x.Case.Impact, x.Case.Channel, x.Code, x.Name,
                db.Assets.Where(a => a.Id == x.Case.AssetId).Select(a => a.Model).FirstOrDefault(),
                db.Assets.Where(a => a.Id == x.Case.AssetId).Select(a => a.SerialNo).FirstOrDefault(),
                x.Case.Symptom, x.Case.SymptomText, x.Case.Area,
                db.Users.Where(p => p.Id == x.Case.OwnerId).Select(p => p.Name).FirstOrDefault(),
                WhoWent.Either(db.Users.Where(p => p.Id == x.Case.EngineerId).Select(p => p.Name).FirstOrDefault(), x.Case.EngineerText),
                x.Case.OpenedAt, x.Case.ResolvedAt, x.Case.NextDueAt, x.Case.AtRiskAt, x.Case.Chases, x.Case.RepeatOfId != null, null))
            .ToDictionaryAsync(r => r.Id, stop);
        var clocks = await NextClocks.Of(db, keys, stop, ended: true);
        return [.. keys.Select(id => found[id] with { Clock = clocks.GetValueOrDefault(id) })];
    }
}
