using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <content>Cases: by their own number, by a work order's, by their words; the surer the way, the earlier it stands.</content>
public sealed partial class SearchService
{
    private const int MostCases = Most / 2;
    private const int WordsShown = 28;

    private async Task<List<SearchHit>> Cases(AfterSalesDb db, string text, CancellationToken stop)
    {
        var exact = Spellings(text);
        var numbers = CaseNumbers.Of(text, clock.Today).Except(exact).ToList();
        var orders = CaseNumbers.OfOrders(text, clock.Today);
        var found = await Hits(db, db.Cases.Where(c => exact.Contains(c.Number)), stop);
        found.AddRange(numbers.Count == 0 ? [] : await Hits(db, db.Cases.Where(c => numbers.Contains(c.Number)), stop));
        if (orders.Count > 0)
        {
            var ids = await db.WorkOrders.Where(o => orders.Contains(o.Number)).Select(o => o.CaseId).ToListAsync(stop);
            found.AddRange(await Hits(db, db.Cases.Where(c => ids.Contains(c.Id)), stop));
        }

        if (found.Count < MostCases && WordQuery.Of(text) is { } words)
        {
            found.AddRange(await WithWords(db, words, stop));
        }

        return [.. found.DistinctBy(h => h.Id).Take(MostCases)];
    }

    /// <summary>Whoever sees every case needs the newest few alone; an engineer's own may lie further back.</summary>
    private async Task<List<SearchHit>> WithWords(AfterSalesDb db, WordQuery words, CancellationToken stop)
    {
        if (!actor.May(Permission.ReadAll))
        {
            var all = words.Newest(db, int.MaxValue);
            return await Hits(db, db.Cases.Where(c => all.Contains(c.Id)), stop);
        }

        var ids = await words.Newest(db, MostCases).ToListAsync(stop);
        return await Hits(db, db.Cases.Where(c => ids.Contains(c.Id)), stop);
    }

    private async Task<List<SearchHit>> Hits(AfterSalesDb db, IQueryable<ServiceCase> cases, CancellationToken stop)
    {
        var found = await cases.AsNoTracking().VisibleTo(db, actor).OrderByDescending(c => c.Id).Take(MostCases)
            .Select(c => new { c.Id, c.Number, c.CustomerId, Customer = db.Customers.Where(k => k.Id == c.CustomerId).Select(k => k.Name).First(), Words = c.Description }).ToListAsync(stop);
        return found.ConvertAll(c => new SearchHit(SearchSubject.Case, c.Number, c.Customer + " · " + TextRule.Cut(c.Words, WordsShown), "/cases/" + Uri.EscapeDataString(c.Number), c.Id, c.CustomerId));
    }
}
