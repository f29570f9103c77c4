using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Complaints;

/// <summary>Complaints with their clocks, and one with the steps open to the person who looks.</summary>
public sealed class ComplaintList(Sight sight, BusinessClock clock, Actor actor) : Listing<ComplaintFilter, ComplaintRow>(sight, actor)
{
    private static readonly CaseStatus[] Pending = [CaseStatus.Registered, CaseStatus.Replied, CaseStatus.Dispatched, CaseStatus.InProgress, CaseStatus.OnHold, CaseStatus.Reopened];

    /// <inheritdoc/>
    public override string Name => "complaints";

    /// <inheritdoc/>
    public override string Title => "Complaints.Title";

    /// <inheritdoc/>
    public override Columns<ComplaintRow> Columns { get; } = new Columns<ComplaintRow>()
        .Text("Complaints.Number", r => r.Number, 18).Text("Complaints.Customer", r => r.Customer, 30, under: true)
        .At("Complaints.Clock", r => r.Clock?.DueAt, "due").Promise(r => r.Clock).Words("Complaints.Status", (r, w) => w.Of<CaseStatus>(r.Status), 10, under: true).Words("Complaints.Verdict", (r, w) => w.Of(r.Verdict), 10, under: true)
        .Words("Complaints.Severity", (r, w) => w.Of<Severity>(r.Severity), 10)
        .Text("Complaints.Words", r => r.Words, 50).Text("Complaints.Parent", r => r.ParentNumber, 18, under: true)
        .Text("Complaints.Owner", r => r.Owner, 10)
        .At("Complaints.Opened", r => r.OpenedAt, "opened");

    /// <summary>How many complaints are open.</summary>
    public async Task<int> OpenCount(CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        return await Shelf(db, ComplaintShelf.Open).Take(100).CountAsync(stop);
    }

    /// <summary>Whom a complaint may be reported to.</summary>
    public async Task<IReadOnlyList<SupervisorChoice>> Supervisors(CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
        return await db.Users.Where(p => p.Active && p.Role == Role.Supervisor).OrderBy(p => p.Name).Select(p => new SupervisorChoice(p.Id, p.Name)).ToListAsync(stop);
    }

    /// <summary>The complaint of a case; null when the case is none.</summary>
    public async Task<ComplaintView?> Find(string number, CancellationToken stop = default)
    {
        Actor.Must(Permission.ReadAll);
        await using var db = await Open(stop);
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

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAll);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, ComplaintFilter f, CancellationToken stop) => TypedText.OfCases(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, ComplaintFilter f, TypedText? text)
    {
        var which = Finding.In(Narrowed(Shelf(db, f.Shelf), f, text));
        return f.Shelf == ComplaintShelf.Open ? which.By("due", c => c.NextDueAt).By("opened", c => c.OpenedAt, descending: true) : which.By("opened", c => c.OpenedAt, descending: true);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<ComplaintRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop) =>
        await Rows(db, db.Cases.Where(c => keys.Contains(c.Id))).ToListAsync(stop);

    private IQueryable<ServiceCase> Narrowed(IQueryable<ServiceCase> which, ComplaintFilter f, TypedText? text)
    {
        which = f.Mine ? which.Where(c => c.OwnerId == Actor.Id) : which;
        which = f.Area is { } area ? which.Where(c => c.Area == area) : which;
        which = f.Owner is { } owner ? which.Where(c => c.OwnerId == owner) : which;
        which = f.Severity is { } severity ? which.Where(c => c.Severity == severity) : which;
        which = f.Verdict is { } verdict ? which.Where(c => c.Verdict == verdict) : which;
        which = which.Within(clock, f.From, f.To, c => c.OpenedAt);
        return text?.In(which, clock.Today) ?? which;
    }

    private static IQueryable<ServiceCase> Shelf(AfterSalesDb db, ComplaintShelf shelf)
    {
        var complaints = db.Cases.Where(c => c.Type == CaseType.Complaint);
        return shelf switch
        {
            ComplaintShelf.Open => complaints.Where(c => EF.Constant(Pending).Contains(c.Status)),
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
            c.Id, c.Number, customer.Name, k.Severity, c.Description, db.Users.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(), c.Status, c.OpenedAt,
            clock == null ? null : new PromiseBrief(clock.Kind, clock.Rule, clock.State, clock.DueAt, c.AtRiskAt, clock.Paused, clock.MetAt),
            db.Cases.Where(p => p.Id == c.ParentId).Select(p => p.Number).FirstOrDefault(), k.Verdict);

    /// <summary>What this person may do next; deciding is for supervisors and managers.</summary>
    private IEnumerable<ComplaintStep> Steps(ServiceCase c, Complaint k)
    {
        var (mayTell, mayDecide) = (Actor.May(Permission.HandleCases) || Actor.May(Permission.Complaints), Actor.May(Permission.Complaints));
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
