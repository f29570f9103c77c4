using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Drafts;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>
/// What names a customer elsewhere than in its own rows: drafts, views of lists that people keep, and what the trail tells of
/// them. Words name it when search finds it by them and nobody else, or when they hold a name or number that only it bore.
/// </summary>
internal sealed partial class Mentions(AfterSalesDb db, IReadOnlyList<long> whole, CancellationToken stop)
{
    private const int LeastSearched = 2, LeastWithin = 3, LeastDigits = 7, LeastShown = 5, Batch = 500;
    private readonly HashSet<string> names = [], phones = [], keys = [];
    private readonly Dictionary<string, bool> found = [];

    /// <summary>Takes in what a row is called by, before that is replaced.</summary>
    public void Remember(object row)
    {
        switch (row)
        {
            case Customer c:
                Name(c.Name);
                Key(c.Code);
                break;
            case Contact c:
                Name(c.Name);
                break;
            case ContactPhone p:
                Reach(p.Number);
                break;
            case Asset { Plate: { } plate }:
                Name(plate);
                break;
            case Site s:
                Key(s.Address);
                break;
            case ServiceCase c:
                Key(c.Number);
                break;
            case WorkOrder o:
                Key(o.Number);
                break;
        }
    }

    /// <summary>The same of what the trail tells a row was called once.</summary>
    public void Remember(string entity, FieldChange change)
    {
        foreach (var value in new[] { change.From, change.To }.OfType<string>().Where(v => v != PersonalColumns.Mark))
        {
            switch (entity, change.Field)
            {
                case (nameof(Customer) or nameof(Contact), nameof(Customer.Name)) or (nameof(Asset), nameof(Asset.Plate)):
                    Name(value);
                    break;
                case (nameof(ContactPhone), nameof(ContactPhone.Number)):
                    Reach(value);
                    break;
            }
        }
    }

    /// <summary>Whom search finds by the words of views and of the trail, while it still finds the customer.</summary>
    public async Task Look()
    {
        var views = await db.SavedViews.AsNoTracking().ToListAsync(stop);
        var told = new HashSet<string>(views.SelectMany(v => new[] { v.Name, Searched(v.Query) }).OfType<string>());
        await foreach (var (_, changes) in Trail())
        {
            told.UnionWith(changes.SelectMany(Words));
        }

        foreach (var words in told.Where(w => w.Length is >= LeastSearched and <= SearchService.LongestText))
        {
            var owners = await SearchService.All(db, words).Select(k => k.CustomerId).Distinct().Take(whole.Count + 1).ToListAsync(stop);
            if (owners.Count > 0)
            {
                found[words] = owners.All(whole.Contains);
            }
        }
    }

    /// <summary>Drops the drafts and views, and what the trail tells of views and of lists taken out of the house. That they went stays in the trail.</summary>
    public async Task Forget(Write write)
    {
        await KeepOnlyOwn();
        // A draft for the customer can't be saved to it any more.
        var drafts = (await db.Drafts.AsNoTracking().ToListAsync(stop)).Where(Names).Select(d => d.Id).ToList();
        await db.Drafts.Where(d => drafts.Contains(d.Id)).ExecuteDeleteAsync(stop);
        db.SavedViews.RemoveRange((await db.SavedViews.ToListAsync(stop)).Where(v => Names(v.Name) || Names(Searched(v.Query))));
        await db.SaveChangesAsync(stop);
        write.Touch(SavedViews.Topic);
        var telling = new List<long>();
        await foreach (var (id, changes) in Trail())
        {
            telling.AddRange(changes.Any(Said) ? [id] : []);
        }

        foreach (var ids in telling.Chunk(Batch))
        {
            (await db.AuditEntries.Where(e => ids.Contains(e.Id)).ToListAsync(stop)).ForEach(e => Anonymiser.Rewrite(db, e, Said));
        }

        await db.SaveChangesAsync(stop);
    }

    private async IAsyncEnumerable<(long Id, IReadOnlyList<FieldChange> Changes)> Trail()
    {
        await foreach (var told in db.AuditEntries.Where(e => e.Entity == nameof(SavedView) || e.Entity == ExportTrail.Entity).Select(e => new { e.Id, e.Changes }).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return (told.Id, AuditService.Read<FieldChange>(told.Changes) ?? []);
        }
    }

    /// <summary>A name that others bear as well, a customer, a contact or one of our own people, names nobody.</summary>
    private async Task KeepOnlyOwn()
    {
        foreach (var name in names.ToList())
        {
            var tail = TextRule.Cut(SearchTails.Key(name), SearchKey.MaxLength);
            if (tail is null or "" || await db.SearchKeys.AnyAsync(k => k.Tail == tail && !whole.Contains(k.CustomerId), stop) || await db.Users.AnyAsync(p => p.Name == name, stop))
            {
                names.Remove(name);
            }
        }
    }

    private bool Said(FieldChange change) => Words(change).Any(Names);

    /// <summary>The words of a view or an export that somebody typed; the others of an address are codes.</summary>
    private static IEnumerable<string> Words(FieldChange change) => change.Field switch
    {
        nameof(SavedView.Name) => new[] { change.From, change.To }.OfType<string>(),
        nameof(SavedView.Query) => new[] { Searched(change.From), Searched(change.To) }.OfType<string>(),
        _ => new[] { change.From, change.To }.OfType<string>().Select(w => Filter().Match(w)).Where(m => m.Success).Select(m => m.Groups[1].Value),
    };

    private static string? Searched(string? address) => address is null ? null : Address.Query("?" + address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]).GetValueOrDefault("q");

    private bool Names(Draft draft) => keys.Contains(draft.Form[(draft.Form.IndexOf('/', StringComparison.Ordinal) + 1)..])
        || JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Fields)!.Any(f => keys.Contains(f.Value) || (f.Key == "CustomerId" && long.TryParse(f.Value, out var id) && whole.Contains(id)) || Within(f.Value));

    private bool Names(string? words) => words is not null && (found.TryGetValue(words, out var own) ? own : Within(words) || PartOfName(SearchTails.Bare(words)));

    /// <summary>What was looked for by a part of a name that nobody bears any more.</summary>
    private bool PartOfName(string bare) => bare.Length >= LeastWithin && names.Any(n => SearchTails.Bare(n).Contains(bare, StringComparison.Ordinal));

    /// <summary>True for words that are or hold a name, or hold a number in any spelling.</summary>
    private bool Within(string words)
    {
        var (bare, digits) = (SearchTails.Bare(words), Digits(words));
        return names.Select(SearchTails.Bare).Any(n => n == bare || (n.Length >= LeastWithin && Holds(bare, n, words)))
            || phones.Any(p => digits.Contains(p, StringComparison.Ordinal) || (digits.Length >= LeastDigits && p.Contains(digits, StringComparison.Ordinal)) || Shows(words, p));
    }

    /// <summary>True for words that hold the name; one of a single letter, or of signs alone, is in none.</summary>
    public static bool Tells(string words, string name) => SearchTails.Bare(name) is { Length: >= LeastSearched } bare && Holds(SearchTails.Bare(words), bare, words);

    /// <summary>True for words that hold the end of the number, however it is parted: a land line's with its area or without.</summary>
    public static bool HoldsNumber(string words, string number) => Digits(number) is { Length: >= LeastDigits } digits && Digits(words).Contains(digits[^LeastDigits..], StringComparison.Ordinal);

    /// <summary>Chinese stands without blanks; a name in letters is a word of its own ("Li" is not in "Quality").</summary>
    private static bool Holds(string bare, string name, string words) => name.All(char.IsAscii)
        ? Regex.IsMatch(TextRule.Key(words), $"(?<![a-z0-9]){string.Join("[^a-z0-9]*", name.Select(c => Regex.Escape(c.ToString())))}(?![a-z0-9])")
        : bare.Contains(name, StringComparison.Ordinal);

    /// <summary>138****8000 shows the number's two ends.</summary>
    private static bool Shows(string words, string phone) => words.Contains('*', StringComparison.Ordinal)
        && (Digits(words[..words.IndexOf('*', StringComparison.Ordinal)]), Digits(words[words.LastIndexOf('*')..])) is var (begins, ends)
        && begins.Length + ends.Length >= LeastShown && phone.Contains(begins, StringComparison.Ordinal) && phone.EndsWith(ends, StringComparison.Ordinal);

    /// <summary>A name of one letter or of signs alone ("—") names nobody.</summary>
    private void Name(string name) => names.UnionWith(SearchTails.Bare(name).Length >= LeastSearched ? [name] : []);

    /// <summary>What only this customer's own things are called; a place may have no address.</summary>
    private void Key(string key) => keys.UnionWith(key.Length > 0 && key != PersonalColumns.Mark ? [key] : []);

    /// <summary>A number, or an account's name.</summary>
    private void Reach(string number)
    {
        Number(number);
        if (number.Any(char.IsAsciiLetter))
        {
            Name(number);
        }
    }

    private void Number(string number) => phones.UnionWith(Digits(number).Length >= LeastDigits ? [Digits(number), PhoneNumber.Key(number)] : []);

    /// <summary>Those of full width and those said in Chinese numerals too.</summary>
    private static string Digits(string text) => string.Concat(PhoneShape.Digits(PhoneShape.Seen(TextRule.Compatible(text))).Where(char.IsAsciiDigit));

    /// <summary>The trail writes the words of an export unescaped, one after the other.</summary>
    [GeneratedRegex(@"(?:^| · )q=(.*?)(?= · \w+=|$)", RegexOptions.Singleline)]
    private static partial Regex Filter();
}
