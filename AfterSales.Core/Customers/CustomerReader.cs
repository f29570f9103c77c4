using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Lists and files of customers.</summary>
public sealed class CustomerReader(IDbContextFactory<AfterSalesDb> factory, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Cases and machines shown on a customer's page.</summary>
    public const int Most = 100;

    /// <summary>Follow-ups shown on a customer's page.</summary>
    public const int MostCallbacks = 20;

    /// <summary>One page in the order of names; of unfiled ones in the order in which their files are due.</summary>
    public async Task<CustomerPage> Find(CustomerFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var found = Matching(db, filter);
        var days = (await db.PolicyAt(clock.Now, stop)).FileDays;
        var page = await Ordered(found, filter).Take(filter.Size).Select(c => new
        {
            c.Id,
            c.Code,
            c.Name,
            c.NameKey,
            c.Kind,
            c.Tier,
            c.Vip,
            c.Area,
            c.FirstContactOn,
            c.FiledOn,
            Machines = db.Assets.Count(a => a.CustomerId == c.Id),
            LastCaseAt = db.Cases.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.OpenedAt).Select(x => (DateTimeOffset?)x.OpenedAt).FirstOrDefault(),
        }).ToListAsync(stop);
        var count = await found.Select(c => c.Id).Take(Page<CustomerRow>.CountCap + 1).CountAsync(stop);
        var last = page.Count == filter.Size ? page[^1] : null;
        return new CustomerPage(
            [.. page.Select(c => new CustomerRow(c.Id, c.Code, c.Name, c.Kind, c.Tier, c.Vip, c.Area, c.FirstContactOn, c.FiledOn, c.FiledOn is null ? c.FirstContactOn?.AddDays(days) : null, c.Machines, c.LastCaseAt))],
            count,
            last is null ? null : TextRule.Invariant($"{(filter.Unfiled ? TextRule.Invariant(last.FirstContactOn!.Value.DayNumber) : last.NameKey)}|{last.Id}"));
    }

    /// <summary>The rows after the page before, in order; a cursor that is none begins at the beginning.</summary>
    private static IQueryable<Customer> Ordered(IQueryable<Customer> found, CustomerFilter filter)
    {
        var bar = filter.After?.LastIndexOf('|') ?? -1;
        var (key, id) = bar > 0 && long.TryParse(filter.After.AsSpan(bar + 1), out var after) ? (filter.After![..bar], after) : ("", 0);
        if (filter.Unfiled)
        {
            if (int.TryParse(key, out var number) && number is >= 0 and < 3_652_059)
            {
                var day = DateOnly.FromDayNumber(number);
                found = found.Where(c => c.FirstContactOn >= day && (c.FirstContactOn > day || c.Id > id));
            }

            return found.OrderBy(c => c.FirstContactOn).ThenBy(c => c.Id);
        }

#pragma warning disable CA1309 // Translated to SQL, where both databases compare ordinally.
        found = key.Length > 0 ? found.Where(c => string.Compare(c.NameKey, key) >= 0 && (string.Compare(c.NameKey, key) > 0 || c.Id > id)) : found;
#pragma warning restore CA1309
        return found.OrderBy(c => c.NameKey).ThenBy(c => c.Id);
    }

    private static IQueryable<Customer> Matching(AfterSalesDb db, CustomerFilter f)
    {
        var found = db.Customers.AsNoTracking();
        found = f.Area is { } area ? found.Where(c => c.Area == area) : found;
        found = f.Kind is { } kind ? found.Where(c => c.Kind == kind) : found;
        found = f.Tier is { } tier ? found.Where(c => c.Tier == tier) : found;
        found = f.Unfiled ? found.Where(c => c.FirstContactOn != null && c.FiledOn == null) : found;
        if (TextRule.Kept(f.Text) is not { } text)
        {
            return found;
        }

        var ids = SearchService.All(db, text).Select(s => s.CustomerId);
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
        var warranties = await db.Warranties(book, machines, clock.Today, clock.Zone, stop);
        var own = db.Cases.Where(x => x.CustomerId == c.Id);
        var (cases, caseCount) = await CaseHistory.Counted(db, own.Where(x => x.Type != CaseType.Complaint), Most, stop);
        var (complaints, complaintCount) = await CaseHistory.Counted(db, own.Where(x => x.Type == CaseType.Complaint), Most, stop);
        return new CustomerView(
            c.Id, c.Code, CustomerForm.Of(c), c.FirstContactOn, c.FiledOn,
            await db.Users.Where(p => p.Id == c.FiledById).Select(p => p.Name).SingleOrDefaultAsync(stop),
            c.FiledOn is null ? c.FirstContactOn?.AddDays(policy.FileDays) : null,
            c.FiledOn is null ? await CustomerFile.Missing(db, c, stop) : [],
            [.. contacts.Select(Card)],
            [.. sites.Select(s => new SiteCard(s.Id, SiteForm.Of(s)))],
            [.. machines.Select(a => new CallerMachine(a.Id, a.SerialNo, a.ProductLine, a.Model, a.SiteId, warranties[a.Id]))],
            machines.Count < Most ? machines.Count : await db.Assets.CountAsync(a => a.CustomerId == c.Id, stop),
            cases, caseCount, complaints, complaintCount,
            await Callbacks(db, c.Id, stop));
    }

    /// <summary>The newest follow-ups, those still to come among them.</summary>
    private static Task<List<CustomerCallback>> Callbacks(AfterSalesDb db, long customerId, CancellationToken stop) => (
        from c in db.Cases
        where c.CustomerId == customerId
        join k in db.Callbacks on c.Id equals k.CaseId
        where k.State != CallbackState.Void
        orderby k.OpensAt descending, k.Id descending
        let answer = db.SatisfactionAnswers.Where(a => a.CallbackId == k.Id && !a.Replaced).OrderByDescending(a => a.Id).FirstOrDefault()
        select new CustomerCallback(k.Id, c.Number, c.Type, k.Round, k.State, k.OpensAt, k.EndsAt, k.AnsweredAt, answer == null ? null : answer.Score, answer == null ? null : answer.Comment))
        .Take(MostCallbacks).ToListAsync(stop);

    private ContactCard Card(Contact c)
    {
        var form = ContactForm.Of(c);
        return new ContactCard(c.Id, c.Name, c.Title, [.. c.Phones.OrderBy(p => p.Id).Select(p => actor.Phone(p.Number))], actor.May(Permission.SeePersonalData) ? form : new ContactForm());
    }
}
