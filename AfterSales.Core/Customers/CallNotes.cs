using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>What to know before talking to a customer: when not to call (R48), what to talk about next (R49), and wishes.</summary>
public sealed record CallNotes(QuietTime? Quiet, string? NextTalk, DateOnly? NextTalkOn, TimeOnly? NextTalkTime, string? Wishes)
{
    /// <summary>The notes on a customer's file.</summary>
    public static CallNotes Of(Customer c) =>
        new(c.Quiet ? new QuietTime(c.QuietFrom, c.QuietTo, c.QuietUntil, c.QuietWhy) : null, c.NextTalk, c.NextTalkOn, c.NextTalkTime, c.Wishes);

    /// <summary>The notes of a customer by key.</summary>
    internal static async Task<CallNotes> Of(AfterSalesDb db, long customerId, CancellationToken stop) =>
        Of(await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customerId, stop));
}

/// <summary>R48: 免打扰. When a customer does not want to be called.</summary>
/// <param name="From">From this time of day on; without hours all day.</param>
/// <param name="To">Until this time of day; before <paramref name="From"/> it is the next day's.</param>
/// <param name="Until">The last day; none is for good.</param>
/// <param name="Why">Why.</param>
public sealed record QuietTime(TimeOnly? From, TimeOnly? To, DateOnly? Until, string? Why)
{
    /// <summary>R48: true while the customer is not to be called.</summary>
    public bool Holds(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = zone.Local(now);
        return !(DateOnly.FromDateTime(local) > Until) && (From is not { } from || To is not { } to || TimeOnly.FromDateTime(local).IsBetween(from, to));
    }

    /// <summary>R48: the first instant at or after one at which the customer may be called; null is never.</summary>
    public DateTimeOffset? MayCall(DateTimeOffset from, TimeZoneInfo zone)
    {
        if (!Holds(from, zone))
        {
            return from;
        }

        var today = zone.DayOf(from);
        var over = Until is { } last ? zone.StartOf(last.AddDays(1)) : (DateTimeOffset?)null;
        if (To is not { } to || From is null)
        {
            return over;
        }

        var ends = zone.Instant(today.ToDateTime(to)) is var at && at > from ? at : zone.Instant(today.AddDays(1).ToDateTime(to));
        return over < ends ? over : ends;
    }
}
