using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>The instant at which a step in the field happened, as against when it was entered.</summary>
public static class StepTime
{
    /// <summary>Entered later than this after it happened, a time is 补录; a tap on a slow link is not (P).</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMinutes(5);

    /// <summary>The instant in whole milliseconds; not given is now. It lies between the earliest possible, which a refusal names in the zone, and now.</summary>
    public static Result<DateTimeOffset> Of(DateTimeOffset? at, DateTimeOffset earliest, DateTimeOffset now, TimeZoneInfo zone)
    {
        var happened = at is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given.ToUnixTimeMilliseconds()) : now;
        if (happened > now)
        {
            return new Problem("WorkOrders.TimeInFuture", "At");
        }

        return happened < earliest ? new Problem("WorkOrders.TimeTooEarly", "At", zone.Local(WholeMinute(earliest))) : happened;
    }

    /// <summary>As a person can enter it: the first whole minute not before.</summary>
    private static DateTimeOffset WholeMinute(DateTimeOffset at) => at.AddTicks((TimeSpan.TicksPerMinute - at.Ticks % TimeSpan.TicksPerMinute) % TimeSpan.TicksPerMinute);

    /// <summary>补录: entered later than it happened.</summary>
    public static bool BackEntered(DateTimeOffset happened, DateTimeOffset now) => now - happened > Prompt;
}
