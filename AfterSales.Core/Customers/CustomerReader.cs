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
public sealed class CustomerReader(Sight sight, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Open cases and machines shown on a customer's page.</summary>
    public const int Most = 100;

    /// <summary>Follow-ups shown on a customer's page.</summary>
    public const int MostCallbacks = 20;

    private const int DaysAhead = 7;

    /// <summary>The customer's page; numbers masked for those who need not see them.</summary>
    public async Task<CustomerView> Read(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var (c, filedBy) = await File(db, code, stop);
        var contacts = await db.Contacts.AsNoTracking().Include(x => x.Phones).Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.Preferred).ThenBy(x => x.Id).ToListAsync(stop);
        var sites = await db.Sites.AsNoTracking().Where(x => x.CustomerId == c.Id).OrderBy(x => x.Id).ToListAsync(stop);
        var book = await lists.Book(stop);
        var machines = await db.Assets.AsNoTracking().Where(a => a.CustomerId == c.Id).OrderBy(a => a.SerialNo).Take(Most).ToListAsync(stop);
        var open = await CaseHistory.Of(db, db.Cases.Where(x => x.CustomerId == c.Id && x.Status != CaseStatus.Resolved && x.Status != CaseStatus.Closed && x.Status != CaseStatus.Cancelled), Most, stop);
        var warranties = await db.Warranties(book, machines, clock.Today, clock.Zone, stop);
        return new CustomerView(
            c.Id, c.Code, CustomerForm.Of(c), c.FirstContactOn, c.FiledOn,
            filedBy,
            c.FiledOn is null ? c.FirstContactOn?.AddDays((await db.PolicyAt(clock.Now, stop)).FileDays) : null,
            c.AnonymousAt is null ? CustomerFile.Missing(c, sites, contacts.SelectMany(x => x.Phones)) : [],
            [.. contacts.Select(Card)],
            [.. sites.Select(s => new SiteCard(s.Id, SiteForm.Of(s), s.DistanceKm, s.DistanceFromArea))],
            [.. machines.Select(a => new CallerMachine(a.Id, a.SerialNo, a.ProductLine, a.Model, a.SiteId, warranties[a.Id]))],
            machines.Count < Most ? machines.Count : await db.Assets.CountAsync(a => a.CustomerId == c.Id, stop),
            open,
            await Callbacks(db, c.Id, stop))
        {
            Notes = CallNotes.Of(c),
            Anonymity = await Anonymity(db, c, stop),
            Merges = await Merges(db, c.Id, stop),
        };
    }

    /// <summary>Who on file may be the customer being typed anew: of the same name, as names of firms are compared, unless the areas say otherwise.</summary>
    public async Task<IReadOnlyList<LikeCustomer>> Like(string? name, string? area, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        await using var db = await sight.Open(stop);
        return await Duplicates.Like(db, name, area, null, stop);
    }

    /// <summary>What stands against making a customer anonymous, so that nobody asks or grants in vain.</summary>
    public async Task<IReadOnlyList<Problem>> AgainstAnonymity(string code, CancellationToken stop = default)
    {
        actor.MustAny(Permission.EditCustomers, Permission.Anonymise);
        await using var db = await sight.Open(stop);
        return await Anonymising.Waiting(db, await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}"), stop);
    }

    /// <summary>R49, R45: talks and services that files name, up to a week ahead, the oldest first.</summary>
    public async Task<IReadOnlyList<AgendaRow>> Agenda(int most, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        var last = clock.Today.AddDays(DaysAhead);
        await using var db = await sight.Open(stop);
        var talks = await db.Customers.Where(c => c.NextTalkOn != null && c.NextTalkOn <= last && c.MergedIntoId == null).OrderBy(c => c.NextTalkOn).ThenBy(c => c.Id).Take(most)
            .Select(c => new AgendaRow(c.Code, c.Name, AgendaKind.Talk, c.NextTalkOn!.Value, c.NextTalkTime, c.NextTalk)).ToListAsync(stop);
        var services = await db.Customers.Where(c => c.NextServiceOn != null && c.NextServiceOn <= last && c.MergedIntoId == null).OrderBy(c => c.NextServiceOn).ThenBy(c => c.Id).Take(most)
            .Select(c => new AgendaRow(c.Code, c.Name, AgendaKind.Service, c.NextServiceOn!.Value, null, null)).ToListAsync(stop);
        return [.. talks.Concat(services).OrderBy(r => r.On).ThenBy(r => r.At).Take(most)];
    }

    /// <summary>The file of a number, or of the one it went into, and by whom it was filed.</summary>
    private static async Task<(Customer File, string? FiledBy)> File(AfterSalesDb db, string code, CancellationToken stop)
    {
        var files = db.Customers.AsNoTracking().Select(c => new { File = c, By = db.Users.Where(p => p.Id == c.FiledById).Select(p => p.Name).FirstOrDefault() });
        var found = await files.SingleOrDefaultAsync(x => x.File.Code == code, stop) ?? throw new MissingException($"customer {code}");
        if (found.File.MergedIntoId is { } into)
        {
            var id = await Survivor.Of(db, into, stop);
            found = await files.SingleAsync(x => x.File.Id == id, stop);
        }

        return (found.File, found.By);
    }

    /// <summary>The follow-ups to come, the nearest first.</summary>
    private static Task<List<CustomerCallback>> Callbacks(AfterSalesDb db, long customerId, CancellationToken stop) => (
        from c in db.Cases
        where c.CustomerId == customerId
        join k in db.Callbacks.Where(Callback.IsToCome) on c.Id equals k.CaseId
        orderby k.OpensAt, k.Id
        select new CustomerCallback(k.Id, c.Number, c.Type, k.Round, k.State, k.OpensAt, k.EndsAt))
        .Take(MostCallbacks).ToListAsync(stop);

    /// <summary>The files that went into this one, the newest first.</summary>
    private Task<List<MergeLine>> Merges(AfterSalesDb db, long id, CancellationToken stop)
    {
        var since = clock.Now.AddDays(-CustomerMerge.UndoDays);
        return (
            from m in db.CustomerMerges
            where m.SurvivorId == id && m.UndoneAt == null
            join g in db.Customers on m.GoneId equals g.Id
            orderby m.Id descending
            select new MergeLine(g.Code, g.Name, m.At, db.Users.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(), m.At >= since && g.AnonymousAt == null && !db.CustomerMerges.Any(n => n.SurvivorId == id && n.UndoneAt == null && n.Id > m.Id))).ToListAsync(stop);
    }

    private static async Task<Anonymity?> Anonymity(AfterSalesDb db, Customer c, CancellationToken stop) => c.AnonymityAskedAt is not { } at ? null
        : new(at, await db.Users.Where(p => p.Id == c.AnonymityAskedById).Select(p => p.Name).SingleOrDefaultAsync(stop), c.AnonymityReason, c.AnonymousAt,
            await db.Users.Where(p => p.Id == c.AnonymousById).Select(p => p.Name).SingleOrDefaultAsync(stop));

    private ContactCard Card(Contact c) => new(
        c.Id, c.Name, c.Title, c.Role, c.Preferred,
        [.. c.Phones.OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => new PhoneLine(p.Kind, sight.Phone(p.Number), p.Kind <= PhoneKind.Home && sight.Whole))],
        actor.May(Permission.SeePersonalData) ? ContactForm.Of(c) : new ContactForm());
}
