using AfterSales.Core.Cases;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
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

    /// <summary>Reads the query of an address; <paramref name="me"/> is who "owner=me" means.</summary>
    public static CaseFilter Read(string address, long? me)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? QueryHelpers.ParseQuery(address[mark..]) : [];
        string? Of(string name) => query.TryGetValue(name, out var value) && value is [{ Length: > 0 } text, ..] && TextRule.IsClean(text) ? text : null;
        var (from, to) = (Address.Day(Of("from")), Address.Day(Of("to")));
        var span = Address.Member<CaseSpan>(Of("span")) ?? (from is null && to is null ? CaseSpan.Open : CaseSpan.Opened);
        return new CaseFilter
        {
            Span = span,
            From = span == CaseSpan.Opened ? from : null,
            To = span == CaseSpan.Opened ? to : null,
            Status = Address.Member<CaseStatus>(Of("status")),
            Type = Address.Member<CaseType>(Of("type")),
            Priority = Address.Member<Priority>(Of("priority")),
            Channel = Address.Member<Channel>(Of("channel")),
            Area = Address.Text(Of("area"), MostCode),
            Engineer = Id(Of("engineer"), me),
            Owner = Id(Of("owner"), me),
            Line = Address.Text(Of("line"), MostCode),
            Symptom = Address.Text(Of("symptom"), MostCode),
            Risk = span == CaseSpan.Open ? Address.Member<CaseRisk>(Of("risk")) : null,
            Undispatched = span == CaseSpan.Open && Of("undispatched") is "true" or "1",
            Text = Address.Text(Of("q"), MostText),
            Order = Address.Member<CaseOrder>(Of("order")) ?? CaseOrder.Urgency,
            After = CaseCursor.Parse(Of("after")),
        };
    }

    /// <summary>The address of a list, without what is the default.</summary>
    public static string Href(CaseFilter f, long? me)
    {
        string? Person(long? id) => id is null ? null : id == me ? "me" : TextRule.Invariant(id);
        (string Name, string? Value)[] parts =
        [
            ("span", f.Span == CaseSpan.Open ? null : Address.Word(f.Span)),
            ("from", Address.Word(f.From)),
            ("to", Address.Word(f.To)),
            ("risk", f.Risk is { } risk ? Address.Word(risk) : null),
            ("undispatched", f.Undispatched ? "true" : null),
            ("status", f.Status is { } status ? Address.Word(status) : null),
            ("type", f.Type is { } type ? Address.Word(type) : null),
            ("priority", f.Priority is { } priority ? Address.Word(priority) : null),
            ("channel", f.Channel is { } channel ? Address.Word(channel) : null),
            ("area", f.Area),
            ("line", f.Line),
            ("symptom", f.Symptom),
            ("engineer", Person(f.Engineer)),
            ("owner", Person(f.Owner)),
            ("q", f.Text),
            ("order", f.Order == CaseOrder.Urgency ? null : Address.Word(f.Order)),
            ("after", f.After?.ToString()),
        ];
        return Address.Of("cases", parts);
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

    private static long? Id(string? text, long? me) =>
        text == "me" ? me : Address.Key(text);
}
