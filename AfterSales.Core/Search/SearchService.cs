using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>One thing found: what it is called, what stands beside it, where it is.</summary>
public sealed record SearchHit(SearchSubject Subject, string Title, string Detail, string Href, long Id, long CustomerId);

/// <summary>
/// The one search field: customers and contacts by name or pinyin, phones in any spelling, tails of serials, plates and
/// vehicles' numbers, numbers of cases and work orders, words of cases.
/// </summary>
public sealed partial class SearchService(Sight sight, BusinessClock clock, Actor actor)
{
    /// <summary>Hits shown.</summary>
    public const int Most = 12;

    /// <summary>Longest text searched; more is cut off.</summary>
    public const int LongestText = 100;

    private const int Range = 60;
    private const string Last = "\U0010FFFF";

    /// <summary>What fits the text, cases first; an engineer finds only own cases.</summary>
    public async Task<IReadOnlyList<SearchHit>> Find(string? text, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        if (TextRule.Kept(text) is not { } typed || !TextRule.IsClean(typed))
        {
            return [];
        }

        await using var db = await sight.Open(stop);
        var hits = await Cases(db, typed, stop);
        if (actor.May(Permission.ReadAll))
        {
            var subjects = await Subjects(db, typed, stop);
            hits.AddRange(Together(await Assets(db, subjects, stop), await Customers(db, subjects, stop), Most - hits.Count));
        }

        return hits;
    }

    /// <summary>Machines and customers share the room, so that many of one leave place for the other.</summary>
    private static IEnumerable<SearchHit> Together(IReadOnlyCollection<SearchHit> assets, IReadOnlyCollection<SearchHit> customers, int room)
    {
        var machines = Math.Min(assets.Count, Math.Max(room / 2, room - customers.Count));
        return [.. assets.Take(machines), .. customers.Take(room - machines)];
    }

    /// <summary>Every row of the index that begins with the text's comparable form: for lists, which page and count what it finds.</summary>
    internal static IQueryable<SearchKey> All(AfterSalesDb db, string text) =>
        Keys(text).Select(key => Begins(db, key)).DefaultIfEmpty(db.SearchKeys.Where(k => false)).Aggregate(Queryable.Concat);

    /// <summary>The first of them for the field's own hits, each subject once; whose number is just this stands before all that only end so.</summary>
    private static async Task<IReadOnlyList<SearchKey>> Subjects(AfterSalesDb db, string text, CancellationToken stop)
    {
        var found = await Exact(db, text, stop);
        foreach (var key in Keys(text))
        {
            found.AddRange(await Begins(db, key).OrderBy(k => k.Tail).ThenBy(k => k.Subject).ThenBy(k => k.SubjectId).Take(Range).ToListAsync(stop));
        }

        return [.. found.DistinctBy(k => (k.Subject, k.SubjectId))];
    }

    private static IQueryable<SearchKey> Begins(AfterSalesDb db, string key)
    {
        var end = key + Last;
#pragma warning disable CA1309 // Translated to SQL, where both databases compare ordinally.
        return db.SearchKeys.AsNoTracking().Where(k => string.Compare(k.Tail, key) >= 0 && string.Compare(k.Tail, end) < 0);
#pragma warning restore CA1309
    }

    /// <summary>
    /// The text as a name or serial, as a plate or pinyin (letters and digits alone: "鲁A·12345", "xi'an"), and, where it is
    /// long enough for one, as a phone number; a shorter piece has no prefix to take off.
    /// </summary>
    private static IEnumerable<string> Keys(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var key = SearchTails.Key(text);
        var phone = PhoneNumber.LooksWhole(text) ? PhoneNumber.Key(text) : "";
        return new[] { key, SearchTails.Bare(text), phone }.Where(k => k.Length > 0).Select(k => k.Length > SearchKey.MaxLength ? k[..SearchKey.MaxLength] : k).Distinct();
    }

    private static async Task<List<SearchHit>> Assets(AfterSalesDb db, IReadOnlyList<SearchKey> subjects, CancellationToken stop)
    {
        var ids = subjects.Where(s => s.Subject == SearchSubject.Asset).Select(s => s.SubjectId).Take(Most).ToList();
        var found = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.SerialNo, a.Plate, a.Model, a.CustomerId, Customer = db.Customers.Where(k => k.Id == a.CustomerId).Select(k => k.Name).First() }).ToListAsync(stop);
        return [.. found.OrderBy(a => ids.IndexOf(a.Id)).Select(a => new SearchHit(SearchSubject.Asset, a.SerialNo, string.Join(" · ", new[] { a.Plate, a.Model, a.Customer }.Where(t => t is not null)), "/assets/" + Uri.EscapeDataString(a.SerialNo), a.Id, a.CustomerId))];
    }

    /// <summary>Customers, phones and contacts lead to the customer, each once; a firm's own name stands before its people's.</summary>
    private async Task<List<SearchHit>> Customers(AfterSalesDb db, IReadOnlyList<SearchKey> subjects, CancellationToken stop)
    {
        var by = subjects.Where(s => s.Subject is SearchSubject.Customer or SearchSubject.Contact or SearchSubject.Phone).OrderBy(s => s.Subject == SearchSubject.Contact).DistinctBy(s => s.CustomerId).Take(Most).ToList();
        var ids = by.Select(s => s.CustomerId).ToList();
        var phones = by.Where(s => s.Subject == SearchSubject.Phone).Select(s => s.SubjectId).ToList();
        var contacts = by.Where(s => s.Subject == SearchSubject.Contact).Select(s => s.SubjectId).ToList();
        var customers = await db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new { c.Name, c.Code }, stop);
        var numbers = await db.ContactPhones.AsNoTracking().Where(p => phones.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => sight.Phone(p.Number), stop);
        var names = await db.Contacts.AsNoTracking().Where(p => contacts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return
        [
            .. by.Where(s => customers.ContainsKey(s.CustomerId)).Select(s => new SearchHit(
                s.Subject,
                customers[s.CustomerId].Name,
                s.Subject switch { SearchSubject.Phone => numbers.GetValueOrDefault(s.SubjectId), SearchSubject.Contact => names.GetValueOrDefault(s.SubjectId), _ => null } ?? customers[s.CustomerId].Code,
                "/customers/" + Uri.EscapeDataString(customers[s.CustomerId].Code),
                s.SubjectId,
                s.CustomerId)),
        ];
    }
}
