using AfterSales.Core.Data;
using AfterSales.Core.Search;

namespace AfterSales.Core.Cases;

/// <summary>What a text typed over a list finds.</summary>
internal static class CaseText
{
    /// <summary>A case's number or its end, else what the search finds: a customer's or a machine's cases.</summary>
    public static IQueryable<ServiceCase> WithText(this IQueryable<ServiceCase> cases, AfterSalesDb db, string text, DateOnly today)
    {
        var numbers = CaseNumbers.Of(text, today);
        var hits = SearchService.All(db, text);
        var customers = hits.Where(h => h.Subject != SearchSubject.Asset).Select(h => h.CustomerId);
        var assets = hits.Where(h => h.Subject == SearchSubject.Asset).Select(h => (long?)h.SubjectId);
        return cases.Where(c => numbers.Contains(c.Number) || customers.Contains(c.CustomerId) || assets.Contains(c.AssetId));
    }
}
