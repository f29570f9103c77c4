using AfterSales.Core.Cases;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Promises;

/// <summary>A promise in short, for its chip.</summary>
/// <param name="Kind">What was promised.</param>
/// <param name="Rule">The rule it comes from ("R3").</param>
/// <param name="State">How it stands.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="AtRiskAt">From when it is at risk; null when it is not open or its clock stands.</param>
/// <param name="Paused">True while its clock stands.</param>
/// <param name="MetAt">When it was met.</param>
public sealed record PromiseBrief(PromiseKind Kind, string Rule, PromiseState State, DateTimeOffset DueAt, DateTimeOffset? AtRiskAt, bool Paused, DateTimeOffset? MetAt)
{
    /// <summary>
    /// The promise that an appointment has to keep: the arrival, else the handling; null when neither runs. The customer's
    /// own time holds while its clock stands, too.
    /// </summary>
    public static PromiseBrief? ToKeep(IEnumerable<PromiseBrief?> promises) => promises.OfType<PromiseBrief>()
        .Where(p => p is { State: PromiseState.Open, Kind: PromiseKind.Arrival or PromiseKind.Handling } && (!p.Paused || p.CustomersTime)).MinBy(p => p.Kind);

    /// <summary>True for a time that passed while its clock stood: nothing can keep it, another takes its place (R2, then R3).</summary>
    public bool Gone(DateTimeOffset now) => State == PromiseState.Open && Paused && DueAt <= now;

    /// <summary>True when it is due at the time that the customer set (R2).</summary>
    public bool CustomersTime => this is { Kind: PromiseKind.Arrival, Rule: "R2" };

    /// <summary>The promise as it stands.</summary>
    public static PromiseBrief? Of(ServiceCase c, PromiseKind kind, ServicePolicy policy) => c.PromiseOf(kind) is not { } p ? null
        : new(kind, p.Rule, p.State, p.DueAt, p.State == PromiseState.Open ? p.AtRiskAt(c.PausesOf(kind), policy) : null, p.Paused, p.MetAt);
}
