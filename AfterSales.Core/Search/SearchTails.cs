using System.Text;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>
/// The searchable tails of names, codes, phones, serials and plates. The context keeps them, and the words of cases, in line
/// with the rows that it saves, in their transaction; only what is written past it (the generator) brings its own.
/// </summary>
public static class SearchTails
{
    private static readonly HashSet<string> Searched =
    [
        nameof(Customer.Name), nameof(Customer.Code), nameof(ContactPhone.NumberKey), nameof(Asset.SerialNo), nameof(Asset.Plate), nameof(Asset.Vin), nameof(Asset.CustomerId),
        nameof(ServiceCase.Description), nameof(ServiceCase.SymptomText), nameof(ServiceCase.Resolution),
        nameof(ServiceReport.ConfirmedSymptomText), nameof(ServiceReport.CauseText), nameof(ServiceReport.Remedy), nameof(ServiceReport.FoundBeyond),
    ];

    /// <summary>A phone, a plate or a vehicle's number is searched by no fewer digits.</summary>
    public const int LeastDigits = 3;

    /// <summary>Every row of a customer's own name, as written and in pinyin, and code.</summary>
    public static IEnumerable<SearchKey> Of(Customer c) => Rows(SearchSubject.Customer, c.Id, c.Id, [.. Named(c.Name), .. Firm(Key(c.Name)), .. Tails(Number(c.Code))]);

    /// <summary>Every row of a contact's name, as written and in pinyin; the phones have their own.</summary>
    public static IEnumerable<SearchKey> Of(Contact c) => Rows(SearchSubject.Contact, c.Id, c.CustomerId, Named(c.Name));

    /// <summary>Every row of a phone number: its digits with the country's code, any tail of three or more.</summary>
    public static IEnumerable<SearchKey> Of(ContactPhone p) =>
        Rows(SearchSubject.Phone, p.Id, p.CustomerId, Long(p.NumberKey));

    /// <summary>Every row of a machine's serial number, plate and vehicle's number.</summary>
    public static IEnumerable<SearchKey> Of(Asset a) =>
        Rows(SearchSubject.Asset, a.Id, a.CustomerId, [.. Tails(Number(a.SerialNo)), .. Long(Bare(a.Plate)), .. Long(Bare(a.Vin))]);

    /// <summary>All that a customer is found by, with its contacts and their numbers, which all have their keys.</summary>
    public static IEnumerable<SearchKey> Whole(Customer c) => [.. Of(c), .. c.Contacts.SelectMany(Of), .. c.Contacts.SelectMany(k => k.Phones).SelectMany(Of)];

    /// <summary>The rows about to be saved by which something is found or found no more.</summary>
    internal static IReadOnlyList<(object Row, EntityState State)> Changed(AfterSalesDb db) =>
    [
        .. db.ChangeTracker.Entries().Where(e => Keys(e.Entity) is not null || e.Entity is ServiceCase or ServiceReport)
            .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && e.Properties.Any(p => p.IsModified && Searched.Contains(p.Metadata.Name))))
            .Select(e => (e.Entity, e.State)),
    ];

    /// <summary>Their tails made anew, once they have their keys.</summary>
    internal static async Task Renew(AfterSalesDb db, IReadOnlyList<(object Row, EntityState State)> changed, CancellationToken stop)
    {
        foreach (var (row, state) in changed.Where(c => Keys(c.Row) is not null))
        {
            var (subject, id, rows) = Keys(row)!.Value;
            if (state != EntityState.Added)
            {
                await db.SearchKeys.Where(k => k.SubjectId == id && k.Subject == subject).ExecuteDeleteAsync(stop);
            }

            db.SearchKeys.AddRange(state == EntityState.Deleted ? [] : rows);
        }

        await CaseWords.Renew(db, changed.Select(c => c.Row switch { ServiceCase s => s.Id, ServiceReport r => r.CaseId, _ => 0 }).Where(id => id > 0).Distinct(), stop);
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

    /// <summary>Letters and digits alone: what a plate or a vehicle's number is compared by, however it is spaced.</summary>
    public static string Bare(string? text) => string.Concat(Key(text).EnumerateRunes().Where(Rune.IsLetterOrDigit));

    /// <summary>What a code or serial number is searched by, with its hyphens or without; one of nothing but signs by them.</summary>
    public static string Number(string? text) => Bare(text) is { Length: > 0 } bare ? bare : Key(text);

    private static IEnumerable<SearchKey> Rows(SearchSubject subject, long id, long customerId, IEnumerable<string> tails) =>
        tails.Distinct().Select(t => new SearchKey { Tail = t, Subject = subject, SubjectId = id, CustomerId = customerId });

    private static IEnumerable<string> Named(string name) => Tails(Key(name)).Concat(Pinyin.Tails(Key(name), SearchKey.MaxLength));

    /// <summary>The name as a firm's is compared, where that is another one: by it as a whole alone, no part of it is searched.</summary>
    private static IEnumerable<string> Firm(string key) =>
        FirmName.Hidden(key) is { } bare ? [bare.Length > SearchKey.MaxLength ? bare[..SearchKey.MaxLength] : bare] : [];

    private static IEnumerable<string> Long(string key) => Tails(key).Where(t => t.Length >= LeastDigits);

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
