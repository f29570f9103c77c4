using AfterSales.Core.Callbacks;
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
        if (!Quote() || fate.Halt == Halt.Undispatched || !Until(Daytime(t + Dice.Hours(0.2, 4))))
        {
            return false;
        }

        var order = Assign();
        Chase(0.05);
        if (!Answer(order) || !Exempt())
        {
            return false;
        }

        for (var arrive = Arrival(); Travel(order, arrive); arrive = Daytime(order.Current!.Appointment.From + Dice.Hours(0, 1.5)))
        {
            var unfinished = Unfinished(order);
            if (unfinished is not true)
            {
                return unfinished is false && Complete(order);
            }
        }

        return false;
    }

    private bool Quote()
    {
        if (!c.QuoteFirst || c.QuoteAcceptedAt is not null)
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

    private WorkOrder Assign()
    {
        var engineer = fate.EngineerId ?? Dice.Of(Setting.EngineersOf(c.Area)).Id;
        var appointment = Appoint(Arrival());
        var order = WorkOrder.Assign(stage.Ids.Number("WO", Setting.Zone.DayOf(t)), c.Id, engineer, appointment, TextRule.Kept(Dice.Of(Words.Instructions)), t);
        order.Id = stage.Ids.Order();
        rows.Add(order);
        firstEngineer ??= engineer;
        c.Dispatch(engineer);
        c.Tell(CaseEventKind.Dispatched, Supervisor, t, order.Instructions, null, Facts(order, appointment));
        Notify(engineer, NoticeKind.Assigned, t, ("order", order.Number), ("number", c.Number));
        return order;
    }

    /// <summary>Accepted, or declined first and given to somebody else.</summary>
    private bool Answer(WorkOrder order)
    {
        if (fate.Halt == Halt.Assigned || !Until(t + Dice.Hours(0.03, 2)))
        {
            return false;
        }

        if (fate.Halt == Halt.Declined || Dice.Chance(0.02))
        {
            order.Decline("在另一客户处，当天赶不到。");
            c.Tell(CaseEventKind.Declined, Setting.Actor(order.EngineerId), t, order.DeclineReason, null, ("order", order.Number));
            Notify(Supervisor.Id, NoticeKind.Declined, t, ("order", order.Number), ("number", c.Number));
            if (fate.Halt == Halt.Declined || !Until(t + Dice.Hours(0.1, 1)))
            {
                return false;
            }

            order.Reassign(Dice.Of(Setting.Engineers).Id, t);
            c.Dispatch(order.EngineerId);
            c.Tell(CaseEventKind.Reassigned, Supervisor, t, null, null, Facts(order, order.Current!.Appointment));
            Until(t + Dice.Hours(0.03, 0.5));
        }

        order.Accept(t);
        c.Tell(CaseEventKind.Accepted, Setting.Actor(order.EngineerId), t, null, null, ("order", order.Number));
        return fate.Halt != Halt.Accepted;
    }

    /// <summary>豁免 of the arrival, asked by the engineer, decided by the supervisor.</summary>
    private bool Exempt()
    {
        var waits = fate.Halt == Halt.ExemptionAsked;
        if (c.PromiseOf(PromiseKind.Arrival) is not { } promise || !waits && !Dice.Chance(0.02) || !Until(t + Dice.Hours(0.2, 2)))
        {
            return !waits;
        }

        var reason = Dice.Chance(0.5) ? "ticket" : "weather";
        var engineer = Setting.Actor(c.EngineerId!.Value);
        promise.AskExemption(reason, "当日车票售罄或道路封闭，已告知客户。", engineer.Id);
        c.Tell(CaseEventKind.ExemptionAsked, engineer, t, promise.ExemptionNote, null, ("promise", promise.Kind.ToString()), ("reason", reason));
        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        if (waits || !Until(t + Dice.Hours(0.3, 6)))
        {
            return false;
        }

        var approved = Dice.Chance(0.8);
        promise.DecideExemption(approved, Supervisor.Id!.Value);
        c.Tell(CaseEventKind.ExemptionDecided, Supervisor, t, null, null, ("promise", promise.Kind.ToString()), ("approved", approved ? "1" : null), ("reason", reason));
        return true;
    }

    /// <summary>The way there and the arrival; a few are entered later than they happened (补录).</summary>
    private bool Travel(WorkOrder order, DateTimeOffset arrive)
    {
        var visit = order.Current!;
        var engineer = Setting.Actor(visit.EngineerId);
        arrive = arrive < t + TimeSpan.FromMinutes(30) ? t + TimeSpan.FromMinutes(30) : arrive;
        var depart = arrive - TimeSpan.FromMinutes(20 + Math.Min(300, (c.DistanceKm ?? 300) * 0.8));
        if (!Until(depart < t ? t : depart))
        {
            return false;
        }

        visit.DepartedAt = t;
        c.Tell(CaseEventKind.Departed, engineer, t, null, null, ("order", order.Number));
        var entered = fate.Halt == Halt.BackEntered || Dice.Chance(0.04) ? arrive + Dice.Hours(1, 4) : arrive;
        if (!Until(entered))
        {
            return false;
        }

        visits++;
        visit.ArrivedAt = arrive;
        visit.ArrivalEnteredAt = entered == arrive ? null : entered;
        c.Arrive(arrive);
        order.Begin();
        c.Tell(CaseEventKind.Arrived, engineer, t, null, arrive, ("order", order.Number));
        return fate.Halt is not Halt.OnSite && Confirm(visit);
    }

    private bool Confirm(Visit visit)
    {
        if (!visit.AwaitsConfirmation)
        {
            return true;
        }

        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        if (fate.Halt == Halt.BackEntered || !Until(t + Dice.Hours(0.2, 3)))
        {
            return false;
        }

        visit.ArrivalConfirmedById = Supervisor.Id;
        c.Tell(CaseEventKind.TimeConfirmed, Supervisor, t, null, visit.ArrivedAt, ("approved", "1"));
        return true;
    }

    /// <summary>When the engineer gets there: by the promise, mostly well within it.</summary>
    private DateTimeOffset Arrival()
    {
        var promise = c.PromiseOf(PromiseKind.Arrival);
        var share = c.Reopenings == 0 && Dice.Chance(0.06) ? Dice.Real(1.02, 1.5) : Dice.Real(0.3, 0.9);
        return promise is null || c.Reopenings > 0 ? Daytime(t + Dice.Hours(4, 40)) : Whole(Daytime(promise.StartAt + promise.Target * share));
    }

    private Appointment Appoint(DateTimeOffset arrive)
    {
        var (zone, local) = (Setting.Zone, Setting.Zone.Local(arrive < t ? t : arrive));
        var day = DateOnly.FromDateTime(local);
        DateTimeOffset At(int hour) => zone.Instant(day.ToDateTime(new TimeOnly(hour, 0)));
        return Dice.Int(0, 4) switch
        {
            0 => new(AppointmentKind.Days, zone.StartOf(day), zone.StartOf(day.AddDays(Dice.Int(2, 4)))),
            1 => new(AppointmentKind.Time, At(Math.Min(local.Hour, 20)), At(Math.Min(local.Hour, 20) + 2)),
            _ => local.Hour < 12 ? new(AppointmentKind.Morning, At(8), At(12)) : new(AppointmentKind.Afternoon, At(13), At(18)),
        };
    }

    private (string, string?)[] Facts(WorkOrder order, Appointment appointment) =>
    [
        ("order", order.Number), ("engineer", Setting.Actor(order.EngineerId).Name), ("kind", appointment.Kind.ToString()),
        ("from", TextRule.Invariant(appointment.From.ToUnixTimeMilliseconds())), ("to", TextRule.Invariant(appointment.To.ToUnixTimeMilliseconds())),
    ];
}
