using AfterSales.Core.Cases;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Messages;

/// <summary>What can be copied out of a case, each for one receiver.</summary>
public enum OutKind
{
    /// <summary>How the case stands, for the customer.</summary>
    Case = 1,

    /// <summary>The job, for the engineer who is sent.</summary>
    Dispatch = 2,

    /// <summary>What is promised, for the customer.</summary>
    Promise = 3,
}

/// <summary>
/// A message to paste elsewhere (WeChat, SMS, e-mail). It holds what its receiver needs and nothing else of anybody: a
/// customer what is his own and no number or address that a group would read with him; an engineer what leads him to his job.
/// </summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">The case.</param>
/// <param name="Contact">Who is spoken to, or spoken with there.</param>
/// <param name="Type">What was asked for.</param>
/// <param name="Model">The machine.</param>
/// <param name="Symptom">Code of the symptom.</param>
/// <param name="SymptomText">The symptom in words.</param>
/// <param name="Words">客户原话.</param>
public sealed record OutMessage(OutKind Kind, string Number, string? Contact, CaseType Type, string? Model, string? Symptom, string? SymptomText, string Words)
{
    /// <summary>The job; null in a customer's message.</summary>
    public OutJob? Job { get; private init; }

    /// <summary>How the case stands; null in an engineer's message.</summary>
    public CaseStanding? Standing { get; private init; }

    /// <summary>The open promises, the first due first.</summary>
    public IReadOnlyList<(PromiseKind Kind, DateTimeOffset DueAt)> Promises { get; private init; } = [];

    /// <summary>The message of a kind; null where there is nothing to tell: no job is open, nothing is promised.</summary>
    public static OutMessage? Of(CaseView view, OutKind kind)
    {
        var head = view.Head;
        var job = kind == OutKind.Dispatch ? OutJob.Of(view) : null;
        var open = view.Promises.Where(p => p.State == PromiseState.Open && !p.Paused).OrderBy(p => p.DueAt).Select(p => (p.Kind, p.DueAt)).ToList();
        return (kind == OutKind.Dispatch && job is null) || (kind == OutKind.Promise && open.Count == 0) ? null
            : new(kind, head.Number, (job is null ? view.Contact : view.Reached)?.Name, head.Type, view.Machine?.Model, head.Symptom, head.SymptomText, head.Description)
            {
                Job = job,
                Standing = kind == OutKind.Case ? view.Standing : null,
                Promises = kind == OutKind.Promise ? open : [.. open.Where(p => job is not null && p.Kind == PromiseKind.Arrival)],
            };
    }
}

/// <summary>Where the engineer goes, to whom, when, with which machine.</summary>
public sealed record OutJob(
    string Number, string Engineer, string Customer, IReadOnlyList<string> Phones, string? Address, int? DistanceKm, string? SerialNo, Appointment? Appointment, string? Instructions)
{
    /// <summary>The case's open order, the last one given.</summary>
    public static OutJob? Of(CaseView view)
    {
        if (view.Orders.LastOrDefault(o => o.Status is WorkOrderStatus.Assigned or WorkOrderStatus.Accepted or WorkOrderStatus.InProgress) is not { } order)
        {
            return null;
        }

        var visit = order.Visits is [.., var last] ? last : null;
        return new(
            order.Number, visit?.Engineer ?? order.Engineer, view.Customer.Name, view.Reached?.Phones ?? [], view.Site?.Address, view.Head.DistanceKm, view.Machine?.SerialNo, visit?.Appointment, order.Instructions);
    }
}
