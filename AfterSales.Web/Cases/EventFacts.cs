using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.WorkOrders;

namespace AfterSales.Web.Cases;

/// <summary>The facts of a timeline line in words; what a line does not say reads as "—".</summary>
internal sealed class EventFacts(Texts texts, Shown shown, TimeZoneInfo zone, ListBook book, TimelineLine line)
{
    private const string Nothing = "—";

    /// <summary>True when the line says so.</summary>
    public bool Has(string name) => line.Facts.ContainsKey(name);

    /// <summary>As stored.</summary>
    public string Plain(string name) => line.Facts.GetValueOrDefault(name, Nothing);

    /// <summary>A member of an enum, by its name.</summary>
    public string Member<T>(string name) where T : struct, Enum =>
        line.Facts.GetValueOrDefault(name) is { } word && Array.IndexOf(Enum.GetNames<T>(), word) >= 0 ? texts.Of(Enum.Parse<T>(word)) : Plain(name);

    /// <summary>An entry of a list, by its code, under the name that it had then.</summary>
    public string Term(TermKind kind, string name) =>
        line.Facts.GetValueOrDefault(name) is { } code ? book.Name(kind, code, texts.Culture.Name, line.At) : Nothing;

    /// <summary>An instant.</summary>
    public string At(string name) => Instant(name) is { } at ? shown.At(at) : Nothing;

    /// <summary>The appointment.</summary>
    public string Appointment() =>
        Instant("from") is { } from && Instant("to") is { } to && Enum.TryParse<AppointmentKind>(Plain("kind"), out var kind)
            ? AppointmentWords.Of(texts, shown, zone, new(kind, from, to)) : Nothing;

    /// <summary>Names of the fields of a case.</summary>
    public string Fields(string name) => !Has(name) ? Nothing
        : string.Join(texts["Cases.Comma"], Plain(name).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => texts["Cases.Field." + f]));

    private DateTimeOffset? Instant(string name) =>
        long.TryParse(line.Facts.GetValueOrDefault(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var ms) ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
