using System.Globalization;

namespace AfterSales.Web.Shared;

/// <summary>
/// A hole that counts: "{0:# day|# days}" says the first form for one and the second for any other number, "#" being the
/// number. Holes without a bar are filled as the language does.
/// </summary>
internal sealed class CountFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is not [var one, var more])
        {
            return arg is IFormattable formattable ? formattable.ToString(format, culture) : arg?.ToString() ?? "";
        }

        var number = Format(null, arg, formatProvider);
        return (number == "1" ? one : more).Replace("#", number, StringComparison.Ordinal);
    }
}
