using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What every part of the story uses: the passing of time, and what follows from a step.</summary>
internal sealed partial class CaseStory
{
    private static readonly TimeSpan News = TimeSpan.FromDays(5);

    /// <summary>The story moves on; false where that would be the future.</summary>
    private bool Until(DateTimeOffset at)
    {
        if (at > Setting.Now)
        {
            return false;
        }

        t = at > t ? Whole(at) : t;
        return true;
    }

    /// <summary>Cut to seconds: what is stored is what was reckoned with.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The same instant, or where that is at night, the next morning.</summary>
    private DateTimeOffset Daytime(DateTimeOffset at)
    {
        var local = Setting.Zone.Local(at);
        if (local.Hour is >= 8 and < 19)
        {
            return at;
        }

        var day = DateOnly.FromDateTime(local).AddDays(local.Hour >= 19 ? 1 : 0);
        return Setting.Zone.Instant(day.ToDateTime(new TimeOnly(8, Dice.Int(0, 60), Dice.Int(0, 60))));
    }

    private void Log(bool incoming, Channel channel, Actor by, string? note, DateTimeOffset? at = null) => rows.Add(new ContactLog
    {
        At = at ?? t,
        Incoming = incoming,
        Channel = channel,
        PersonId = by.Id,
        Phone = incoming && channel == Channel.Phone ? client.Customer.Contacts.Find(k => k.Id == c.ContactId)!.Phones[0].Number : null,
        CustomerId = client.Customer.Id,
        CaseId = c.Id,
        Note = note,
    });

    private void Plan(ActionKind kind, long subject, DateTimeOffset due, long turn = 0) => rows.Add(ActionPlanner.Row(kind, subject, due, turn));

    /// <summary>Only what is recent is still told to people; most of it was read.</summary>
    private void Notify(long? person, NoticeKind kind, DateTimeOffset at, params (string Name, string? Value)[] facts)
    {
        if (person is { } id && at > Setting.Now - News)
        {
            rows.Add(new Notification
            {
                PersonId = id,
                At = at,
                Kind = kind,
                CaseId = c.Id,
                Facts = CaseEvent.Pack(facts),
                UniqueKey = $"{kind}/{c.Number}/{TextRule.Invariant(rows.Count)}/{TextRule.Invariant(id)}",
                ReadAt = at < Setting.Now.AddHours(-20) || Dice.Chance(0.4) ? Whole(at + (Setting.Now - at) * 0.3) : null,
            });
        }
    }

    /// <summary>Promises in line with the case, as after every step that moves them.</summary>
    private void Settle(DateTimeOffset now, Func<PromiseKind, DateTimeOffset?> met) =>
        c.SettlePromises(PromisePlan.Of(CaseFile.Grounds(c, complaint), Policy, Setting.Zone), met, Policy, now);

    /// <summary>Everything told: the stages that the breach check met on the way, the promises, the facts.</summary>
    private IReadOnlyList<object> End()
    {
        foreach (var callback in callbacks)
        {
            PlanCalls(callback);
        }

        Settle(Setting.Now, _ => null);
        TellStages();
        Settle(Setting.Now, kind => CaseFile.MetAt(c, complaint, kind));
        SayWhyLate();
        Installed();
        var told = c.Events.OrderBy(e => e.At).ToList();
        c.Events.Clear();
        c.Events.AddRange(told);
        stage.Remember(c);
        var facts = CaseFile.Dimensions(c, client.Customer, site, asset);
        facts.EngineerId = firstEngineer;
        c.Take(complaint);
        facts.Take(c, complaint?.Verdict, visits);
        rows.InsertRange(0, complaint is null ? [c, facts] : [c, facts, complaint]);
        rows.AddRange(callbacks);
        rows.Add(CaseWords.Of(c, rows.OfType<ServiceReport>()));
        return rows;
    }

    /// <summary>Warning, breach, escalation: each at the minute after its instant, as long as the promise was open.</summary>
    private void TellStages()
    {
        var ended = c.Status == CaseStatus.Cancelled ? c.Events[^1].At : Setting.Now;
        foreach (var promise in c.Promises.Where(p => p.State == PromiseState.Open))
        {
            var until = CaseFile.MetAt(c, complaint, promise.Kind) is { } met && met < ended ? met : ended;
            while (promise.NextStageAt is { } at && at + TimeSpan.FromSeconds(45) is var seen && seen <= until)
            {
                var stageReached = promise.Tell(c.PausesOf(promise.Kind), Policy);
                var (kind, notice) = stageReached switch
                {
                    PromiseStage.Warning => (CaseEventKind.PromiseWarned, NoticeKind.PromiseAtRisk),
                    PromiseStage.Breach => (CaseEventKind.PromiseBroken, NoticeKind.PromiseBroken),
                    _ => (CaseEventKind.PromiseEscalated, NoticeKind.PromiseEscalated),
                };
                var due = TextRule.Invariant(promise.DueAt.ToUnixTimeMilliseconds());
                c.Tell(kind, Actor.System, seen, null, at, ("promise", promise.Kind.ToString()), ("rule", promise.Rule), ("due", due));
                Notify(c.OwnerId, notice, seen, ("promise", promise.Kind.ToString()), ("due", due));
            }
        }
    }

    private void SayWhyLate()
    {
        foreach (var promise in c.Promises.Where(p => p.State == PromiseState.Late && Dice.Chance(0.93)))
        {
            var said = Daytime(promise.MetAt!.Value + Dice.Hours(0.5, 20));
            if (said <= Setting.Now)
            {
                promise.LateReason = Dice.Of(WhyLate(promise.Kind));
                c.Tell(CaseEventKind.LateReasonGiven, Setting.SupervisorOf(c.Area), said, null, null, ("promise", promise.Kind.ToString()), ("reason", promise.LateReason));
            }
        }
    }

    private static (string, double)[] WhyLate(PromiseKind kind) => kind switch
    {
        PromiseKind.Arrival => [("engineer", 50), ("road", 25), ("customer", 15), ("own", 10)],
        PromiseKind.Handling => [("part", 40), ("difficult", 25), ("engineer", 15), ("customer", 12), ("supplier", 8)],
        _ => [("own", 80), ("customer", 20)],
    };

    /// <summary>R9: a machine stands installed from the day on which that job was done, and is accepted after it.</summary>
    private void Installed()
    {
        if (c.Type != CaseType.Installation || asset is null || c.Status == CaseStatus.Cancelled)
        {
            return;
        }

        var today = Setting.Zone.DayOf(Setting.Now);
        asset.InstalledOn = c.ResolvedAt is { } done ? Setting.Zone.DayOf(done) : null;
        var accepted = asset.AcceptedOn > asset.InstalledOn ? asset.AcceptedOn : asset.InstalledOn?.AddDays(Dice.Int(2, 15));
        asset.AcceptedOn = accepted <= today ? accepted : null;
        stage.Moved.Add(asset);
    }

    private void PlanCalls(Callback callback)
    {
        if (callback.State == CallbackState.Waiting)
        {
            Plan(ActionKind.CallbackDue, callback.Id, callback.NextCallAt);
        }
        else if (callback.State == CallbackState.Due && callback.NextCallAt > Setting.Now)
        {
            Plan(ActionKind.CallAgain, callback.Id, callback.NextCallAt, callback.Attempts.Count);
        }

        if (callback is { Round: 1, State: CallbackState.Waiting or CallbackState.Due or CallbackState.Unreachable } && callback.EndsAt > Setting.Now)
        {
            Plan(ActionKind.CallbackWindowEnds, callback.Id, callback.EndsAt);
        }
    }
}
