using AfterSales.Core.Cases;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Promises;

/// <summary>One part of the sentence that the agent reads aloud before saving.</summary>
/// <param name="Kind">What is promised.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="DueAt">By when; null when that depends on when the quote is accepted (R11).</param>
/// <param name="Target">So much time from its start.</param>
/// <param name="DistanceKm">R3: the distance.</param>
/// <param name="FromKm">R3: the tier's lower end.</param>
/// <param name="ToKm">R3: the tier's upper end; null is any distance.</param>
/// <param name="AfterQuote">R11: promised for when the quote is accepted.</param>
public sealed record PromiseLine(
    PromiseKind Kind, string Rule, DateTimeOffset? DueAt, TimeSpan Target, int? DistanceKm = null, int? FromKm = null, int? ToKm = null, bool AfterQuote = false);

/// <summary>What would be promised, from the form's state alone: pure, and the same as what a save then promises.</summary>
public static class PromisePreview
{
    /// <summary>Every part; what waits for the quote has a due time only by the customer's own (R2).</summary>
    public static IReadOnlyList<PromiseLine> Of(PromiseGrounds grounds, ServicePolicy policy, TimeZoneInfo zone)
    {
        var plan = PromisePlan.Of(grounds, policy, zone);
        var asked = plan.Any(p => p is { Kind: PromiseKind.Arrival, Rule: "R2" });
        return [.. plan.Select(p => grounds.QuoteAwaited && ServiceCase.AwaitsQuote(p.Kind) ? Line(p, policy) with { AfterQuote = true, DueAt = asked ? p.StartAt + p.Target : null } : Line(p, policy))];
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
