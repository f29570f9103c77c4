using System.Linq.Expressions;
using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace AfterSales.Core.Search;

/// <summary>
/// What a text typed over a list finds: customers and machines as the search field does, cases also by their words. It is
/// asked first how many these are. A few are gathered; where they are many, a list that runs through its own order asks row
/// by row and has its page soon. So no page waits until all that a text finds is gathered.
/// </summary>
internal sealed record TypedText
{
    private readonly AfterSalesDb db;
    private readonly string text;
    private readonly WordQuery? words;
    private readonly Limits limits;
    private int keys, most = int.MaxValue;
    private IReadOnlyList<long> cases = [];

    private TypedText(AfterSalesDb db, string text, WordQuery? words, Limits limits) => (this.db, this.text, this.words, this.limits) = (db, text, words, limits);

    /// <summary>The same of its first few alone, then of more, where it finds more: once these fill a count, nothing else need be looked at.</summary>
    public IEnumerable<TypedText> Parts => new[] { limits.Fewest, limits.Cases, limits.Keys }.Where(n => n < keys || n < cases.Count)
        .Select(n => this with { keys = Math.Min(keys, n), cases = [.. cases.Take(Math.Min(n, limits.Cases))], most = n });

    private bool IsGathered => keys <= limits.Keys;

    /// <summary>For a list of customers or machines; null for a text of nothing.</summary>
    public static async Task<TypedText?> Of(AfterSalesDb db, string? typed, Limits limits, CancellationToken stop) =>
        TextRule.Kept(typed) is { } text ? await Of(db, text, null, limits, stop) : null;

    /// <summary>For a list of cases or of what is done on them.</summary>
    public static async Task<TypedText?> OfCases(AfterSalesDb db, string? typed, Limits limits, CancellationToken stop) =>
        TextRule.Kept(typed) is { } text ? await Of(db, text, WordQuery.Of(text), limits, stop) : null;

    private static async Task<TypedText> Of(AfterSalesDb db, string text, WordQuery? words, Limits limits, CancellationToken stop) => new(db, text, words, limits)
    {
        keys = await SearchService.All(db, text).Take(limits.Keys + 1).CountAsync(stop),
        cases = words is null ? [] : await words.Newest(db, limits.Cases + 1).ToListAsync(stop),
    };

    private IQueryable<SearchKey> Keys => most < int.MaxValue ? SearchService.All(db, text).Take(most) : SearchService.All(db, text);

    /// <summary>The customers that it finds. Every key leads to one that goes on; to ask that of those gathered would have a list run through all that go on, in their order.</summary>
    public IQueryable<Customer> Customers()
    {
        var found = Keys;
        return IsGathered ? db.Customers.Where(c => found.Select(k => k.CustomerId).Contains(c.Id)) : db.Customers.Where(c => c.MergedIntoId == null && found.Any(k => k.CustomerId == c.Id));
    }

    /// <summary>The machines among some: by their own numbers, or by whose they are.</summary>
    public IQueryable<Asset> In(IQueryable<Asset> assets)
    {
        var found = Keys;
        var (machines, owners) = Apart(found);
        return IsGathered
            ? assets.Where(a => machines.Contains(a.Id) || owners.Contains(a.CustomerId))
            : assets.Where(a => found.Any(k => k.CustomerId == a.CustomerId && (k.Subject != SearchSubject.Asset || k.SubjectId == a.Id)));
    }

    /// <summary>The cases among some: a case's own number or a work order's, or the end of one, a customer's or a machine's cases, those with the words.</summary>
    public IQueryable<ServiceCase> In(IQueryable<ServiceCase> some, DateOnly today)
    {
        var numbers = CaseNumbers.Of(text, today);
        var orders = CaseNumbers.OfOrders(text, today);
        Expression<Func<ServiceCase, bool>> numbered = orders.Count == 0 ? c => numbers.Contains(c.Number)
            : c => numbers.Contains(c.Number) || db.WorkOrders.Where(o => orders.Contains(o.Number)).Select(o => o.CaseId).Contains(c.Id);
        Expression<Func<ServiceCase, bool>>[] ways = [numbered, OfSubjects(), .. words is null ? [] : new[] { OfWords(words) }];
        return some.Where(ways.Aggregate(Either));
    }

    /// <summary>The work orders among some: an order's own number, or its case.</summary>
    public IQueryable<WorkOrder> In(IQueryable<WorkOrder> orders, DateOnly today)
    {
        var numbers = CaseNumbers.OfOrders(text, today);
        return orders.Where(Either(o => numbers.Contains(o.Number), OfCase<WorkOrder>(o => o.CaseId, today)));
    }

    /// <summary>The callbacks among some, by their case.</summary>
    public IQueryable<Callback> In(IQueryable<Callback> callbacks, DateOnly today) => callbacks.Where(OfCase<Callback>(k => k.CaseId, today));

    private Expression<Func<T, bool>> OfCase<T>(Expression<Func<T, long>> caseId, DateOnly today)
    {
        var all = In(db.Cases, today);
        // The newest with a word lie all at one end of what is listed.
        Expression<Func<long, bool>> found = cases.Count == most || Math.Max(keys, cases.Count) <= limits.Fewest ? id => all.Select(c => c.Id).Contains(id) : id => all.Any(c => c.Id == id);
        return Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(found.Parameters[0], caseId.Body, found.Body), caseId.Parameters);
    }

    private static Expression<Func<T, bool>> Either<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)), one.Parameters);

    private Expression<Func<ServiceCase, bool>> OfSubjects()
    {
        var found = Keys;
        var (machines, owners) = Apart(found);
        return IsGathered
            ? c => owners.Contains(c.CustomerId) || machines.Contains(c.AssetId)
            : c => found.Any(k => k.CustomerId == c.CustomerId && k.Subject != SearchSubject.Asset)
                || db.Assets.Any(a => a.Id == c.AssetId && found.Any(k => k.CustomerId == a.CustomerId && k.Subject == SearchSubject.Asset && k.SubjectId == a.Id));
    }

    private Expression<Func<ServiceCase, bool>> OfWords(WordQuery asked)
    {
        var (said, found) = (asked.In(db.CaseWords), cases);
        return cases.Count <= limits.Cases ? c => found.Contains(c.Id) : c => said.Any(w => w.CaseId == c.Id);
    }

    /// <summary>Machines by their own numbers; customers by what is their own, not by a machine.</summary>
    private static (IQueryable<long?> Machines, IQueryable<long> Owners) Apart(IQueryable<SearchKey> keys) =>
        (keys.Where(k => k.Subject == SearchSubject.Asset).Select(k => (long?)k.SubjectId), keys.Where(k => k.Subject != SearchSubject.Asset).Select(k => k.CustomerId));

    /// <summary>
    /// How many are few: <paramref name="Fewest"/> customers and machines have every case of theirs gathered; so many
    /// <paramref name="Keys"/> and <paramref name="Cases"/> are gathered in a few milliseconds.
    /// </summary>
    internal sealed record Limits(int Fewest, int Keys, int Cases)
    {
        public static readonly Limits Usual = new(2_000, 20_000, 4_000);
    }
}
