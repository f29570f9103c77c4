using System.Linq.Expressions;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using static AfterSales.Core.WorkOrders.WorkOrderStatus;

namespace AfterSales.Core.WorkOrders;

/// <summary>作业单: a case's work on site, one or more visits.</summary>
public sealed class WorkOrder : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>Public number, as WO-20261124-0002.</summary>
    public required string Number { get; init; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>Code of the case's area, kept with it, so that the list is narrowed by it without reading cases.</summary>
    public string? Area { get; set; }

    /// <summary>The lead engineer.</summary>
    public long EngineerId { get; private set; }

    /// <summary>How it stands.</summary>
    public WorkOrderStatus Status { get; private set; } = Assigned;

    /// <summary>作业指示 from the supervisor.</summary>
    public string? Instructions { get; set; }

    /// <summary>When it was (last) assigned.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>When the engineer accepted or declined.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why the engineer declined.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>完工.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>R32: when headquarters was phoned before leaving.</summary>
    public DateTimeOffset? HeadquartersCalledAt { get; set; }

    /// <summary>R32: who of headquarters confirmed it.</summary>
    public long? HeadquartersConfirmedById { get; set; }

    /// <summary>The visits in order; the last one is the current.</summary>
    public List<Visit> Visits { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Somebody still has to do something about it; as a query condition.</summary>
    public static readonly Expression<Func<WorkOrder, bool>> IsOpen =
        o => o.Status == Assigned || o.Status == Accepted || o.Status == Declined || o.Status == InProgress;

    /// <summary>The visit that is planned or under way; null once the order is completed.</summary>
    public Visit? Current => Visits.OrderBy(v => v.Ordinal).LastOrDefault(v => v.Ending is null);

    /// <summary>派工 to an engineer with an appointment.</summary>
    public static WorkOrder Assign(string number, long caseId, string? area, long engineerId, Appointment appointment, string? instructions, DateTimeOffset now)
    {
        var order = new WorkOrder { Number = number, CaseId = caseId, Area = area, EngineerId = engineerId, Instructions = instructions, AssignedAt = now };
        order.Visits.Add(new Visit { Ordinal = 1, EngineerId = engineerId, Appointment = appointment });
        return order;
    }

    /// <summary>接单.</summary>
    public Result Accept(DateTimeOffset now)
    {
        if (Status != Assigned)
        {
            return new Problem("WorkOrders.NotAwaitingAnswer");
        }

        (Status, AnsweredAt) = (Accepted, now);
        return Result.Done;
    }

    /// <summary>拒单 with a reason; the supervisor reassigns.</summary>
    public Result Decline(string reason, DateTimeOffset now)
    {
        if (Status != Assigned)
        {
            return new Problem("WorkOrders.NotAwaitingAnswer");
        }

        (Status, DeclineReason, AnsweredAt) = (Declined, reason, now);
        return Result.Done;
    }

    /// <summary>改派 to another engineer, who accepts or declines anew.</summary>
    public Result Reassign(long engineerId, DateTimeOffset now)
    {
        if (Status is Completed or WorkOrderStatus.Cancelled || Current is not { ArrivedAt: null } visit)
        {
            return new Problem("WorkOrders.UnderWay");
        }

        (EngineerId, visit.EngineerId) = (engineerId, engineerId);
        visit.ClearDeparture();
        (Status, AssignedAt, AnsweredAt, DeclineReason) = (Assigned, now, null, null);
        return Result.Done;
    }

    /// <summary>改期 of the visit not yet begun.</summary>
    public Result Move(Appointment appointment)
    {
        if (Current is not { ArrivedAt: null } visit || Status is WorkOrderStatus.Cancelled)
        {
            return new Problem("WorkOrders.UnderWay");
        }

        visit.Appointment = appointment;
        return Result.Done;
    }

    /// <summary>Work has begun on site.</summary>
    public void Begin() => Status = InProgress;

    /// <summary>The next visit on the same order.</summary>
    public Result PlanNext(Appointment appointment, long? engineerId, DateTimeOffset now)
    {
        if (Current is not null || Status is Completed or WorkOrderStatus.Cancelled)
        {
            return new Problem("WorkOrders.VisitStillOpen");
        }

        if (engineerId is { } other && other != EngineerId)
        {
            (EngineerId, Status, AssignedAt, AnsweredAt) = (other, Assigned, now, null);
        }

        Visits.Add(new Visit { Ordinal = Visits.Count + 1, EngineerId = EngineerId, Appointment = appointment });
        return Result.Done;
    }

    /// <summary>完工 with the current visit.</summary>
    public void Complete(DateTimeOffset at) => (Status, CompletedAt) = (Completed, at);

    /// <summary>Not wanted any more.</summary>
    public void Cancel() => Status = WorkOrderStatus.Cancelled;
}

/// <summary>How a work order stands.</summary>
public enum WorkOrderStatus
{
    /// <summary>已派, 待接单.</summary>
    Assigned = 1,

    /// <summary>已接单.</summary>
    Accepted = 2,

    /// <summary>已拒单.</summary>
    Declined = 3,

    /// <summary>处理中.</summary>
    InProgress = 4,

    /// <summary>已完工.</summary>
    Completed = 5,

    /// <summary>已取消.</summary>
    Cancelled = 6,
}
