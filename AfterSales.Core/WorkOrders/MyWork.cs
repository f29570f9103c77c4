using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>The engineer's steps on own orders up to the arrival; another's order is not there.</summary>
public sealed class MyWork(Writer writer, Lists lists, Actor actor)
{
    /// <summary>接单.</summary>
    public Task<Result> Accept(string number, Guid request, CancellationToken stop = default) => Change(number, request, (write, file) =>
    {
        var accepted = file.Order.Accept(write.Now);
        if (accepted.Ok)
        {
            file.Tell(CaseEventKind.Accepted);
        }

        return Task.FromResult(accepted);
    }, stop);

    /// <summary>拒单 with a reason; the supervisors of the area are told and reassign.</summary>
    public async Task<Result> Decline(string number, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, async (write, file) =>
        {
            var declined = file.Order.Decline(TextRule.Kept(reason)!, write.Now);
            if (!declined.Ok)
            {
                return declined;
            }

            file.Tell(CaseEventKind.Declined, TextRule.Kept(reason));
            await write.Notify(
                await Audience.Supervisors(write, file.Case.Id), NoticeKind.Declined, $"{number}/{write.Now.ToUnixTimeMilliseconds()}", file.Case.Id,
                ("number", file.Case.Number), ("order", number), ("name", actor.Name));
            return Result.Done;
        }, stop);
    }

    /// <summary>出发.</summary>
    public Task<Result> Depart(string number, DateTimeOffset? at, Guid request, CancellationToken stop = default) => Change(number, request, (write, file) =>
    {
        var visit = Ready(file.Order);
        var happened = StepTime.Of(at, file.Earliest(), write.Now, write.Zone);
        if (!visit.Ok || !happened.Ok)
        {
            return Task.FromResult(Result.Refused([.. visit.Problems, .. happened.Problems]));
        }

        if (visit.Value.DepartedAt is null)
        {
            visit.Value.DepartedAt = happened.Value;
            file.Tell(CaseEventKind.Departed, null, happened.Value);
        }

        return Task.FromResult(Result.Done);
    }, stop);

    /// <summary>
    /// 到场, kept or late by its promise. A time entered later than it happened is 补录: it counts once the supervisor confirms
    /// it or sets it right, until then as of now (decision 0011).
    /// </summary>
    public Task<Result> Arrive(string number, DateTimeOffset? at, Guid request, CancellationToken stop = default) => Change(number, request, async (write, file) =>
    {
        var visit = Ready(file.Order);
        var happened = StepTime.Of(at, file.Earliest(), write.Now, write.Zone);
        if (!visit.Ok || !happened.Ok)
        {
            return Result.Refused([.. visit.Problems, .. happened.Problems]);
        }

        await file.EndHold();
        visit.Value.Arrive(happened.Value);
        var late = StepTime.BackEntered(happened.Value, write.Now);
        visit.Value.ArrivalEnteredAt = late ? write.Now : null;
        var arrived = file.Case.Arrive(visit.Value.ArrivalCounts!.Value);
        if (!arrived.Ok)
        {
            return arrived;
        }

        file.Order.Begin();
        if (late)
        {
            await file.AskSupervisors("arrival", $"{number}/{TextRule.Invariant(visit.Value.Ordinal)}");
        }

        file.Tell(CaseEventKind.Arrived, null, happened.Value, ("visit", TextRule.Invariant(visit.Value.Ordinal)), ("backEntered", late ? "1" : null));
        return Result.Done;
    }, stop);

    /// <summary>R11: the customer accepted the quote, perhaps on site; the work is promised from here.</summary>
    public Task<Result> AcceptQuote(string number, Guid request, CancellationToken stop = default) =>
        Change(number, request, (write, file) => Task.FromResult(
            file.Order.Status is WorkOrderStatus.Accepted or WorkOrderStatus.InProgress ? file.Case.AcceptQuote(actor, write.Now) : new Problem("WorkOrders.AcceptFirst")), stop);

    /// <summary>豁免 of the arrival promise (R3): a reason now, the supervisor's decision later.</summary>
    public async Task<Result> AskExemption(string number, string? reason, string? note, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        var faults = new Checks().Required("Reason", TextRule.Kept(reason)).Text("Note", note, CaseLimits.Note)
            .When(TextRule.Kept(reason) is { } code && !book.Offers(TermKind.ExemptionReason, code), "Shared.NotInList", "Reason").Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, async (write, file) =>
        {
            if (file.Case.PromiseOf(PromiseKind.Arrival) is not { MayBeExempt: true, ExemptionReason: null } promise)
            {
                return new Problem("WorkOrders.NothingToExempt");
            }

            promise.AskExemption(reason!, TextRule.Kept(note), actor.Id);
            file.Tell(CaseEventKind.ExemptionAsked, TextRule.Kept(note), null, ("reason", reason));
            await file.AskSupervisors("exemption", $"{number}/{write.Now.ToUnixTimeMilliseconds()}");
            return Result.Done;
        }, stop);
    }

    /// <summary>The visit to set out for or arrive at: accepted, and nobody there yet.</summary>
    private static Result<Visit> Ready(WorkOrder order)
    {
        if (order.Status is WorkOrderStatus.Assigned or WorkOrderStatus.Declined)
        {
            return new Problem("WorkOrders.AcceptFirst");
        }

        if (order.Status is WorkOrderStatus.Completed or WorkOrderStatus.Cancelled || order.Current is not { } visit)
        {
            return new Problem("WorkOrders.NoVisitPlanned");
        }

        return visit.ArrivedAt is null ? visit : new Problem("WorkOrders.AlreadyArrived");
    }

    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.OwnWork);
        return OrderFile.Change(writer, OrderFile.Mine, number, request, change, stop);
    }
}
