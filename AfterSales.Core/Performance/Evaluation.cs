using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>What figures are judged by: the period in a zone, the cut-off, and the policies with their validity.</summary>
public sealed class Evaluation(Period period, TimeZoneInfo zone, DateTimeOffset cutoff, IReadOnlyList<ServicePolicy> policies)
{
    private readonly IReadOnlyList<ServicePolicy> policies = [.. policies.OrderBy(p => p.ValidFrom)];

    /// <summary>The period.</summary>
    public Period Period => period;

    /// <summary>The company's zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The moment of evaluation; what came after it has not happened.</summary>
    public DateTimeOffset Cutoff => cutoff;

    /// <summary>First instant of the period.</summary>
    public DateTimeOffset From { get; } = zone.StartOf(period.First);

    /// <summary>First instant after the period.</summary>
    public DateTimeOffset To { get; } = zone.StartOf(period.End);

    /// <summary>True for an instant of [from, to) that has come.</summary>
    public bool Holds(DateTimeOffset? at) => at is { } t && From <= t && t < To && t <= cutoff;

    /// <summary>True when it has happened by the cut-off.</summary>
    public bool Done(DateTimeOffset? at) => at <= cutoff;

    /// <summary>True when a due instant had passed at the cut-off; at the instant itself it is still on time.</summary>
    public bool Passed(DateTimeOffset? due) => due < cutoff;

    /// <summary>The policy by which something that began at an instant is judged.</summary>
    public ServicePolicy PolicyAt(DateTimeOffset at) => policies.LastOrDefault(p => p.HoldsAt(at)) ?? policies[0];

    /// <summary>The recurrence window (R30): the repeat opens no more than so many days after the day of the resolution.</summary>
    public bool Recurs(DateTimeOffset resolved, DateTimeOffset reopened, ServicePolicy policy) =>
        zone.DayOf(reopened).DayNumber - zone.DayOf(resolved).DayNumber <= policy.RecurrenceDays;
}
