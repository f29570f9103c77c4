using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>派工 and the visits.</summary>
internal sealed partial class CaseStory
{
    private Actor Supervisor => Setting.SupervisorOf(c.Area);

    /// <summary>From the quote (R11) and the dispatch to the finished job; false where the story stands still before that.</summary>
    private bool Field()
    {
        if (!Quote() || fate.Halt == Halt.Undispatched || !Until(Daytime(t + Dice.Hours(0.2, 4))) || Book(Errand()) is not { } booked)
        {
            return false;
        }

        var order = Assign(booked);
        Chase(0.05, booked.Departs);
        if (Answer(order, booked) is not { } trip || !Exempt(order, trip))
        {
            return false;
        }

        while (Travel(order, trip))
        {
            var (goesOn, next) = Unfinished(order, trip);
            if (next is null)
            {
                return goesOn && Complete(order);
            }

            trip = next;
        }

        return false;
    }

    private bool Quote()
    {
        if (!c.QuoteAwaited)
        {
            return true;
        }

        if (!Until(Daytime(t + (fate.Halt == Halt.Nowhere ? Dice.Hours(0.5, 30) : Dice.Hours(0.1, 0.5)))))
        {
            return false;
        }

        c.AcceptQuote(agent, t);
        Settle(t, _ => null);
        return true;
    }

    private WorkOrder Assign(Trip trip)
    {
        var appointment = Appoint(trip);
        var order = WorkOrder.Assign(stage.Ids.Number("WO", Setting.Zone.DayOf(t)), c.Id, c.Area, trip.EngineerId, appointment, TextRule.Kept(WorkWords.Instruction(Dice)), t);
        order.Id = stage.Ids.Order();
        rows.Add(order);
        firstEngineer ??= trip.EngineerId;
        c.Dispatch(trip.EngineerId);
        c.Tell(CaseEventKind.Dispatched, Supervisor, t, order.Instructions, null, Facts(order, appointment));
        Notify(trip.EngineerId, NoticeKind.Assigned, t, ("order", order.Number), ("number", c.Number));
        return order;
    }

    /// <summary>Accepted, or declined first and given to somebody else; the trip that is made, null where the story stands still.</summary>
    private Trip? Answer(WorkOrder order, Trip trip)
    {
        if (fate.Halt == Halt.Assigned || !Until(t + Dice.Hours(0.03, 2)))
        {
            return null;
        }

        if (fate.Halt == Halt.Declined || Dice.Chance(0.02))
        {
            stage.Roster.Forget(trip);
            order.Decline(WorkWords.Decline(Dice), t);
            c.Tell(CaseEventKind.Declined, Setting.Actor(order.EngineerId), t, order.DeclineReason, null, ("order", order.Number));
            Notify(Supervisor.Id, NoticeKind.Declined, t, ("order", order.Number), ("number", c.Number));
            if (fate.Halt == Halt.Declined || !Until(t + Dice.Hours(0.1, 1)) || Book(Errand(not: trip.EngineerId)) is not { } other)
            {
                return null;
            }

            trip = other;
            order.Reassign(trip.EngineerId, t);
            order.Move(Appoint(trip));
            c.Dispatch(order.EngineerId);
            c.Tell(CaseEventKind.Reassigned, Supervisor, t, null, null, Facts(order, order.Current!.Appointment));
            Until(t + Dice.Hours(0.03, 0.5));
        }

        order.Accept(t);
        c.Tell(CaseEventKind.Accepted, Setting.Actor(order.EngineerId), t, null, null, ("order", order.Number));
        return fate.Halt == Halt.Accepted ? null : trip;
    }

    /// <summary>豁免 of the arrival, asked by the engineer who sees that it will be late, decided by the supervisor before the journey.</summary>
    private bool Exempt(WorkOrder order, Trip trip)
    {
        var waits = fate.Halt == Halt.ExemptionAsked;
        if (c.PromiseOf(PromiseKind.Arrival) is not { } promise || !waits && !(trip.Arrives > promise.DueAt && trip.Departs - t > Preparation * 2 && Dice.Chance(0.3)) || !Until(t + Dice.Hours(0.2, 2)))
        {
            return !waits;
        }

        var (reason, note) = Dice.Of([("ticket", "当日车票售罄，已改签次日，已告知客户。"), ("weather", "暴雨封路，高速不通，已告知客户。"), ("customer", "客户停机时间推后，要求改日到场。")]);
        var engineer = Setting.Actor(c.EngineerId!.Value);
        promise.AskExemption(reason, note, engineer.Id);
        c.Tell(CaseEventKind.ExemptionAsked, engineer, t, promise.ExemptionNote, null, ("order", order.Number), ("promise", promise.Kind.ToString()), ("reason", reason));
        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        var decided = Daytime(t + Dice.Hours(0.2, 2));
        if (waits || !Until(decided < trip.Departs ? decided : trip.Departs))
        {
            return false;
        }

        var approved = Dice.Chance(0.85);
        promise.DecideExemption(approved, Supervisor.Id!.Value);
        c.Tell(CaseEventKind.ExemptionDecided, Supervisor, t, approved ? null : WorkWords.NotExempt(Dice), null, ("order", order.Number), ("promise", promise.Kind.ToString()), ("approved", approved ? "1" : null), ("reason", reason));
        return true;
    }

    /// <summary>The way there and the arrival; a few are entered later than they happened (补录).</summary>
    private bool Travel(WorkOrder order, Trip trip)
    {
        var visit = order.Current!;
        var engineer = Setting.Actor(visit.EngineerId);
        if (!Until(trip.Departs))
        {
            return false;
        }

        visit.DepartedAt = trip.Departs;
        c.Tell(CaseEventKind.Departed, engineer, t, null, null, ("order", order.Number));
        var late = trip.Arrives + (fate.Halt == Halt.BackEntered ? Dice.Hours(0.4, 1.1) : Dice.Hours(1, 4));
        var entered = fate.Halt == Halt.BackEntered || Dice.Chance(0.04) && late < trip.Leaves ? late : trip.Arrives;
        if (!Until(entered))
        {
            return false;
        }

        visits++;
        visit.ArrivedAt = trip.Arrives;
        visit.ArrivalEnteredAt = entered == trip.Arrives ? null : entered;
        c.Arrive(visit.ArrivalCounts!.Value);
        order.Begin();
        c.Tell(CaseEventKind.Arrived, engineer, t, null, trip.Arrives, ("order", order.Number));
        Confirm(visit);
        return fate.Halt is not (Halt.OnSite or Halt.BackEntered);
    }

    /// <summary>The supervisor confirms what was entered later, while the work goes on.</summary>
    private void Confirm(Visit visit)
    {
        if (!visit.AwaitsConfirmation)
        {
            return;
        }

        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        if (fate.Halt != Halt.BackEntered && Daytime(t + Dice.Hours(0.2, 3)) is var at && at <= Setting.Now)
        {
            if (c.ArrivedAt == visit.ArrivalEnteredAt)
            {
                c.CorrectArrival(visit.ArrivedAt!.Value);
            }

            visit.ArrivalConfirmedById = Supervisor.Id;
            c.Tell(CaseEventKind.TimeConfirmed, Supervisor, at, null, visit.ArrivedAt, ("visit", TextRule.Invariant(visit.Ordinal)));
        }
    }

    private (string, string?)[] Facts(WorkOrder order, Appointment appointment) =>
    [
        ("order", order.Number), ("engineer", Setting.Actor(order.EngineerId).Name), ("kind", appointment.Kind.ToString()),
        ("from", TextRule.Invariant(appointment.From.ToUnixTimeMilliseconds())), ("to", TextRule.Invariant(appointment.To.ToUnixTimeMilliseconds())),
    ];
}
