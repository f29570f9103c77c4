using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace AfterSales.Web.Cases;

/// <summary>
/// A list of cases as its address says it: a link is a view. "cases?area=north&amp;risk=overdue&amp;owner=me"; the names are
/// those of <see cref="CaseFilter"/> in lower case, the text is "q". What makes no sense is as if it were not there.
/// </summary>
public static class CaseAddress
{
    private const int MostText = 100;
    private const int MostCode = 40;
    private const string Day = "yyyy-MM-dd";
    private static readonly (DateOnly First, DateOnly Last) Days = (new(1990, 1, 1), new(2200, 1, 1));

    /// <summary>Reads the query of an address; <paramref name="me"/> is who "owner=me" means.</summary>
    public static CaseFilter Read(string address, long? me)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? QueryHelpers.ParseQuery(address[mark..]) : [];
        string? Of(string name) => query.TryGetValue(name, out var value) && value is [{ Length: > 0 } text, ..] && TextRule.IsClean(text) ? text : null;
        var (from, to) = (DayOf(Of("from")), DayOf(Of("to")));
        var span = Member<CaseSpan>(Of("span")) ?? (from is null && to is null ? CaseSpan.Open : CaseSpan.Opened);
        return new CaseFilter
        {
            Span = span,
            From = span == CaseSpan.Opened ? from : null,
            To = span == CaseSpan.Opened ? to : null,
            Status = Member<CaseStatus>(Of("status")),
            Type = Member<CaseType>(Of("type")),
            Priority = Member<Priority>(Of("priority")),
            Channel = Member<Channel>(Of("channel")),
            Area = Cut(Of("area"), MostCode),
            Engineer = Id(Of("engineer"), me),
            Owner = Id(Of("owner"), me),
            Line = Cut(Of("line"), MostCode),
            Symptom = Cut(Of("symptom"), MostCode),
            Risk = span == CaseSpan.Open ? Member<CaseRisk>(Of("risk")) : null,
            Undispatched = span == CaseSpan.Open && Of("undispatched") is "true" or "1",
            Text = Cut(TextRule.Kept(Of("q")), MostText),
            Order = Member<CaseOrder>(Of("order")) ?? CaseOrder.Urgency,
            After = CaseCursor.Parse(Of("after")),
        };
    }

    /// <summary>The address of a list, without what is the default.</summary>
    public static string Href(CaseFilter f, long? me)
    {
        string? Person(long? id) => id is null ? null : id == me ? "me" : TextRule.Invariant(id);
        (string Name, string? Value)[] parts =
        [
            ("span", f.Span == CaseSpan.Open ? null : Word(f.Span)),
            ("from", f.From?.ToString(Day, CultureInfo.InvariantCulture)),
            ("to", f.To?.ToString(Day, CultureInfo.InvariantCulture)),
            ("risk", f.Risk is { } risk ? Word(risk) : null),
            ("undispatched", f.Undispatched ? "true" : null),
            ("status", f.Status is { } status ? Word(status) : null),
            ("type", f.Type is { } type ? Word(type) : null),
            ("priority", f.Priority is { } priority ? Word(priority) : null),
            ("channel", f.Channel is { } channel ? Word(channel) : null),
            ("area", f.Area),
            ("line", f.Line),
            ("symptom", f.Symptom),
            ("engineer", Person(f.Engineer)),
            ("owner", Person(f.Owner)),
            ("q", f.Text),
            ("order", f.Order == CaseOrder.Urgency ? null : Word(f.Order)),
            ("after", f.After?.ToString()),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "cases" : "cases?" + query;
    }

    /// <summary>The filter with one of its fields set as its form has it, by the field's name in the address; the first page again.</summary>
    public static CaseFilter With(CaseFilter filter, string name, string? value, long? me)
    {
        var address = Href(filter with { After = null }, me);
        var query = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? QueryHelpers.ParseQuery(address[mark..]) : [];
        query.Remove(name);
        query[name] = value ?? "";
        return Read(QueryHelpers.AddQueryString("cases", query), me);
    }

    /// <summary>A member as addresses write it.</summary>
    public static string Word<T>(T member) where T : struct, Enum => member.ToString().ToLowerInvariant();

    private static T? Member<T>(string? word) where T : struct, Enum =>
        word is not null && Array.Find(Enum.GetNames<T>(), n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    private static long? Id(string? text, long? me) =>
        text == "me" ? me : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Cut(string? text, int most) => text?.Length > most ? TextRule.Kept(text[..most]) : text;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Days.First && day <= Days.Last ? day : null;
}
