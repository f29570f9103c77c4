using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace AfterSales.Core.Shared;

/// <summary>
/// What a page shows is said by its address: a link is a view. The default isn't said, and nonsense is as if it weren't there.
/// <code>Address.Of("customers", ("q", filter.Text), ("unfiled", filter.Unfiled ? "true" : null))</code>
/// </summary>
public static class Address
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly (DateOnly First, DateOnly Last) Days = (new(1990, 1, 1), new(2200, 1, 1));

    /// <summary>The address of a page; parts without a value are left out.</summary>
    public static string Of(string page, params (string Name, string? Value)[] parts)
    {
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    /// <summary>The words of an address; of one said twice the first.</summary>
    public static IReadOnlyDictionary<string, string?> Query(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? QueryHelpers.ParseQuery(address[mark..].Split('#')[0]) : [];
        return query.ToDictionary(w => w.Key, w => w.Value.FirstOrDefault(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A member as addresses write it.</summary>
    public static string Word<T>(T member) where T : struct, Enum => member.ToString().ToLowerInvariant();

    /// <summary>A member by its name, in any case; a number is none.</summary>
    public static T? Member<T>(string? word) where T : struct, Enum =>
        word is not null && Array.Find(Enum.GetNames<T>(), n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    /// <summary>A number.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A row's key as addresses write it.</summary>
    public static string? Word(long? key) => key is null ? null : TextRule.Invariant(key);

    /// <summary>A row's key.</summary>
    public static long? Key(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    /// <summary>A text, of which so much is read.</summary>
    public static string? Text(string? text, int most)
    {
        var kept = text is not null && TextRule.IsClean(text) ? TextRule.Kept(text) : null;
        return kept?.Length > most ? TextRule.Kept(kept[..(char.IsHighSurrogate(kept[most - 1]) ? most - 1 : most)]) : kept;
    }

    /// <summary>A day as addresses write it.</summary>
    public static string? Word(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>A day within the lives of machines.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Days.First && day <= Days.Last ? day : null;
}
