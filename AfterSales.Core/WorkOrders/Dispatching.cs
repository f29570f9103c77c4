using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>派工, 改派, 改期, 撤单: each on the case's timeline, the engineer told at once; what another changed meanwhile is told field by field.</summary>
public sealed class Dispatching(Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>The lines of a timeline that say who goes when.</summary>
    private static readonly CaseEventKind[] Planning = [CaseEventKind.Dispatched, CaseEventKind.Reassigned, CaseEventKind.Moved, CaseEventKind.VisitPlanned];

    /// <summary>
    /// Makes the case's work order; it has one open order at a time. Answers the order's number. A held case is taken up by
    /// it, where <paramref name="hold"/> says that the hold was seen.
    /// </summary>
    public async Task<Result<string>> Assign(string caseNumber, AssignForm form, Guid request, long? hold = null, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        var faults = form.Check(clock.Now, clock.Zone);
        return faults.Count > 0 ? Result<string>.Refused(faults) : await writer.Run<string>(request, write => Assign(write, caseNumber, form, hold), stop);
    }

    /// <summary>改派 before anybody arrived: to another engineer, who accepts anew.</summary>
    public async Task<Result> Reassign(string orderNumber, AssignForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        var faults = form.Check(clock.Now, clock.Zone);
        return faults.Count > 0 ? Result.Refused(faults) : await Change(orderNumber, request, async (write, file) =>
        {
            var before = file.Order.EngineerId;
            if (await Changed(write, file, form) is { Count: > 0 } changed)
            {
                return Result.Refused(changed);
            }

            if (await write.Engineer(form.EngineerId!.Value) is not { } engineer)
            {
                return new Problem("WorkOrders.NoSuchEngineer", nameof(form.EngineerId));
            }

            var moved = Place(write, file, form.When, () => file.Order.Reassign(engineer.Id, write.Now));
            var dispatched = moved.Ok ? file.Case.Dispatch(engineer.Id) : moved;
            if (!dispatched.Ok)
            {
                return dispatched;
            }

            file.Order.Instructions = TextRule.Kept(form.Instructions);
            file.Tell(CaseEventKind.Reassigned, null, null, [("before", await Name(write, before)), ("engineer", engineer.Name), .. Facts(file.Order.Current!.Appointment)]);
            await file.TellEngineer(engineer.Id, NoticeKind.Assigned);
            if (before != engineer.Id)
            {
                await file.TellEngineer(before, NoticeKind.AppointmentChanged);
            }

            return Result.Done;
        }, stop);
    }

    /// <summary>改期 of the visit not yet begun.</summary>
    public async Task<Result> Move(string orderNumber, AssignForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        var faults = form.When.Check(clock.Now, clock.Zone);
        return faults.Count > 0 ? Result.Refused(faults) : await Change(orderNumber, request, async (write, file) =>
        {
            var changed = (await Changed(write, file, form)).Where(p => p.Field != nameof(form.Instructions)).ToList();
            var moved = changed.Count > 0 ? Result.Refused(changed) : Place(write, file, form.When, () => Result.Done);
            if (!moved.Ok)
            {
                return moved;
            }

            file.Tell(CaseEventKind.Moved, null, null, Facts(file.Order.Current!.Appointment));
            await file.TellEngineer(file.Order.EngineerId, NoticeKind.AppointmentChanged);
            return Result.Done;
        }, stop);
    }

    /// <summary>撤单 with a reason; the case is undispatched again.</summary>
    public async Task<Result> Cancel(string orderNumber, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(orderNumber, request, async (write, file) =>
        {
            if (file.Order.Status is WorkOrderStatus.Completed or WorkOrderStatus.Cancelled || file.Order.Current is { ArrivedAt: not null })
            {
                return new Problem("WorkOrders.UnderWay");
            }

            file.Order.Cancel();
            var undone = file.Case.Undispatch();
            file.Tell(CaseEventKind.OrderCancelled, TextRule.Kept(reason));
            await file.TellEngineer(file.Order.EngineerId, NoticeKind.AppointmentChanged);
            return undone;
        }, stop);
    }

    private async Task<Result<string>> Assign(Write write, string caseNumber, AssignForm form, long? hold)
    {
        var file = await CaseFile.Open(write, caseNumber);
        if (await Refusal(write, file.Case, form, hold) is { } refusal)
        {
            return refusal;
        }

        var engineer = await write.Engineer(form.EngineerId!.Value);
        if (engineer is null)
        {
            return new Problem("WorkOrders.NoSuchEngineer", nameof(form.EngineerId));
        }

        var number = await NumberSeries.Next(write.Db, "WO", write.Zone.DayOf(write.Now), write.Stop);
        write.Db.WorkOrders.Add(WorkOrder.Assign(number, file.Case.Id, file.Case.Area, engineer.Id, form.When.Appointment(write.Zone), TextRule.Kept(form.Instructions), write.Now));
        await write.Db.SaveChangesAsync(write.Stop);
        var order = await OrderFile.Open(write, number);
        await order.EndHold();
        var dispatched = order.Case.Dispatch(engineer.Id);
        if (!dispatched.Ok)
        {
            return Result<string>.Refused(dispatched.Problems);
        }

        order.Tell(CaseEventKind.Dispatched, order.Order.Instructions, null, [("engineer", engineer.Name), .. Facts(order.Order.Current!.Appointment)]);
        await order.TellEngineer(engineer.Id, NoticeKind.Assigned);
        await order.Settle();
        return number;
    }

    private static async Task<Problem?> Refusal(Write write, ServiceCase c, AssignForm form, long? hold)
    {
        if (!c.Status.IsOpen())
        {
            return new Problem("Cases.NotOpen");
        }

        if (await write.Db.WorkOrders.Where(o => o.CaseId == c.Id).Where(WorkOrder.IsOpen).AnyAsync(write.Stop))
        {
            return new Problem("WorkOrders.AlreadyDispatched");
        }

        if (c.Holds.Find(h => h.EndedAt is null) is { } held && held.Id != hold)
        {
            return new Problem("WorkOrders.HeldMeanwhile");
        }

        return form.When.Check(write.Now, write.Zone, c.Mode == ServiceMode.Workshop) is [var fault, ..] ? fault : null;
    }

    /// <summary>The new appointment, after <paramref name="first"/> was allowed.</summary>
    private static Result Place(Write write, OrderFile file, AppointmentForm form, Func<Result> first)
    {
        var slots = form.Check(write.Now, write.Zone, file.Case.Mode == ServiceMode.Workshop);
        var allowed = slots.Count > 0 ? Result.Refused(slots) : first();
        return allowed.Ok ? file.Order.Move(form.Appointment(write.Zone)) : allowed;
    }

    /// <summary>What another supervisor changed since the form was loaded, under each field; an order that only went on (accepted, set out) hinders nobody.</summary>
    private static async Task<IReadOnlyList<Problem>> Changed(Write write, OrderFile file, AssignForm form)
    {
        // What was only offered is nobody's change, though it would be another offer by now.
        var stored = AssignForm.Of(file.Order, form.Loaded?.When ?? form.When, write.Zone.DayOf(write.Now), write.Zone);
        if (stored.Version == form.Version)
        {
            return [];
        }

        // Who declined meanwhile is offered no more, but nobody put another in his place.
        stored.EngineerId = form.Loaded?.EngineerId == file.Order.EngineerId ? file.Order.EngineerId : stored.EngineerId;

        var who = await write.Db.CaseEvents.Where(e => e.CaseId == file.Case.Id && Planning.Contains(e.Kind)).OrderByDescending(e => e.Id)
            .Select(e => write.Db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault()).FirstOrDefaultAsync(write.Stop);
        var engineer = await Name(write, file.Order.EngineerId);
        return form.Conflicts(stored, who ?? "", (field, value) => (field, value) switch
        {
            (nameof(form.EngineerId), _) => engineer,
            (_, DayPart part) => part.Told,
            _ => value,
        });
    }

    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.Dispatch);
        return OrderFile.Change(writer, OrderFile.Open, number, request, change, stop);
    }

    private static async Task<string?> Name(Write write, long id) =>
        await write.Db.Users.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(write.Stop);

    /// <summary>An appointment as facts of a timeline line.</summary>
    internal static (string Name, string? Value)[] Facts(Appointment appointment) =>
    [
        ("kind", appointment.Kind.ToString()),
        ("from", TextRule.Invariant(appointment.From.ToUnixTimeMilliseconds())),
        ("to", TextRule.Invariant(appointment.To.ToUnixTimeMilliseconds())),
    ];
}
