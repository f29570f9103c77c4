using System.Globalization;
using AfterSales.Core.Shared;

namespace AfterSales.Tests.Support;

/// <summary>Times as one reads them: wall time of the company's zone, Shanghai.</summary>
public static class Times
{
    /// <summary>"2026-11-24 10:00", also with seconds and milliseconds, as an instant.</summary>
    public static DateTimeOffset At(string local) => TestHouse.Zone.Instant(DateTime.Parse(local, CultureInfo.InvariantCulture));

    /// <summary>"2026-11-24" as a day.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>So many hours.</summary>
    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
