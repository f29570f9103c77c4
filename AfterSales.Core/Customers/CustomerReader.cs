using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Files of customers.</summary>
public sealed class CustomerReader(IDbContextFactory<AfterSalesDb> factory, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Cases and machines shown on a customer's page.</summary>
    public const int Most = 100;

    /// <summary>Follow-ups shown on a customer's page.</summary>
    public const int MostCallbacks = 20;

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
            [.. machines.Select(a => new CallerMachine(a.Id, a.SerialNo, a.ProductLine, a.Model, a.SiteId, book.Warranty(a, clock.Today, clock.Zone)))],
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
