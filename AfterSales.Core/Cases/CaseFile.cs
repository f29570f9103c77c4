using AfterSales.Core.Assets;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>
/// A case opened for writing with everything that follows from it: how every feature changes a case. Call the case's
/// verbs, then <see cref="Settle"/> once: promises, facts and open pages follow in the same transaction.
/// </summary>
public sealed class CaseFile
{
    private readonly Write write;
    private readonly CaseFacts facts;

    private CaseFile(Write write, ServiceCase @case, ServicePolicy policy, Complaint? complaint, CaseFacts facts)
    {
        (this.write, Case, Policy, Complaint, this.facts) = (write, @case, policy, complaint, facts);
    }

    /// <summary>The case, with its promises and holds loaded; its timeline only takes new lines.</summary>
    public ServiceCase Case { get; }

    /// <summary>The policy version that it is judged by.</summary>
    public ServicePolicy Policy { get; }

    /// <summary>The complaint's own data, where it is one.</summary>
    public Complaint? Complaint { get; private set; }

    /// <summary>
    /// Opens a case by its key; throws <see cref="MissingException"/> when there is none. Of two who change a case, or what hangs on
    /// it, at once the second waits here and finds what the first did. The cases of a customer made anonymous stay as they are.
    /// </summary>
    public static async Task<CaseFile> Open(Write write, long caseId)
    {
        await write.Db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version), write.Stop);
        if (await write.Db.Cases.AnyAsync(c => c.Id == caseId && write.Db.Customers.Any(k => k.Id == c.CustomerId && k.AnonymousAt != null), write.Stop))
        {
            throw new RefusedException(new Problem("Cases.CustomerIsAnonymous"));
        }

        var found = await write.Db.Cases.Include(c => c.Promises).Include(c => c.Holds).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == caseId, write.Stop) ?? throw new MissingException($"case {caseId}");
        return new CaseFile(
            write,
            found,
            await write.Db.PolicyOf(found.PolicyId, write.Stop),
            await write.Db.Complaints.SingleOrDefaultAsync(c => c.CaseId == caseId, write.Stop),
            await write.Db.CaseFacts.SingleAsync(f => f.CaseId == caseId, write.Stop));
    }

    /// <summary>Opens a case by its public number.</summary>
    public static async Task<CaseFile> Open(Write write, string number)
    {
        var id = await write.Db.Cases.Where(c => c.Number == number).Select(c => (long?)c.Id).SingleOrDefaultAsync(write.Stop);
        return await Open(write, id ?? throw new MissingException($"case {number}"));
    }

    /// <summary>
    /// Files a new case: from here on it has a key. The dimensions of the figures are kept as they are now.
    /// A complaint gets its detail row.
    /// </summary>
    public static async Task<CaseFile> Register(Write write, ServiceCase registered, ServicePolicy policy, Customer customer, Site? site, Asset? asset)
    {
        (registered.Area, registered.ProductLine) = (site?.Area ?? customer.Area, asset?.ProductLine);
        write.Db.Cases.Add(registered);
        await write.Db.SaveChangesAsync(write.Stop);
        var facts = Dimensions(registered, customer, site, asset);
        write.Db.CaseFacts.Add(facts);
        var file = new CaseFile(write, registered, policy, null, facts);
        if (registered.Type == CaseType.Complaint)
        {
            file.AddComplaint();
        }

        return file;
    }

    /// <summary>The facts of a case at intake.</summary>
    public static CaseFacts Dimensions(ServiceCase registered, Customer customer, Site? site, Asset? asset) => new()
    {
        CaseId = registered.Id,
        OpenedAt = registered.OpenedAt,
        Area = site?.Area ?? customer.Area,
        ProductLine = asset?.ProductLine,
        Model = asset?.Model,
        DealerId = asset?.DealerId,
        Channel = registered.Channel,
        AgentId = registered.AgentId,
        CustomerId = registered.CustomerId,
    };

    /// <summary>The detail row of a case that is, or became, a complaint.</summary>
    public Complaint AddComplaint()
    {
        if (Complaint is null)
        {
            Complaint = new Complaint { CaseId = Case.Id, Severity = Severity.Minor };
            write.Db.Complaints.Add(Complaint);
        }

        return Complaint;
    }

    /// <summary>Brings promises, facts and what lists show of a complaint into line with the case and tells open pages.</summary>
    public async Task Settle()
    {
        Case.SettlePromises(PromisePlan.Of(Grounds(Case, Complaint), Policy, write.Zone), kind => MetAt(Case, Complaint, kind), Policy, write.Now);
        Case.Take(Complaint);
        facts.Take(Case, Complaint?.Verdict, await Visits());
        if (Case is { Type: CaseType.Maintenance, AssetId: { } machine } && (Case.ResolvedAt is not null || Case.Reopenings > 0))
        {
            await MaintenanceFile.Renew(write, machine);
        }

        write.Touch("cases");
        write.Touch($"case/{Case.Id}");
    }

    /// <summary>What the promises of a case depend on.</summary>
    public static PromiseGrounds Grounds(ServiceCase c, Complaint? complaint) => new(
        c.OpenedAt, c.Type, c.Mode, c.DistanceKm, c.CustomerTime, c.QuoteFirst, c.QuoteAcceptedAt, complaint?.AnsweredOnSpot ?? false, complaint?.SolutionKnownAt);

    /// <summary>When a promise of the kind was met.</summary>
    public static DateTimeOffset? MetAt(ServiceCase c, Complaint? complaint, PromiseKind kind) => kind switch
    {
        PromiseKind.FirstReply => c.RepliedAt,
        PromiseKind.Arrival => c.ArrivedAt ?? c.ResolvedAt,
        PromiseKind.Handling => c.ResolvedAt,
        PromiseKind.ComplaintReport => complaint?.ReportedAt ?? c.ResolvedAt,
        _ => complaint?.SolutionToldAt,
    };

    private async Task<int> Visits() => (await VisitsOf(write.Db, Case.Id).ToListAsync(write.Stop)).Count(v => v.ArrivedAt is not null);

    /// <summary>From the case's jobs to their visits, by key; asked the other way round SQLite reads every visit there ever was.</summary>
    internal static IQueryable<Visit> VisitsOf(AfterSalesDb db, long caseId) =>
        from o in db.WorkOrders where o.CaseId == caseId join v in db.Visits on o.Id equals v.WorkOrderId select v;
}
