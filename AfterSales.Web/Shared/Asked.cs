using System.Globalization;

namespace AfterSales.Web.Shared;

/// <summary>Numbers that an address asks for: its parameters are texts, and what is no number was not asked for.</summary>
internal static class Asked
{
    /// <summary>A page's number, say.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A row's key.</summary>
    public static long? Key(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;
}
