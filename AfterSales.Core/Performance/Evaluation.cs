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

    /// <summary>No recurrence window of any policy is wider, whatever the days of the zone.</summary>
    public TimeSpan Widest => TimeSpan.FromDays(policies.Max(p => p.RecurrenceDays) + 2);

    /// <summary>The policy by which something that began at an instant is judged.</summary>
    public ServicePolicy PolicyAt(DateTimeOffset at) => policies.LastOrDefault(p => p.HoldsAt(at)) ?? policies[0];

    /// <summary>The recurrence window (R30): the repeat opens no more than so many days after the day of the resolution.</summary>
    public bool Recurs(DateTimeOffset resolved, DateTimeOffset reopened, ServicePolicy policy) =>
        zone.DayOf(reopened).DayNumber - zone.DayOf(resolved).DayNumber <= policy.RecurrenceDays;
}
