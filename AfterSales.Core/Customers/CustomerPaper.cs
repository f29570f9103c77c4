using AfterSales.Core.Reports;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Customers;

/// <summary>客户档案基本资料表 in words: the parts that PDF and print view both draw.</summary>
public sealed class CustomerPaper(Texts texts, TimeZoneInfo zone)
{
    private readonly Shown shown = new(texts, zone);

    /// <summary>The sheet.</summary>
    public Paper Of(CustomerSheet sheet) => new(
        T("Title"), sheet.View.Code, sheet.View.FiledOn is null ? T("NotFiled") : null,
        [Data(sheet), People(sheet), Places(sheet), Machines(sheet), Latest(sheet)]);

    /// <summary>The file's name and title: the form, and the customer.</summary>
    public string Name(CustomerSheet sheet) => $"{T("Title")} {sheet.View.Code}";

    /// <summary>What stands at the foot of every page.</summary>
    public string Foot(CustomerSheet sheet) => texts["Reports.Customer.Foot", sheet.View.Code, shown.At(sheet.At)];

    private string T(string key) => texts["Reports.Customer." + key];

    private string Culture => texts.Culture.Name;

    private PaperField Field(string key, string? value, bool wide = false) => PaperField.Of(T(key), value, wide);

    private PaperFields Data(CustomerSheet sheet)
    {
        var (view, form) = (sheet.View, sheet.View.Form);
        return new(T("Data"),
        [
            Field("Name", form.Name, wide: true),
            Field("Code", view.Code),
            Field("Kind", texts.Of(form.Kind)),
            Field("Tier", form.Vip ? $"{texts.Of(form.Tier)} · VIP" : texts.Of(form.Tier)),
            Field("Area", sheet.Book.Area(form.Area, Culture)),
            Field("FirstContact", Day(view.FirstContactOn)),
            Field("Filed", view.FiledOn is { } filed ? Joined(shown.Day(filed), view.FiledBy) : null),
            Field("Cases", shown.Count(sheet.Cases)),
            Field("Complaints", shown.Count(sheet.Complaints)),
            Field("NextService", Day(form.NextServiceOn)),
            Field("NextTalkOn", Joined(Day(form.NextTalkOn), form.NextTalkTime is { } at ? at.ToString("HH\\:mm", texts.Culture) : null)),
            Field("NextTalk", form.NextTalk, wide: true),
            Field("Wishes", form.Wishes, wide: true),
            Field("Quiet", view.Notes.Quiet is { } quiet ? Quiet(quiet) : T("QuietNone"), wide: true),
            Field("Remarks", form.Remarks, wide: true),
        ]);
    }

    private string Quiet(QuietTime quiet) => Joined(
        quiet is { From: { } from, To: { } to } ? $"{from:HH\\:mm}–{to:HH\\:mm}" : texts["Customers.QuietAllDay"],
        quiet.Until is { } until ? texts["Customers.QuietUntilDay", shown.ShortDay(until)] : null, quiet.Why);

    private PaperTable People(CustomerSheet sheet) => new(T("People"),
        [new(T("Person"), 1.2f), new(T("Position"), 1.2f), new(T("Role"), 1), new(T("Numbers"), 3.2f)],
        [
            .. sheet.View.Contacts.Select(c => new PaperCell[]
            {
                c.Preferred ? $"★ {c.Name}" : c.Name, c.Title ?? "—", c.Role is { } role ? texts.Of(role) : "—", string.Join("; ", c.Phones.Select(p => $"{texts.Of(p.Kind)} {p.Number}")),
            }),
        ], T("NoPeople"));

    private PaperTable Places(CustomerSheet sheet) => new(T("Places"),
        [new(T("Address"), 4), new(T("Area"), 1.2f), new(T("Distance"), 1.4f)],
        [
            .. sheet.View.Sites.Select(s => new PaperCell[]
            {
                s.Form.Address, sheet.Book.Area(s.Form.Area, Culture), s.DistanceKm is { } km ? Joined(texts["Customers.Distance", shown.Count(km)], s.DistanceFromArea ? texts["Customers.FromArea"] : null) : "—",
            }),
        ], T("NoPlaces"));

    private PaperTable Machines(CustomerSheet sheet) => new(Counted(T("Machines"), sheet.View.Machines.Count, sheet.View.MachineCount),
        [new(T("Serial"), 1.6f), new(T("Line"), 1.2f), new(T("Model"), 1.2f), new(T("Address"), 2.4f), new(T("Warranty"), 1.6f)],
        [
            .. sheet.View.Machines.Select(m => new PaperCell[]
            {
                m.SerialNo, sheet.Book.Line(m.ProductLine, Culture), m.Model, sheet.View.Sites.FirstOrDefault(s => s.Id == m.SiteId)?.Form.Address ?? "—",
                m.Warranty is { Cover: not WarrantyCover.Unknown, LastDay: { } last } ? Joined(texts.Of(m.Warranty.Cover), shown.ShortDay(last)) : texts.Of(m.Warranty.Cover),
            }),
        ], T("NoMachines"));

    private PaperTable Latest(CustomerSheet sheet) => new(Counted(T("Latest"), sheet.Latest.Count, sheet.Cases),
        [new(T("CaseNumber"), 1.7f), new(T("OpenedAt"), 1.6f), new(T("Type"), 0.9f), new(T("Symptom"), 3), new(T("Status"), 1)],
        [
            .. sheet.Latest.Select(l => new PaperCell[]
            {
                l.CaseNumber, shown.TableAt(l.At), texts.Of(l.Type!.Value), l.Symptom is { } code ? sheet.Book.Name(TermKind.Symptom, code, Culture, l.At) : l.SymptomText ?? "—", texts.Of(l.Status!.Value),
            }),
        ], T("NoCases"));

    private string Counted(string title, int these, int all) => these < all ? texts["Reports.Customer.Of", title, these, all] : title;

    private string? Day(DateOnly? day) => day is { } d ? shown.Day(d) : null;

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Select(TextRule.Kept).OfType<string>());
}
