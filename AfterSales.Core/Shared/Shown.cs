using System.Globalization;

namespace AfterSales.Core.Shared;

/// <summary>
/// How days, instants, durations, money and shares are written, on screen, in PDF and print alike (UI.md, Numbers).
/// Instants are shown in the company's zone.
/// </summary>
public sealed class Shown(Texts texts, TimeZoneInfo zone)
{
    private CultureInfo Culture => texts.Culture;

    private bool Chinese => Culture.TwoLetterISOLanguageName == "zh";

    /// <summary>"2026-11-23 (周一)"; in English "Mon 23 Nov 2026".</summary>
    public string Day(DateOnly day) => Chinese
        ? day.ToString("yyyy-MM-dd (ddd)", Culture)
        : day.ToString("ddd d MMM yyyy", Culture);

    /// <summary>"2026-11-23"; in English "23 Nov 2026"; for tables.</summary>
    public string ShortDay(DateOnly day) => ShortDayIn(Culture, day);

    /// <summary>The same, where only the language is known.</summary>
    public static string ShortDayIn(CultureInfo culture, DateOnly day) => day.ToString(culture.TwoLetterISOLanguageName == "zh" ? "yyyy-MM-dd" : "d MMM yyyy", culture);

    /// <summary>The day of an instant, for tables.</summary>
    public string ShortDay(DateTimeOffset instant) => ShortDay(zone.DayOf(instant));

    /// <summary>"2026-11-23 (周一) 14:05".</summary>
    public string At(DateTimeOffset instant)
    {
        var local = zone.Local(instant);
        return $"{Day(DateOnly.FromDateTime(local))} {local:HH:mm}";
    }

    /// <summary>"11-23"; in English "23 Nov".</summary>
    public string MonthDay(DateOnly day) => day.ToString(Chinese ? "MM-dd" : "d MMM", Culture);

    /// <summary>The day of an instant, within a year.</summary>
    public string MonthDay(DateTimeOffset instant) => MonthDay(zone.DayOf(instant));

    /// <summary>"11-23 周一"; in English "Mon 23 Nov"; over the columns of a week.</summary>
    public string WeekDay(DateOnly day) => day.ToString(Chinese ? "MM-dd ddd" : "ddd d MMM", Culture);

    /// <summary>"11-23 14:05"; in English "23 Nov 14:05"; for timelines and tables of one year.</summary>
    public string ShortAt(DateTimeOffset instant) => $"{MonthDay(zone.DayOf(instant))} {zone.Local(instant):HH:mm}";

    /// <summary>"2026-11-23 14:05"; in English "23 Nov 2026 14:05"; for tables.</summary>
    public string TableAt(DateTimeOffset instant) => $"{ShortDay(instant)} {zone.Local(instant):HH:mm}";

    /// <summary>The two largest units in words: "1 天 3 小时", "3 小时 20 分"; less than a minute is "0 分".</summary>
    public string Duration(TimeSpan span)
    {
        var all = (long)Math.Floor(span.Duration().TotalMinutes);
        var (days, hours, minutes) = (all / 1440, all / 60 % 24, all % 60);
        var parts = days > 0
            ? new[] { texts["Shared.Days", days], hours > 0 ? texts["Shared.Hours", hours] : "" }
            : hours > 0
                ? [texts["Shared.Hours", hours], minutes > 0 ? texts["Shared.Minutes", minutes] : ""]
                : [texts["Shared.Minutes", minutes]];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    /// <summary>"¥1,234.50" from fen.</summary>
    public string Money(long fen) => (fen < 0 ? "-" : "") + "¥" + (Math.Abs(fen) / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>"98.2 %"; no value is "—".</summary>
    public string Share(double? value) => value is { } v ? (v * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "—";

    /// <summary>"98.2 % · 112/114".</summary>
    public string Share(long numerator, long denominator) =>
        denominator == 0 ? "—" : $"{Share((double)numerator / denominator)} · {numerator}/{denominator}";

    /// <summary>A whole number with separators.</summary>
    public string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
