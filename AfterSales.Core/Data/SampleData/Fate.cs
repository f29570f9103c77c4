using AfterSales.Core.Cases;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What is settled about a case before its story is told; what is null is left to chance.</summary>
/// <param name="OpenedAt">Intake.</param>
/// <param name="Halt">Where the story stands still, so that there is work waiting.</param>
/// <param name="Type">Type.</param>
/// <param name="EngineerId">Who goes.</param>
/// <param name="Follows">The case that a complaint follows (R47).</param>
internal sealed record Fate(DateTimeOffset OpenedAt, Halt Halt = Halt.Nowhere, CaseType? Type = null, long? EngineerId = null, FollowOn? Follows = null);

/// <summary>R47: the case that a dissatisfied answer was about, and the number that its complaint was given.</summary>
internal sealed record FollowOn(ServiceCase Parent, Client Client, string Words, string Number, int Score, Channel Channel);

/// <summary>Where a story stands still.</summary>
internal enum Halt
{
    Nowhere = 0,
    Unreplied,
    Undispatched,
    OnHold,
    Assigned,
    Declined,
    Accepted,
    ExemptionAsked,
    OnSite,
    BackEntered,
    Unfinished,
    NoSignature,
    Unreported,
    Reported,
    Known,
}
