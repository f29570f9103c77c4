using AfterSales.Core.Callbacks;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>下一步: what is to happen next to a case.</summary>
public enum NextStep
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>首次答复.</summary>
    Reply = 1,

    /// <summary>The customer is to accept the quote (R11).</summary>
    Quote = 2,

    /// <summary>派工.</summary>
    Dispatch = 3,

    /// <summary>The engineer is to accept.</summary>
    Accept = 4,

    /// <summary>The engineer comes at the appointment.</summary>
    Visit = 5,

    /// <summary>The engineer is there.</summary>
    Work = 6,

    /// <summary>The next visit is to be planned.</summary>
    PlanVisit = 7,

    /// <summary>The hold lasts.</summary>
    Wait = 8,

    /// <summary>Answered or done from here.</summary>
    Handle = 9,

    /// <summary>关闭.</summary>
    Close = 10,

    /// <summary>回访: the follow-up is still to come; a satisfied one closes the case.</summary>
    FollowUp = 11,

    /// <summary>投诉: it is to be reported to the supervisor (R4).</summary>
    Report = 12,

    /// <summary>投诉: a solution is to be decided.</summary>
    Decide = 13,

    /// <summary>投诉: the customer is to be told the solution (R4).</summary>
    Tell = 14,

    /// <summary>投诉: the solution is to be carried out.</summary>
    CarryOut = 15,

    /// <summary>投诉: the customer is to judge the handling.</summary>
    Judge = 16,
}

/// <summary>How a case stands, in one sentence: state, next step, promise.</summary>
/// <param name="Status">Its state.</param>
/// <param name="Next">What comes next.</param>
/// <param name="Appointment">When the engineer comes.</param>
/// <param name="Until">When the hold ends.</param>
/// <param name="HoldReason">Code of the hold's reason.</param>
/// <param name="Engineer">Who comes.</param>
/// <param name="Promise">The most urgent open promise.</param>
/// <param name="DueAt">When it is due.</param>
public sealed record CaseStanding(
    CaseStatus Status, NextStep Next, Appointment? Appointment, DateTimeOffset? Until, string? HoldReason, string? Engineer, PromiseKind? Promise, DateTimeOffset? DueAt);

/// <summary>What the agent says to a chasing caller, how often there was one, and who besides the agent was told.</summary>
public sealed record ChaseAnswer(string Number, int Times, CaseStanding Standing, bool ToOwner, bool ToSupervisor);

/// <summary>Says what comes next in a case.</summary>
public sealed class NextSteps
{
    /// <summary>How the case stands; its promises and holds are loaded.</summary>
    public async Task<CaseStanding> Of(AfterSalesDb db, ServiceCase c, DateTimeOffset now, CancellationToken stop)
    {
        var order = await db.WorkOrders.AsNoTracking().Include(o => o.Visits)
            .Where(WorkOrder.IsOpen).Where(o => o.CaseId == c.Id)
            .OrderByDescending(o => o.Id).FirstOrDefaultAsync(stop);
        var engineerId = order?.Current?.EngineerId ?? order?.EngineerId;
        var hold = c.Status == CaseStatus.OnHold ? c.Holds.FirstOrDefault(h => h.EndedAt is null) : null;
        var promise = c.Promises.Where(p => p is { State: PromiseState.Open, Paused: false }).MinBy(p => p.DueAt);
        var complaint = c.Type == CaseType.Complaint ? await db.Complaints.AsNoTracking().SingleOrDefaultAsync(k => k.CaseId == c.Id, stop) : null;
        var next = c.Status == CaseStatus.Resolved ? await AfterResolution(db, c, complaint, stop) : Next(c, order, complaint);
        return new CaseStanding(
            c.Status,
            next,
            next is NextStep.Visit or NextStep.Accept && order?.Current?.Appointment is { } booked && booked.To > now ? booked : null,
            hold?.Until,
            hold?.Reason,
            engineerId is null ? null : await db.Users.Where(p => p.Id == engineerId).Select(p => p.Name).SingleOrDefaultAsync(stop),
            promise?.Kind,
            promise?.DueAt);
    }

    /// <summary>A complaint is judged by its customer, other work is followed up where R40 says so; then a case is closed.</summary>
    private static async Task<NextStep> AfterResolution(AfterSalesDb db, ServiceCase c, Complaint? complaint, CancellationToken stop)
    {
        if (complaint is not null)
        {
            return complaint.Unjudged(c.ReopenedAt) ? NextStep.Judge : NextStep.Close;
        }

        return await db.Callbacks.Where(Callback.IsToCome).AnyAsync(k => k.CaseId == c.Id, stop) ? NextStep.FollowUp : NextStep.Close;
    }

    private static NextStep Next(ServiceCase c, WorkOrder? order, Complaint? complaint)
    {
        if (!c.Status.IsOpen())
        {
            return NextStep.None;
        }

        if (c.Status == CaseStatus.OnHold)
        {
            return NextStep.Wait;
        }

        var next = order is null ? WithoutOrder(c) : Of(order);
        return next == NextStep.Handle && complaint is not null ? Of(complaint) : next;
    }

    /// <summary>R4's way from the report to what was done.</summary>
    private static NextStep Of(Complaint complaint) => complaint switch
    {
        { ReportedAt: null, AnsweredOnSpot: false } => NextStep.Report,
        { SolutionKnownAt: null } => NextStep.Decide,
        { SolutionToldAt: null } => NextStep.Tell,
        _ => NextStep.CarryOut,
    };

    private static NextStep WithoutOrder(ServiceCase c) => c switch
    {
        { RepliedAt: null } => NextStep.Reply,
        { QuoteAwaited: true } => NextStep.Quote,
        _ => c.Undispatched() ? NextStep.Dispatch : NextStep.Handle,
    };

    private static NextStep Of(WorkOrder order) => order switch
    {
        { Status: WorkOrderStatus.Declined } => NextStep.Dispatch,
        { Current: null } => NextStep.PlanVisit,
        { Current.ArrivedAt: not null } => NextStep.Work,
        { Status: WorkOrderStatus.Assigned } => NextStep.Accept,
        _ => NextStep.Visit,
    };
}
