using System.Text.RegularExpressions;
using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>What names a customer elsewhere than in its own rows: drafts, views of lists that people keep, and what the trail tells of them.</summary>
internal sealed partial class Mentions
{
    private const int LeastLetters = 2, LeastDigits = 7, Batch = 500;
    private readonly HashSet<string> drafted = [], names = [], phones = [];

    /// <summary>Takes in what a row is called by, before that is replaced.</summary>
    public void Remember(object row)
    {
        names.UnionWith(Personal(row).Select(SearchTails.Bare).Where(n => n.Length >= LeastLetters));
        phones.UnionWith(row is ContactPhone p && Digits(p.Number).Length >= LeastDigits ? [Digits(p.Number), p.NumberKey] : []);
        drafted.UnionWith(Personal(row).Concat(row switch
        {
            Customer c => [c.Code],
            Site s => [s.Address],
            ServiceCase c => [c.Number],
            WorkOrder o => [o.Number],
            _ => Array.Empty<string>(),
        }).Where(n => n.Length >= LeastLetters && n != PersonalColumns.Mark));
    }

    /// <summary>Drops the drafts and views, and what the trail tells of views and of lists taken out of the house. That they went stays in the trail.</summary>
    public async Task Forget(Write write)
    {
        var (db, stop) = (write.Db, write.Stop);
        // A draft that names the customer in any way can't be saved to it any more.
        var drafts = (await db.Drafts.AsNoTracking().ToListAsync(stop)).Where(d => drafted.Any(n => d.Fields.Contains(n, StringComparison.Ordinal) || d.Form.EndsWith("/" + n, StringComparison.Ordinal))).Select(d => d.Id).ToList();
        await db.Drafts.Where(d => drafts.Contains(d.Id)).ExecuteDeleteAsync(stop);
        db.SavedViews.RemoveRange((await db.SavedViews.ToListAsync(stop)).Where(v => Names(v.Name) || Names(Typed(v.Query))));
        await db.SaveChangesAsync(stop);
        write.Touch(SavedViews.Topic);
        var telling = new List<long>();
        await foreach (var told in db.AuditEntries.Where(e => e.Entity == nameof(SavedView) || e.Entity == ExportTrail.Entity).Select(e => new { e.Id, e.Changes }).AsAsyncEnumerable().WithCancellation(stop))
        {
            telling.AddRange(AuditService.Read<FieldChange>(told.Changes)?.Any(Said) == true ? [told.Id] : []);
        }

        foreach (var ids in telling.Chunk(Batch))
        {
            (await db.AuditEntries.Where(e => ids.Contains(e.Id)).ToListAsync(stop)).ForEach(e => Anonymiser.Rewrite(db, e, Said));
        }

        await db.SaveChangesAsync(stop);
    }

    private static IEnumerable<string> Personal(object row) => row switch
    {
        Customer c => [c.Name],
        Contact c => [c.Name],
        ContactPhone p => [p.Number],
        Asset { Plate: { } plate } => [plate],
        _ => [],
    };

    private bool Said(FieldChange change) => new[] { change.From, change.To }.Any(words => Names(change.Field == nameof(SavedView.Name) ? words : Typed(words)));

    /// <summary>What somebody typed into a list's search; the other words of an address are codes.</summary>
    private static string? Typed(string? address) => address is not null && Search().Match(address) is { Success: true } found ? Uri.UnescapeDataString(found.Groups[1].Value.Replace('+', ' ')) : null;

    /// <summary>True for words that hold a name, or a number in any spelling.</summary>
    private bool Names(string? words) => words is not null && (SearchTails.Bare(words), Digits(words)) is var (bare, digits)
        && (names.Any(n => bare.Contains(n, StringComparison.Ordinal)) || phones.Any(p => digits.Contains(p, StringComparison.Ordinal) || (digits.Length >= LeastDigits && p.Contains(digits, StringComparison.Ordinal))));

    [GeneratedRegex(@"(?:^|[?&]| )q=([^&·]*)")]
    private static partial Regex Search();

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
