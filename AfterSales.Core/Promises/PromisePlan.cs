using AfterSales.Core.Cases;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Promises;

/// <summary>What the promises of a case depend on.</summary>
/// <param name="OpenedAt">Intake.</param>
/// <param name="Type">Case type.</param>
/// <param name="Mode">Service mode; only on-site jobs get an arrival promise.</param>
/// <param name="DistanceKm">Road distance of the site; null is unknown: no R3 promise.</param>
/// <param name="CustomerTime">R2: the time that the customer set for the arrival.</param>
/// <param name="QuoteFirst">R11: out of warranty, so that arrival and handling are promised from the accepted quote.</param>
/// <param name="QuoteAcceptedAt">When the quote was accepted.</param>
/// <param name="AnsweredOnSpot">R4: met in the call, so nothing is to be reported.</param>
/// <param name="SolutionKnownAt">R4: when a complaint's solution was known.</param>
public sealed record PromiseGrounds(
    DateTimeOffset OpenedAt,
    CaseType Type,
    ServiceMode Mode,
    int? DistanceKm,
    DateTimeOffset? CustomerTime,
    bool QuoteFirst,
    DateTimeOffset? QuoteAcceptedAt,
    bool AnsweredOnSpot = false,
    DateTimeOffset? SolutionKnownAt = null)
{
    /// <summary>From when the work is promised: the intake, out of warranty the acceptance of the quote; until then its clocks stand (<see cref="ServiceCase.PausesOf"/>).</summary>
    public DateTimeOffset WorkFrom => QuoteFirst ? QuoteAcceptedAt ?? OpenedAt : OpenedAt;

    /// <summary>R11: a quote waits for the customer's word.</summary>
    public bool QuoteAwaited => QuoteFirst && QuoteAcceptedAt is null;
}

/// <summary>One promise with its rule: so much time counted from the start.</summary>
public sealed record PlannedPromise(PromiseKind Kind, string Rule, DateTimeOffset StartAt, TimeSpan Target, int? DistanceKm = null);

/// <summary>R1–R4: which promises a case carries. Pure: the same grounds under the same policy give the same plan.</summary>
public static class PromisePlan
{
    /// <summary>Every promise of the case.</summary>
    public static IReadOnlyList<PlannedPromise> Of(PromiseGrounds grounds, ServicePolicy policy, TimeZoneInfo zone)
    {
        var plan = new List<PlannedPromise>
        {
            new(PromiseKind.FirstReply, "R2", grounds.OpenedAt, TimeSpan.FromMinutes(policy.ReplyMinutes)),
        };

        var arrival = Arrival(grounds, policy);
        if (arrival is not null)
        {
            plan.Add(arrival);
        }

        plan.Add(Handling(grounds, policy, arrival));
        if (grounds.Type == CaseType.Complaint)
        {
            plan.AddRange(Complaint(grounds, policy, zone));
        }

        return plan;
    }

    /// <summary>R2 before R3: the customer's own time where it still lies ahead, else by road distance from the request or the accepted quote.</summary>
    private static PlannedPromise? Arrival(PromiseGrounds g, ServicePolicy policy)
    {
        if (g.Mode != ServiceMode.OnSite)
        {
            return null;
        }

        if (g.CustomerTime is { } wished && wished > g.WorkFrom)
        {
            return new(PromiseKind.Arrival, "R2", g.WorkFrom, wished - g.WorkFrom);
        }

        return g.DistanceKm is { } km
            ? new(PromiseKind.Arrival, "R3", g.WorkFrom, TimeSpan.FromMinutes(policy.TierOf(km).Minutes), km)
            : null;
    }

    /// <summary>R1: from the intake or the accepted quote; with an arrival promise, so long after that is due.</summary>
    private static PlannedPromise Handling(PromiseGrounds g, ServicePolicy policy, PlannedPromise? arrival) =>
        arrival is null
            ? new(PromiseKind.Handling, "R1", g.WorkFrom, TimeSpan.FromMinutes(policy.HandlingMinutes))
            : new(PromiseKind.Handling, "R1", arrival.StartAt, arrival.Target + TimeSpan.FromMinutes(policy.HandlingAfterArrivalMinutes));

    /// <summary>R4: reported within its time; told by the end of the day on which a solution is known.</summary>
    private static IEnumerable<PlannedPromise> Complaint(PromiseGrounds g, ServicePolicy policy, TimeZoneInfo zone)
    {
        if (!g.AnsweredOnSpot)
        {
            yield return new(PromiseKind.ComplaintReport, "R4", g.OpenedAt, TimeSpan.FromMinutes(policy.ComplaintReportMinutes));
        }

        if (g.SolutionKnownAt is { } known)
        {
            var midnight = Shared.ZoneDays.StartOf(zone, Shared.ZoneDays.DayOf(zone, known).AddDays(1));
            yield return new(PromiseKind.SolutionTold, "R4", known, midnight - known - TimeSpan.FromMilliseconds(1));
        }
    }
}
