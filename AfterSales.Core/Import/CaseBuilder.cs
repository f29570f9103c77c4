using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Import;

/// <summary>What cases of a file have in common.</summary>
/// <param name="Policies">Every version of the service policy.</param>
/// <param name="Book">The lists.</param>
/// <param name="People">Who is who.</param>
/// <param name="Importer">Who brings them in.</param>
/// <param name="File">The file's name, for the timeline.</param>
/// <param name="Nobody">Who made a visit that nobody known made.</param>
/// <param name="Now">The present.</param>
/// <param name="Zone">The company's zone.</param>
/// <param name="Numbers">Numbers of work orders.</param>
/// <param name="Key">Gives a row its key.</param>
internal sealed record CaseSetting(
    IReadOnlyList<ServicePolicy> Policies, ListBook Book, PeopleBook People, Actor Importer, string File, long Nobody, DateTimeOffset Now, TimeZoneInfo Zone, NumberCounters Numbers, Func<object, long> Key);

/// <summary>
/// A row of the workbook as a whole case (DOMAIN 10): told step by step at its times with the verbs of the life of a case,
/// judged by the policy that held at its intake, with everything that a live one has. Knows no database.
/// </summary>
internal sealed class CaseBuilder
{
    private readonly CaseSetting setting;
    private readonly object?[] values;
    private readonly Customer customer;
    private readonly Asset? asset;
    private readonly ServicePolicy policy;
    private readonly ServiceCase c;
    private readonly Complaint? complaint;
    private readonly Actor agent;
    private readonly List<object> rows = [];

    private CaseBuilder(CaseSetting setting, object?[] values, long id, Customer customer, Asset? asset)
    {
        (this.setting, this.values, this.customer, this.asset) = (setting, values, customer, asset);
        var opened = At(CaseCell.OpenedAt)!.Value;
        policy = setting.Policies.Where(p => p.HoldsAt(opened)).MaxBy(p => p.ValidFrom) ?? setting.Policies.MinBy(p => p.ValidFrom)!;
        var person = setting.People.Find(Text(CaseCell.Agent));
        agent = person is { } known ? new Actor(known.Id, known.Name, Role.Agent) : Actor.System;
        c = Draft(id, opened, person?.Id);
        setting.Key(c);
        complaint = c.Type == CaseType.Complaint ? new Complaint { CaseId = c.Id, Severity = Severity.Minor } : null;
    }

    /// <summary>The case and its rows, parents first; <paramref name="id"/> is 0 for a new one.</summary>
    public static (ServiceCase Case, IReadOnlyList<object> Rows) Build(CaseSetting setting, object?[] values, long id, Customer customer, Asset? asset)
    {
        var builder = new CaseBuilder(setting, values, id, customer, asset);
        builder.Tell();
        return (builder.c, builder.End());
    }

    private ServiceCase Draft(long id, DateTimeOffset opened, long? agentId)
    {
        var symptom = Text(CaseCell.Symptom);
        var code = setting.Book.Term(TermKind.Symptom, symptom)?.Code;
        var site = customer.Sites.OrderBy(s => s.Id).FirstOrDefault();
        return new ServiceCase
        {
            Id = id,
            Number = Text(CaseCell.No)!,
            Channel = (Channel)values[CaseCell.Channel]!,
            Type = (CaseType)values[CaseCell.Type]!,
            CustomerId = customer.Id,
            SiteId = site?.Id,
            AssetId = asset?.Id,
            Symptom = code,
            SymptomText = code is null ? symptom : null,
            SymptomKey = RepeatFault.SymptomKey(code, symptom),
            Description = Text(CaseCell.Description) ?? "",
            Priority = values[CaseCell.Priority] is Priority priority ? priority : Priority.Normal,
            Mode = Mode(),
            AgentId = agentId,
            AgentText = agentId is null ? Text(CaseCell.Agent) : null,
            OwnerId = agentId,
            OpenedAt = opened,
            DistanceKm = site?.DistanceKm,
            PolicyId = policy.Id,
            Area = site?.Area ?? customer.Area,
            ProductLine = asset?.ProductLine,
        };
    }

    /// <summary>On site where somebody arrived; what ended without was remote, and what is still to be done is done as its type is.</summary>
    private ServiceMode Mode() => values[CaseCell.ArrivedAt] is not null ? ServiceMode.OnSite
        : values[CaseCell.ResolvedAt] is not null || values[CaseCell.Cancelled] is true ? ServiceMode.Remote
        : setting.Book.ModeOf((CaseType)values[CaseCell.Type]!, asset?.ProductLine);

    private void Tell()
    {
        c.Tell(CaseEventKind.Registered, agent, c.OpenedAt, Text(CaseCell.Description), null, ("channel", c.Channel.ToString()));
        var engineer = setting.People.Find(Text(CaseCell.Engineer));
        Done(engineer is { } known ? c.Dispatch(known.Id) : Text(CaseCell.Engineer) is { } name ? c.DispatchTo(name) : Result.Done);
        if (At(CaseCell.FirstReplyAt) is { } replied)
        {
            Done(c.Reply(c.Channel is Channel.Letter or Channel.Online or Channel.Email ? ReplyHow.Writing : ReplyHow.Phone, null, agent, replied, replied));
        }

        var order = At(CaseCell.ArrivedAt) is { } arrived ? Visit(arrived, engineer) : null;
        if (At(CaseCell.ResolvedAt) is { } resolved)
        {
            Resolve(resolved, order);
        }

        if (At(CaseCell.ClosedAt) is { } closed)
        {
            Close(closed);
        }

        if (values[CaseCell.Cancelled] is true)
        {
            order?.Cancel();
            Done(c.Cancel(null, Actor.System, c.Events.Max(e => e.At)));
        }

        if (At(CaseCell.AnsweredAt) is { } answered)
        {
            Answer(answered, (int)values[CaseCell.Score]!);
        }
    }

    /// <summary>An arrival makes a work order; an engineer alone makes none.</summary>
    private WorkOrder Visit(DateTimeOffset arrived, (long Id, string Name)? engineer)
    {
        var order = WorkOrder.Assign(setting.Numbers.Next("WO", setting.Zone.DayOf(arrived)), c.Id, c.Area, engineer?.Id ?? setting.Nobody, new Appointment(AppointmentKind.Time, arrived, arrived.AddHours(1)), null, c.OpenedAt);
        setting.Key(order);
        Done(order.Accept(arrived));
        order.Visits[0].ArrivedAt = arrived;
        Done(c.Arrive(arrived));
        order.Begin();
        c.Tell(CaseEventKind.Arrived, engineer is { } known ? new Actor(known.Id, known.Name, Role.Engineer) : Actor.System, arrived, null, null, ("order", order.Number));
        rows.Add(order);
        return order;
    }

    private void Resolve(DateTimeOffset resolved, WorkOrder? order)
    {
        Done(c.Resolve(null, false, Actor.System, resolved, resolved));
        if (order is not null)
        {
            (order.Visits[0].Ending, order.Visits[0].LeftAt) = (VisitEnding.Finished, resolved);
            order.Complete(resolved);
        }

        if (order is not null || c.Type.IsService())
        {
            rows.Add(new ServiceReport { CaseId = c.Id, WorkOrderId = order?.Id, ConfirmedSymptom = c.Symptom, ConfirmedSymptomText = c.SymptomText, CompletedAt = resolved });
        }

        if (c.Type.IsService())
        {
            FollowUp(resolved);
        }
    }

    private void Close(DateTimeOffset closed)
    {
        if (complaint is not null && values[CaseCell.Verdict] is Verdict verdict)
        {
            Done(complaint.Judge(verdict, null, null, closed));
            c.Tell(CaseEventKind.ComplaintJudged, Actor.System, closed, null, null, ("verdict", verdict.ToString()));
        }

        Done(c.Close(Actor.System, closed, null));
    }

    /// <summary>R40's, never R41's: answered if the row says so, else to be made while its window is open or still to come.</summary>
    private void FollowUp(DateTimeOffset resolved)
    {
        var window = FollowUpWindow.First(resolved, policy, setting.Zone);
        var next = FollowUpWindow.InCallHours(window.OpensAt, policy.CallHours, setting.Zone);
        var callback = new Callback
        {
            CaseId = c.Id, Area = c.Area, Round = 1, OpensAt = window.OpensAt, EndsAt = window.EndsAt, NextCallAt = next, AssigneeId = c.AgentId == c.EngineerId ? null : c.AgentId,
            AnsweredAt = At(CaseCell.AnsweredAt),
        };
        setting.Key(callback);
        callback.State = callback.AnsweredAt is not null ? CallbackState.Answered : window.EndsAt <= setting.Now ? CallbackState.Missed : next <= setting.Now ? CallbackState.Due : CallbackState.Waiting;
        if (callback.AnsweredAt is { } answered)
        {
            callback.Attempts.Add(new CallbackAttempt { At = answered, CallerId = c.AgentId, Outcome = AttemptOutcome.Answered });
        }

        rows.Add(callback);
        if (callback.State == CallbackState.Waiting)
        {
            rows.Add(Scheduling.ActionPlanner.Row(Scheduling.ActionKind.CallbackDue, callback.Id, next));
        }
    }

    /// <summary>On a follow-up its answer; on any other row a satisfaction form (K1).</summary>
    private void Answer(DateTimeOffset answered, int score)
    {
        var callback = rows.OfType<Callback>().FirstOrDefault();
        rows.Add(new SatisfactionAnswer
        {
            CaseId = c.Id, AnsweredAt = answered, RecordedAt = answered, Source = callback is null ? AnswerSource.Form : AnswerSource.Callback, Score = score, CallbackId = callback?.Id, PersonId = c.AgentId,
        });
        if (callback is not null)
        {
            c.Tell(CaseEventKind.CalledBack, agent, answered, null, null, ("round", "1"), ("outcome", nameof(AttemptOutcome.Answered)), ("score", TextRule.Invariant(score)));
        }
    }

    private IReadOnlyList<object> End()
    {
        c.SettlePromises(PromisePlan.Of(CaseFile.Grounds(c, complaint), policy, setting.Zone), kind => CaseFile.MetAt(c, complaint, kind), policy, setting.Now);
        foreach (var promise in c.Promises)
        {
            // Nobody is warned of what was over before the record came in.
            while (promise.NextStageAt <= setting.Now)
            {
                promise.Tell(c.PausesOf(promise.Kind), policy);
            }
        }

        var told = c.Events.OrderBy(e => e.At).ToList();
        c.Events.Clear();
        c.Events.AddRange(told);
        c.Tell(CaseEventKind.Imported, setting.Importer, setting.Now, null, null, ("file", setting.File));
        var facts = CaseFile.Dimensions(c, customer, customer.Sites.OrderBy(s => s.Id).FirstOrDefault(), asset);
        c.Take(complaint);
        facts.Take(c, complaint?.Verdict, c.ArrivedAt is null ? 0 : 1);
        return [c, facts, .. complaint is null ? Array.Empty<object>() : [complaint], .. rows, CaseWords.Of(c, rows.OfType<ServiceReport>())];
    }

    private DateTimeOffset? At(int cell) => values[cell] is DateTime local ? setting.Zone.Instant(local) : null;

    private string? Text(int cell) => values[cell] as string;

    /// <summary>The rules of a row leave no step that the life of a case forbids.</summary>
    private static void Done(Result step) => _ = step.Ok ? step : throw new InvalidOperationException(string.Join("; ", step.Problems));
}
