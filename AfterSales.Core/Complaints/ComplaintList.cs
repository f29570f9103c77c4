using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Complaints;

/// <summary>Complaints with their clocks, and one with the steps open to the person who looks.</summary>
public sealed class ComplaintList(IDbContextFactory<AfterSalesDb> factory, Actor actor)
{
    private static readonly CaseStatus[] Open = [CaseStatus.Registered, CaseStatus.Replied, CaseStatus.Dispatched, CaseStatus.InProgress, CaseStatus.OnHold, CaseStatus.Reopened];

    /// <summary>One page of a shelf.</summary>
    public async Task<Page<ComplaintRow>> List(ComplaintFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var which = Shelf(db, filter.Shelf);
        if (filter.Mine)
        {
            which = which.Where(c => c.OwnerId == actor.Id);
        }

        var sorted = filter.Shelf == ComplaintShelf.Closed
            ? which.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id)
            : which.OrderBy(c => c.NextDueAt == null).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id);
        return new(
            await Rows(db, sorted.Skip(filter.Page * ComplaintFilter.PageSize).Take(ComplaintFilter.PageSize)).ToListAsync(stop),
            await which.Take(Page<ComplaintRow>.CountCap + 1).CountAsync(stop));
    }

    /// <summary>How many complaints are open.</summary>
    public async Task<int> OpenCount(CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        return await Shelf(db, ComplaintShelf.Open).Take(100).CountAsync(stop);
    }

    /// <summary>Whom a complaint may be reported to.</summary>
    public async Task<IReadOnlyList<SupervisorChoice>> Supervisors(CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.Users.Where(p => p.Active && p.Role == Role.Supervisor).OrderBy(p => p.Name).Select(p => new SupervisorChoice(p.Id, p.Name)).ToListAsync(stop);
    }

    /// <summary>The complaint of a case; null when the case is none.</summary>
    public async Task<ComplaintView?> Find(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var found = await (
            from c in db.Cases
            join k in db.Complaints on c.Id equals k.CaseId
            where c.Number == number
            select new
            {
                Complaint = k,
                Case = c,
                ReportedTo = db.Users.Where(p => p.Id == k.ReportedToId).Select(p => p.Name).FirstOrDefault(),
                Parent = db.Cases.Where(p => p.Id == c.ParentId).Select(p => p.Number).FirstOrDefault(),
            }).AsNoTracking().SingleOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var (complaint, @case) = (found.Complaint, found.Case);
        var clocks = await db.Promises.Where(p => p.CaseId == @case.Id && p.State != PromiseState.Void && (p.Kind == PromiseKind.ComplaintReport || p.Kind == PromiseKind.SolutionTold))
            .OrderBy(p => p.Kind).Select(p => new PromiseBrief(p.Kind, p.Rule, p.State, p.DueAt, null, p.Paused, p.MetAt)).ToListAsync(stop);
        return new(
            @case.Number, @case.Status, complaint.Severity, complaint.AnsweredOnSpot, complaint.ReportedAt, found.ReportedTo, complaint.Cause, complaint.Solution,
            complaint.SolutionKnownAt, complaint.SolutionToldAt, complaint.Handling, complaint.Verdict, complaint.VerdictWords, complaint.JudgedAt,
            found.Parent, clocks, [.. Steps(@case, complaint)]);
    }

    private static IQueryable<ServiceCase> Shelf(AfterSalesDb db, ComplaintShelf shelf)
    {
        var complaints = db.Cases.Where(c => c.Type == CaseType.Complaint);
        return shelf switch
        {
            ComplaintShelf.Open => complaints.Where(c => EF.Constant(Open).Contains(c.Status)),
            ComplaintShelf.Handled => complaints.Where(c => c.Status == CaseStatus.Resolved),
            _ => complaints.Where(c => c.Status == CaseStatus.Closed),
        };
    }

    private static IQueryable<ComplaintRow> Rows(AfterSalesDb db, IQueryable<ServiceCase> which) =>
        from c in which
        join k in db.Complaints on c.Id equals k.CaseId
        join customer in db.Customers on c.CustomerId equals customer.Id
        let urgent = c.Promises.Where(p => p.State == PromiseState.Open && !p.Paused).OrderBy(p => p.DueAt).Select(p => (long?)p.Id).FirstOrDefault()
        join p in db.Promises on urgent equals (long?)p.Id into clocks
        from clock in clocks.DefaultIfEmpty()
        select new ComplaintRow(
            c.Number, customer.Name, k.Severity, c.Description, db.Users.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(), c.Status, c.OpenedAt,
            clock == null ? null : new PromiseBrief(clock.Kind, clock.Rule, clock.State, clock.DueAt, c.AtRiskAt, clock.Paused, clock.MetAt),
            db.Cases.Where(p => p.Id == c.ParentId).Select(p => p.Number).FirstOrDefault(), k.Verdict);

    /// <summary>What this person may do next; deciding is for supervisors and managers.</summary>
    private IEnumerable<ComplaintStep> Steps(ServiceCase c, Complaint k)
    {
        var (mayTell, mayDecide) = (actor.May(Permission.HandleCases) || actor.May(Permission.Complaints), actor.May(Permission.Complaints));
        var wanted = new (ComplaintStep Step, bool Now, bool May)[]
        {
            (ComplaintStep.Report, c.Status.IsOpen() && k is { ReportedAt: null, AnsweredOnSpot: false }, mayTell),
            (ComplaintStep.Know, c.Status.IsOpen() && k.SolutionKnownAt is null, mayDecide),
            (ComplaintStep.Tell, k is { SolutionKnownAt: not null, SolutionToldAt: null }, mayTell),
            (ComplaintStep.Handle, c.Status.IsOpen() && k.SolutionKnownAt is not null, mayDecide),
            (ComplaintStep.Judge, c.ResolvedAt is not null && k.Unjudged(c.ReopenedAt), mayTell),
            (ComplaintStep.Close, c.Status == CaseStatus.Resolved, mayTell),
        };
        return wanted.Where(w => w.Now && w.May).Select(w => w.Step);
    }
}
