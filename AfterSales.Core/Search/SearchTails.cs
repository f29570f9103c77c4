using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>
/// The searchable tails of names, codes, phones and serials. The context keeps them in line with the rows that it saves, in
/// their transaction; only what is written past it (the generator) brings its own.
/// </summary>
public static class SearchTails
{
    private static readonly HashSet<string> Searched = [nameof(Customer.Name), nameof(Customer.Code), nameof(ContactPhone.NumberKey), nameof(Asset.SerialNo), nameof(Asset.CustomerId)];

    /// <summary>A phone is searched by no fewer digits.</summary>
    public const int LeastDigits = 3;

    /// <summary>Every row of a customer's own name and code.</summary>
    public static IEnumerable<SearchKey> Of(Customer c) => Rows(SearchSubject.Customer, c.Id, c.Id, c.Name, c.Code);

    /// <summary>Every row of a contact's name; the phones have their own.</summary>
    public static IEnumerable<SearchKey> Of(Contact c) => Rows(SearchSubject.Contact, c.Id, c.CustomerId, c.Name);

    /// <summary>Every row of a phone number: its digits with the country's code, any tail of three or more.</summary>
    public static IEnumerable<SearchKey> Of(ContactPhone p) =>
        Tails(p.NumberKey).Where(t => t.Length >= LeastDigits).Select(t => Row(t, SearchSubject.Phone, p.Id, p.CustomerId));

    /// <summary>Every row of a machine's serial number.</summary>
    public static IEnumerable<SearchKey> Of(Asset a) => Rows(SearchSubject.Asset, a.Id, a.CustomerId, a.SerialNo);

    /// <summary>The rows about to be saved by which something is found or found no more.</summary>
    internal static IReadOnlyList<(object Row, EntityState State)> Changed(AfterSalesDb db) =>
    [
        .. db.ChangeTracker.Entries().Where(e => Keys(e.Entity) is not null)
            .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && e.Properties.Any(p => p.IsModified && Searched.Contains(p.Metadata.Name))))
            .Select(e => (e.Entity, e.State)),
    ];

    /// <summary>Their tails made anew, once they have their keys.</summary>
    internal static async Task Renew(AfterSalesDb db, IEnumerable<(object Row, EntityState State)> changed, CancellationToken stop)
    {
        foreach (var (row, state) in changed)
        {
            var (subject, id, rows) = Keys(row)!.Value;
            if (state != EntityState.Added)
            {
                await db.SearchKeys.Where(k => k.SubjectId == id && k.Subject == subject).ExecuteDeleteAsync(stop);
            }

            db.SearchKeys.AddRange(state == EntityState.Deleted ? [] : rows);
        }
    }

    private static (SearchSubject Subject, long Id, IEnumerable<SearchKey> Rows)? Keys(object row) => row switch
    {
        Customer c => (SearchSubject.Customer, c.Id, Of(c)),
        Contact c => (SearchSubject.Contact, c.Id, Of(c)),
        ContactPhone p => (SearchSubject.Phone, p.Id, Of(p)),
        Asset a => (SearchSubject.Asset, a.Id, Of(a)),
        _ => null,
    };

    /// <summary>The comparable form of what is searched: as compared elsewhere, without blanks.</summary>
    public static string Key(string? text) => TextRule.Key(text).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<SearchKey> Rows(SearchSubject subject, long id, long customerId, params string[] texts) =>
        texts.SelectMany(t => Tails(Key(t))).Distinct().Select(t => Row(t, subject, id, customerId));

    private static SearchKey Row(string tail, SearchSubject subject, long id, long customerId) =>
        new() { Tail = tail, Subject = subject, SubjectId = id, CustomerId = customerId };

    /// <summary>Each tail of the text, cut; a pair of surrogates stays one character.</summary>
    private static IEnumerable<string> Tails(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsLowSurrogate(key[i]))
            {
                var length = Math.Min(SearchKey.MaxLength, key.Length - i);
                length -= char.IsHighSurrogate(key[i + length - 1]) ? 1 : 0;
                yield return key.Substring(i, length);
            }
        }
    }
}
