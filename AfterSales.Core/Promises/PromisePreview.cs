using AfterSales.Core.Settings;

namespace AfterSales.Core.Promises;

/// <summary>One part of the sentence that the agent reads aloud before saving.</summary>
/// <param name="Kind">What is promised.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="DueAt">By when; null when it only runs from an accepted quote (R11).</param>
/// <param name="Target">So much time from its start.</param>
/// <param name="DistanceKm">R3: the distance.</param>
/// <param name="FromKm">R3: the tier's lower end.</param>
/// <param name="ToKm">R3: the tier's upper end; null is any distance.</param>
public sealed record PromiseLine(PromiseKind Kind, string Rule, DateTimeOffset? DueAt, TimeSpan Target, int? DistanceKm = null, int? FromKm = null, int? ToKm = null);

/// <summary>What would be promised, from the form's state alone: pure, and the same as what a save then promises.</summary>
public static class PromisePreview
{
    /// <summary>Every part; an arrival that waits for the quote stands there without its due time.</summary>
    public static IReadOnlyList<PromiseLine> Of(PromiseGrounds grounds, ServicePolicy policy, TimeZoneInfo zone)
    {
        var lines = PromisePlan.Of(grounds, policy, zone).Select(p => Line(p, policy)).ToList();
        var waits = grounds is { QuoteFirst: true, QuoteAcceptedAt: null } && lines.All(l => l.Kind != PromiseKind.Arrival);
        var afterQuote = waits ? PromisePlan.Of(grounds with { QuoteFirst = false }, policy, zone).FirstOrDefault(p => p.Kind == PromiseKind.Arrival) : null;
        if (afterQuote is not null)
        {
            lines.Insert(1, Line(afterQuote, policy) with { DueAt = null });
        }

        return lines;
    }

    private static PromiseLine Line(PlannedPromise p, ServicePolicy policy)
    {
        var due = p.StartAt + p.Target;
        if (p.DistanceKm is not { } km)
        {
            return new(p.Kind, p.Rule, due, p.Target);
        }

        var tier = policy.TierOf(km);
        var below = policy.ArrivalTiers.TakeWhile(t => t != tier).LastOrDefault();
        return new(p.Kind, p.Rule, due, p.Target, km, below?.UpToKm ?? 0, tier.UpToKm);
    }
}
