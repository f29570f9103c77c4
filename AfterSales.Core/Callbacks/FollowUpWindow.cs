using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Callbacks;

/// <summary>A window of whole company days as instants: <paramref name="EndsAt"/> is excluded.</summary>
public sealed record FollowUpWindow(DateOnly FirstDay, DateOnly LastDay, DateTimeOffset OpensAt, DateTimeOffset EndsAt)
{
    private const int QuietTries = 10;

    /// <summary>R40: day 3 to 7 after the day of hand-over.</summary>
    public static FollowUpWindow First(DateTimeOffset handedOver, ServicePolicy policy, TimeZoneInfo zone) =>
        Days(zone.DayOf(handedOver), policy.FirstFollowUpFromDay, policy.FirstFollowUpToDay, zone);

    /// <summary>R41: day 7 to 13 after the day on which the first was answered, or after its window's last day.</summary>
    public static FollowUpWindow Second(DateTimeOffset? firstAnswered, DateTimeOffset firstEndsAt, ServicePolicy policy, TimeZoneInfo zone)
    {
        var from = firstAnswered is { } answered ? zone.DayOf(answered) : zone.DayOf(firstEndsAt).AddDays(-1);
        return Days(from, policy.SecondFollowUpFromDay, policy.SecondFollowUpToDay, zone);
    }

    /// <summary>R48: whether <paramref name="now"/> lies in the call hours.</summary>
    public static bool IsCallHour(DateTimeOffset now, IReadOnlyList<CallFrame> frames, TimeZoneInfo zone) => InCallHours(now, frames, zone) == now;

    /// <summary>R48: the first instant at or after <paramref name="from"/> that lies in the call hours.</summary>
    public static DateTimeOffset InCallHours(DateTimeOffset from, IReadOnlyList<CallFrame> frames, TimeZoneInfo zone)
    {
        if (frames.Count == 0)
        {
            return from;
        }

        for (var day = zone.DayOf(from); ; day = day.AddDays(1))
        {
            foreach (var frame in frames.OrderBy(f => f.From))
            {
                var (opens, ends) = (zone.Instant(day.ToDateTime(frame.From)), zone.Instant(day.ToDateTime(frame.To)));
                if (from < ends && opens < ends)
                {
                    return from > opens ? from : opens;
                }
            }
        }
    }

    /// <summary>R48: when to try again after a call that nobody took: the call hours after those that <paramref name="now"/> lies in.</summary>
    public static DateTimeOffset NextCallHours(DateTimeOffset now, IReadOnlyList<CallFrame> frames, TimeZoneInfo zone)
    {
        if (frames.Count == 0)
        {
            return now.AddDays(1);
        }

        var local = TimeOnly.FromDateTime(zone.Local(now));
        var present = frames.FirstOrDefault(f => f.From <= local && local < f.To);
        return InCallHours(present is null ? now : zone.Instant(zone.DayOf(now).ToDateTime(present.To)), frames, zone);
    }

    /// <summary>
    /// R48: the first instant at or after one that lies in the call hours and at which the customer may be called. Who never
    /// wants a call, or whose hours leave none, is not waited for: the warning stands beside the number, and whoever calls decides.
    /// </summary>
    public static DateTimeOffset MayCall(DateTimeOffset from, IReadOnlyList<CallFrame> frames, QuietTime? quiet, TimeZoneInfo zone)
    {
        var first = InCallHours(from, frames, zone);
        var at = first;
        for (var tries = 0; quiet?.Holds(at, zone) == true; tries++)
        {
            if (tries == QuietTries || quiet.MayCall(at, zone) is not { } free)
            {
                return first;
            }

            at = InCallHours(free, frames, zone);
        }

        return at;
    }

    private static FollowUpWindow Days(DateOnly from, int first, int last, TimeZoneInfo zone)
    {
        var (a, b) = (from.AddDays(first), from.AddDays(last));
        return new(a, b, zone.StartOf(a), zone.StartOf(b.AddDays(1)));
    }
}
