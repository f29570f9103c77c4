using AfterSales.Core.Data;
using AfterSales.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Moves what hangs on a customer to another one, and back.</summary>
internal static class MergedRows
{
    /// <summary>Everything that hangs on a customer that goes into another.</summary>
    public static async Task<MovedRows> Of(AfterSalesDb db, long id, long survivorId, CancellationToken stop) => new()
    {
        Cases = await db.Cases.Where(x => x.CustomerId == id).Select(x => x.Id).ToListAsync(stop),
        Contacts = await db.Contacts.Where(x => x.CustomerId == id).Select(x => x.Id).ToListAsync(stop),
        Preferred = await db.Contacts.Where(x => x.CustomerId == id && x.Preferred).Select(x => x.Id).ToListAsync(stop),
        Sites = await db.Sites.Where(x => x.CustomerId == id).Select(x => x.Id).ToListAsync(stop),
        Assets = await db.Assets.Where(x => x.CustomerId == id).Select(x => x.Id).ToListAsync(stop),
        Own = await db.Assets.Where(x => x.CustomerId == survivorId).Select(x => x.Id).ToListAsync(stop),
        Sold = await db.Assets.Where(x => x.DealerId == id).Select(x => x.Id).ToListAsync(stop),
        SoldCases = await db.CaseFacts.Where(x => x.DealerId == id).Select(x => x.CaseId).ToListAsync(stop),
        Logs = await db.ContactLogs.Where(x => x.CustomerId == id).Select(x => x.Id).ToListAsync(stop),
        Names = await db.SearchKeys.Where(k => k.CustomerId == id && k.Subject == SearchSubject.Customer).Select(k => k.SubjectId).Distinct().ToListAsync(stop),
    };

    /// <summary>
    /// What goes back: what was moved, and what was added to it since. A later case goes with its contact, without one with its
    /// machine, else with its place; a later machine with its place.
    /// </summary>
    public static async Task<MovedRows> WithLater(AfterSalesDb db, CustomerMerge merge, CancellationToken stop)
    {
        var (m, id) = (merge.Moved, merge.SurvivorId);
        var assets = await db.Assets.Where(a => a.CustomerId == id && (m.Assets.Contains(a.Id) || (m.Sites.Contains(a.SiteId!.Value) && !m.Own.Contains(a.Id)))).Select(a => a.Id).ToListAsync(stop);
        var cases = await db.Cases.Where(c => c.CustomerId == id && (m.Cases.Contains(c.Id) || (c.OpenedAt >= merge.At
                && (c.ContactId != null ? m.Contacts.Contains(c.ContactId!.Value) : c.AssetId != null ? assets.Contains(c.AssetId!.Value) : m.Sites.Contains(c.SiteId!.Value)))))
            .Select(c => c.Id).ToListAsync(stop);
        var logs = await db.ContactLogs.Where(l => l.CustomerId == id && (m.Logs.Contains(l.Id) || cases.Contains(l.CaseId!.Value))).Select(l => l.Id).ToListAsync(stop);
        return new() { Cases = cases, Contacts = m.Contacts, Sites = m.Sites, Assets = assets, Sold = m.Sold, SoldCases = m.SoldCases, Logs = logs, Names = m.Names };
    }

    /// <summary>Moves them, as far as they still belong to the one; what is found of them leads to the other.</summary>
    public static async Task Move(AfterSalesDb db, MovedRows rows, long from, long to, CancellationToken stop)
    {
        await db.Cases.Where(x => x.CustomerId == from && rows.Cases.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.CaseFacts.Where(x => x.CustomerId == from && rows.Cases.Contains(x.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.Contacts.Where(x => x.CustomerId == from && rows.Contacts.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.ContactPhones.Where(x => x.CustomerId == from && rows.Contacts.Contains(x.ContactId)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.Sites.Where(x => x.CustomerId == from && rows.Sites.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.Assets.Where(x => x.CustomerId == from && rows.Assets.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await db.Assets.Where(x => x.DealerId == from && rows.Sold.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.DealerId, to), stop);
        await db.CaseFacts.Where(x => x.DealerId == from && rows.SoldCases.Contains(x.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(x => x.DealerId, to), stop);
        await db.ContactLogs.Where(x => x.CustomerId == from && rows.Logs.Contains(x.Id)).ExecuteUpdateAsync(set => set.SetProperty(x => x.CustomerId, to), stop);
        await Find(db, rows, from, to, stop);
        await Places(db, from, stop);
        await Places(db, to, stop);
    }

    /// <summary>Which contact is asked for first, there and back.</summary>
    public static Task Prefer(AfterSalesDb db, List<long> contacts, bool preferred, CancellationToken stop) =>
        db.Contacts.Where(c => contacts.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Preferred, preferred), stop);

    private static async Task Find(AfterSalesDb db, MovedRows rows, long from, long to, CancellationToken stop)
    {
        var phones = await db.ContactPhones.Where(p => rows.Contacts.Contains(p.ContactId)).Select(p => p.Id).ToListAsync(stop);
        foreach (var (subject, ids) in new[] { (SearchSubject.Customer, rows.Names), (SearchSubject.Contact, rows.Contacts), (SearchSubject.Phone, phones), (SearchSubject.Asset, rows.Assets) })
        {
            await db.SearchKeys.Where(k => k.CustomerId == from && k.Subject == subject && ids.Contains(k.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(k => k.CustomerId, to), stop);
        }
    }

    /// <summary>A machine that came along, or stayed while its place went, stands at a place of its customer, or nobody knows where.</summary>
    private static Task Places(AfterSalesDb db, long id, CancellationToken stop) =>
        db.Assets.Where(a => a.CustomerId == id && a.SiteId != null && !db.Sites.Any(s => s.Id == a.SiteId && s.CustomerId == id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.SiteId, (long?)null), stop);
}
