using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Customers;

/// <summary>R48: 免打扰 in words.</summary>
public static class QuietWords
{
    /// <summary>Hours, last day and reason, as far as they are known.</summary>
    public static string Of(Texts texts, Shown shown, QuietTime quiet) => string.Join(" · ", new[]
    {
        quiet is { From: { } from, To: { } to } ? $"{from:HH\\:mm}–{to:HH\\:mm}" : texts["Customers.QuietAllDay"],
        quiet.Until is { } until ? texts["Customers.QuietUntilDay", shown.ShortDay(until)] : null,
        quiet.Why,
    }.OfType<string>());
}
