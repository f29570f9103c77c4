using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Settings;

/// <summary>
/// A snapshot of the editable lists: what may be chosen now, and the name of any code ever used. Small, read often,
/// changed rarely; <see cref="Lists"/> keeps one and makes it anew after a change.
/// </summary>
public sealed class ListBook(
    IReadOnlyList<Term> terms,
    IReadOnlyList<Area> areas,
    IReadOnlyList<ProductLine> lines,
    IReadOnlyList<Checklist> checklists,
    IReadOnlyList<WarrantyPolicy> warranties,
    IReadOnlyList<PayerTable> payers,
    DateTimeOffset now)
{
    private readonly ILookup<(TermKind, string), Term> termsByCode = terms.ToLookup(t => (t.Kind, t.Code));

    /// <summary>The areas to choose from.</summary>
    public IReadOnlyList<Area> Areas { get; } = [.. areas.Where(a => a.HoldsAt(now)).OrderBy(a => a.Sort).ThenBy(a => a.Code, StringComparer.Ordinal)];

    /// <summary>The product lines to choose from.</summary>
    public IReadOnlyList<ProductLine> Lines { get; } = [.. lines.Where(a => a.HoldsAt(now)).OrderBy(a => a.Sort).ThenBy(a => a.Code, StringComparer.Ordinal)];

    /// <summary>Every area that is or was; those to choose from first, then the latest.</summary>
    public IReadOnlyList<Area> EveryArea { get; } = Every(areas, now);

    /// <summary>Every product line that is or was.</summary>
    public IReadOnlyList<ProductLine> EveryLine { get; } = Every(lines, now);

    /// <summary>Every warranty policy that is or was.</summary>
    public IReadOnlyList<WarrantyPolicy> EveryWarranty { get; } = Every(warranties, now);

    /// <summary>The terms of a list to choose from; symptoms of a product line come with those of every line.</summary>
    public IReadOnlyList<Term> Terms(TermKind kind, string? productLine = null) =>
    [
        .. terms.Where(t => t.Kind == kind && t.HoldsAt(now) && (t.ProductLine is null || productLine is null || t.ProductLine == productLine))
            .OrderBy(t => t.Sort).ThenBy(t => t.Code, StringComparer.Ordinal),
    ];

    /// <summary>True when the code may be chosen now.</summary>
    public bool Offers(TermKind kind, string code) => termsByCode[(kind, code)].Any(t => t.HoldsAt(now));

    /// <summary>The term of a code, as it holds now or last held.</summary>
    public Term? Term(TermKind kind, string? code) => Pick(termsByCode[(kind, code ?? "")], null);

    /// <summary>R10–R15: what a cause means for the bill, as its row said at an instant; none is open.</summary>
    public CauseGroup CauseGroup(string? code, DateTimeOffset? at = null) => Pick(termsByCode[(TermKind.Cause, code ?? "")], at)?.CauseGroup ?? default;

    /// <summary>The name of a code in a language, as it was at an instant (else its latest); an unknown code shows itself.</summary>
    public string Name(TermKind kind, string? code, string culture, DateTimeOffset? at = null) =>
        Pick(termsByCode[(kind, code ?? "")], at)?.Name(culture) ?? code ?? "";

    /// <summary>The name of an area; none is "—".</summary>
    public string Area(string? code, string culture) => code is null ? "—" : Pick(areas.Where(a => a.Code == code), null)?.Name(culture) ?? code;

    /// <summary>The name of a product line; none is "—".</summary>
    public string Line(string? code, string culture) => code is null ? "—" : Pick(lines.Where(a => a.Code == code), null)?.Name(culture) ?? code;

    /// <summary>The product line of a code, as it holds now or last held.</summary>
    public ProductLine? LineOf(string? code) => Pick(lines.Where(l => l.Code == code), null);

    /// <summary>The mode that a case of a type starts with, a machine's repair as its product line is repaired.</summary>
    public ServiceMode ModeOf(CaseType type, string? line) => type.DefaultMode(LineOf(line)?.RepairMode ?? ServiceMode.OnSite);

    /// <summary>The area of a code, as it holds now or last held.</summary>
    public Area? AreaOf(string? code) => Pick(areas.Where(l => l.Code == code), null);

    /// <summary>The warranty policy of a code as it held on the day that a warranty starts.</summary>
    public WarrantyPolicy? Warranty(string code, DateTimeOffset at) => Pick(warranties.Where(w => w.Code == code), at);

    /// <summary>The table of payers as it held at an instant.</summary>
    public PayerTable? Payers(DateTimeOffset at) => Pick(payers, at);

    /// <summary>Warranty policies to choose from.</summary>
    public IReadOnlyList<WarrantyPolicy> Warranties { get; } = [.. warranties.Where(w => w.HoldsAt(now)).OrderBy(w => w.Sort)];

    /// <summary>What a field of a form holds, as people call it: a code has its name.</summary>
    public object? Told(string field, object? value) => (field, value) switch
    {
        ("Area", string code) => AreaOf(code) ?? value,
        ("ProductLine", string code) => LineOf(code) ?? value,
        ("ConfirmedSymptom", string code) => Term(TermKind.Symptom, code) ?? value,
        ("Cause", string code) => Term(TermKind.Cause, code) ?? value,
        ("Assembly", string code) => Term(TermKind.Assembly, code) ?? value,
        ("WarrantyPolicy", string code) => Warranties.FirstOrDefault(w => w.Code == code) ?? value,
        _ => value,
    };

    /// <summary>R36: the checklists of a job as they hold now: those of its product line and type, and those of every one.</summary>
    public IReadOnlyList<Checklist> Checklists(string? productLine, CaseType type) =>
    [
        .. checklists.Where(c => c.HoldsAt(now) && (c.ProductLine is null || c.ProductLine == productLine) && (c.CaseType is null || c.CaseType == type))
            .OrderBy(c => c.Sort).ThenBy(c => c.Code, StringComparer.Ordinal),
    ];

    /// <summary>A checklist version by its key.</summary>
    public Checklist? Checklist(long id) => checklists.FirstOrDefault(c => c.Id == id);

    private static IReadOnlyList<T> Every<T>(IEnumerable<T> rows, DateTimeOffset now) where T : Dated =>
        [.. rows.Where(r => r.ValidFrom <= now).OrderByDescending(r => r.HoldsAt(now)).ThenByDescending(r => r.ValidFrom)];

    private static T? Pick<T>(IEnumerable<T> versions, DateTimeOffset? at) where T : Dated =>
        versions.OrderByDescending(v => at is { } a && v.HoldsAt(a)).ThenByDescending(v => v.ValidFrom).FirstOrDefault();
}

/// <summary>Keeps the snapshot of the lists, and makes it anew when a setting changed (topic "settings").</summary>
public sealed class Lists : IDisposable
{
    private readonly IDbContextFactory<AfterSalesDb> factory;
    private readonly Shared.BusinessClock clock;
    private readonly IDisposable listening;
    private ListBook? book;
    private int changes;

    /// <summary>One for the process.</summary>
    public Lists(IDbContextFactory<AfterSalesDb> factory, Shared.BusinessClock clock, ChangeFeed feed)
    {
        (this.factory, this.clock) = (factory, clock);
        listening = feed.Listen(Heard);
    }

    /// <summary>The lists as they are now.</summary>
    public async Task<ListBook> Book(CancellationToken stop = default)
    {
        if (book is { } kept)
        {
            return kept;
        }

        var began = Volatile.Read(ref changes);
        await using var db = await factory.CreateDbContextAsync(stop);
        var read = new ListBook(
            await db.Terms.AsNoTracking().ToListAsync(stop),
            await db.Areas.AsNoTracking().ToListAsync(stop),
            await db.ProductLines.AsNoTracking().ToListAsync(stop),
            await db.Checklists.AsNoTracking().ToListAsync(stop),
            await db.WarrantyPolicies.AsNoTracking().ToListAsync(stop),
            await db.PayerTables.AsNoTracking().ToListAsync(stop),
            clock.Now);

        // What changed while it was read is not in it: then the next one reads anew.
        book = began == Volatile.Read(ref changes) ? read : null;
        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => listening.Dispose();

    private void Heard(string topic)
    {
        if (topic == "settings")
        {
            Interlocked.Increment(ref changes);
            book = null;
        }
    }
}
