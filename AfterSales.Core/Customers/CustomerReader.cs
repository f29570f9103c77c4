using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>A customer in a list.</summary>
public sealed record CustomerRow(long Id, string Code, string Name, CustomerKind Kind, CustomerTier Tier, bool Vip, string? Area, DateOnly? FirstContactOn, DateOnly? FiledOn, int Machines, DateTimeOffset? LastCaseAt);

/// <summary>A list of customers as its address says it.</summary>
public sealed record CustomerFilter
{
    /// <summary>A name, number, phone or serial.</summary>
    public string? Text { get; init; }

    /// <summary>Code of the area.</summary>
    public string? Area { get; init; }

    /// <summary>客户类别.</summary>
    public CustomerKind? Kind { get; init; }

    /// <summary>R5: of known first contact and not filed yet.</summary>
    public bool Unfiled { get; init; }

    /// <summary>The name's comparable form and the key after which the page begins.</summary>
    public string? After { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A page of customers and where the next one begins.</summary>
public sealed record CustomerPage(IReadOnlyList<CustomerRow> Rows, int Count, string? Next);

/// <summary>A customer's page: the file and the history.</summary>
public sealed record CustomerView(
    long Id, string Code, CustomerForm Form, DateOnly? FirstContactOn, DateOnly? FiledOn, string? FiledBy, DateOnly? FileDueOn, IReadOnlyList<Problem> Missing,
    IReadOnlyList<ContactCard> Contacts, IReadOnlyList<SiteCard> Sites, IReadOnlyList<CallerMachine> Machines, IReadOnlyList<CallerCase> Cases);

/// <summary>A contact with the form to change it.</summary>
public sealed record ContactCard(long Id, string Name, string? Title, IReadOnlyList<string> Phones, ContactForm Form);

/// <summary>A place with the form to change it.</summary>
public sealed record SiteCard(long Id, SiteForm Form);

/// <summary>Lists and files of customers.</summary>
public sealed class CustomerReader(IDbContextFactory<AfterSalesDb> factory, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Cases and machines shown on a customer's page.</summary>
    public const int Most = 100;

    /// <summary>One page in the order of names.</summary>
    public async Task<CustomerPage> Find(CustomerFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var found = await Matching(db, filter, stop);
        var paged = found;
        if (filter.After?.LastIndexOf('|') is > 0 and var bar && long.TryParse(filter.After.AsSpan(bar + 1), out var id))
        {
            var key = filter.After[..bar];
#pragma warning disable CA1309 // Translated to SQL, where both databases compare ordinally.
            paged = found.Where(c => string.Compare(c.NameKey, key) >= 0 && (string.Compare(c.NameKey, key) > 0 || c.Id > id));
#pragma warning restore CA1309
        }

        var page = await paged.OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(filter.Size).Select(c => new
        {
            Row = new CustomerRow(c.Id, c.Code, c.Name, c.Kind, c.Tier, c.Vip, c.Area, c.FirstContactOn, c.FiledOn,
                db.Assets.Count(a => a.CustomerId == c.Id),
                db.Cases.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.OpenedAt).Select(x => (DateTimeOffset?)x.OpenedAt).FirstOrDefault()),
            c.NameKey,
        }).ToListAsync(stop);
        var count = await found.Select(c => c.Id).Take(Page<CustomerRow>.CountCap + 1).CountAsync(stop);
        return new CustomerPage([.. page.Select(p => p.Row)], count, page.Count == filter.Size ? $"{page[^1].NameKey}|{page[^1].Row.Id}" : null);
    }

    private static async Task<IQueryable<Customer>> Matching(AfterSalesDb db, CustomerFilter f, CancellationToken stop)
    {
        var found = db.Customers.AsNoTracking();
        found = f.Area is { } area ? found.Where(c => c.Area == area) : found;
        found = f.Kind is { } kind ? found.Where(c => c.Kind == kind) : found;
        found = f.Unfiled ? found.Where(c => c.FirstContactOn != null && c.FiledOn == null) : found;
        if (TextRule.Kept(f.Text) is not { } text)
        {
            return found;
        }

        var ids = (await SearchService.Subjects(db, text, stop)).Select(s => s.CustomerId).Distinct().ToList();
        return found.Where(c => ids.Contains(c.Id));
    }

    /// <summary>The customer's page; numbers masked for those who need not see them.</summary>
    public async Task<CustomerView> Read(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var c = await db.Customers.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code, stop) ?? throw new MissingException($"customer {code}");
        var policy = await db.PolicyAt(clock.Now, stop);
        var contacts = await db.Contacts.AsNoTracking().Include(x => x.Phones).Where(x => x.CustomerId == c.Id).OrderBy(x => x.Id).ToListAsync(stop);
        var sites = await db.Sites.AsNoTracking().Where(x => x.CustomerId == c.Id).OrderBy(x => x.Id).ToListAsync(stop);
        var book = await lists.Book(stop);
        var machines = await db.Assets.AsNoTracking().Where(a => a.CustomerId == c.Id).OrderBy(a => a.SerialNo).Take(Most).ToListAsync(stop);
        return new CustomerView(
            c.Id, c.Code, CustomerForm.Of(c), c.FirstContactOn, c.FiledOn,
            await db.Users.Where(p => p.Id == c.FiledById).Select(p => p.Name).SingleOrDefaultAsync(stop),
            c.FiledOn is null ? c.FirstContactOn?.AddDays(policy.FileDays) : null,
            c.FiledOn is null ? await CustomerFile.Missing(db, c, stop) : [],
            [.. contacts.Select(Card)],
            [.. sites.Select(s => new SiteCard(s.Id, SiteForm.Of(s)))],
            [.. machines.Select(a => new CallerMachine(a.Id, a.SerialNo, a.ProductLine, a.Model, a.SiteId, book.Warranty(a, clock.Today, clock.Zone)))],
            await CaseHistory.Of(db, db.Cases.Where(x => x.CustomerId == c.Id), Most, stop));
    }

    private ContactCard Card(Contact c)
    {
        var form = ContactForm.Of(c);
        return new ContactCard(c.Id, c.Name, c.Title, [.. c.Phones.OrderBy(p => p.Id).Select(p => actor.Phone(p.Number))], actor.May(Permission.SeePersonalData) ? form : new ContactForm());
    }
}
