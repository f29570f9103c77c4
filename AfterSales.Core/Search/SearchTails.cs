using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>Keeps the searchable tails of names, codes, phones and serials in the transaction of what changes them.</summary>
public static class SearchTails
{
    /// <summary>A phone is searched by no fewer digits.</summary>
    public const int LeastDigits = 3;

    /// <summary>Every row of a customer's own name and code.</summary>
    public static IEnumerable<SearchKey> Of(Customer c) => Rows(SearchSubject.Customer, c.Id, c.Id, c.Name, c.Code);

    /// <summary>Every row of a contact's name and phones; the contact has its key already.</summary>
    public static IEnumerable<SearchKey> Of(Contact c) =>
        Rows(SearchSubject.Contact, c.Id, c.CustomerId, c.Name).Concat(c.Phones.SelectMany(Of));

    /// <summary>Every row of a phone number: its digits with the country's code, any tail of three or more.</summary>
    public static IEnumerable<SearchKey> Of(ContactPhone p) =>
        Tails(p.NumberKey).Where(t => t.Length >= LeastDigits).Select(t => Row(t, SearchSubject.Phone, p.Id, p.CustomerId));

    /// <summary>Every row of a machine's serial number.</summary>
    public static IEnumerable<SearchKey> Of(Asset a) => Rows(SearchSubject.Asset, a.Id, a.CustomerId, a.SerialNo);

    /// <summary>The rows of a subject made anew; the subject has its key already.</summary>
    public static async Task Renew(AfterSalesDb db, SearchSubject subject, long subjectId, IEnumerable<SearchKey> rows, CancellationToken stop)
    {
        await db.SearchKeys.Where(k => k.Subject == subject && k.SubjectId == subjectId).ExecuteDeleteAsync(stop);
        db.SearchKeys.AddRange(rows.Where(r => r.Subject == subject));
    }

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
