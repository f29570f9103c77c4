using AfterSales.Core.Customers;
using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>
/// The workbook's columns of a counted case: what it is, each promise with kept or late, and per figure what was counted
/// (the column's sum is the numerator, the number of its cells the denominator; a case has several callbacks in K8).
/// </summary>
internal sealed class CaseColumns(Texts texts, TimeZoneInfo zone, PerformanceView view)
{
    private static readonly FigureKey[] Shares = [FigureKey.K1, FigureKey.K2, FigureKey.K3, FigureKey.K4, FigureKey.K5, FigureKey.K6, FigureKey.K7, FigureKey.K8, FigureKey.K11];

    /// <summary>Every column in order.</summary>
    public IReadOnlyList<SheetColumn<CaseLine>> All => [.. What(), .. Promises(), .. Counts()];

    private string T(string key) => texts["Performance.Sheet." + key];

    private DateTime? Local(DateTimeOffset? at) => at is { } t ? zone.Local(t) : null;

    private string Group(Dimension dimension, object? key) => view.Names.Of(dimension, key is null ? null : TextRule.Invariant(key), texts);

    private IEnumerable<SheetColumn<CaseLine>> What() =>
    [
        new(T("Number"), 19, (c, l) => c.Text(l.Number)),
        new(T("OpenedAt"), 16, (c, l) => c.At(Local(l.Facts.OpenedAt))),
        new(texts.Of(Dimension.Type), 10, (c, l) => c.Text(texts.Of(l.Facts.Type))),
        new(texts.Of(Dimension.Channel), 9, (c, l) => c.Text(texts.Of(l.Facts.Channel))),
        new(T("CustomerCode"), 12, (c, l) => c.Text(l.CustomerCode)),
        new(T("Customer"), 26, (c, l) => c.Text(l.Customer)),
        new(texts.Of(Dimension.Area), 10, (c, l) => c.Text(Group(Dimension.Area, l.Facts.Area))),
        new(texts.Of(Dimension.Line), 12, (c, l) => c.Text(Group(Dimension.Line, l.Facts.ProductLine))),
        new(texts.Of(Dimension.Model), 12, (c, l) => c.Text(l.Facts.Model)),
        new(T("Symptom"), 16, (c, l) => c.Text(l.Facts.SymptomKey.Length == 0 ? null : NumbersInWords.Masked(view.Names.Book.Name(TermKind.Symptom, l.Facts.SymptomKey, texts.Culture.Name)))),
        new(texts.Of(Dimension.Agent), 10, (c, l) => c.Text(Group(Dimension.Agent, l.Facts.AgentId))),
        new(texts.Of(Dimension.Engineer), 10, (c, l) => c.Text(Group(Dimension.Engineer, l.Facts.EngineerId))),
    ];

    private IEnumerable<SheetColumn<CaseLine>> Promises() =>
    [
        .. Promise("Reply", l => (l.Facts.ReplyDueAt, l.Facts.RepliedAt), _ => false),
        .. Promise("Arrival", l => (l.Facts.ArrivalDueAt, l.Facts.ArrivedAt), l => l.Facts.ArrivalExempt),
        .. Promise("Handling", l => (l.Facts.HandlingDueAt, l.Facts.ResolvedAt), _ => false),
        new(T("ClosedAt"), 16, (c, l) => c.At(Local(l.Facts.ClosedAt))),
        new(T("Visits"), 7, (c, l) => c.Number(l.Facts.Visits, "0")),
        new(T("Score"), 7, (c, l) => c.Number(l.Score, "0")),
        new(T("Verdict"), 10, (c, l) => c.Text(l.Facts.Verdict is { } v ? texts.Of(v) : null)),
    ];

    private IEnumerable<SheetColumn<CaseLine>> Promise(string name, Func<CaseLine, (DateTimeOffset? Due, DateTimeOffset? Given)> of, Func<CaseLine, bool> exempt) =>
    [
        new(T(name + "Due"), 16, (c, l) => c.At(Local(of(l).Due))),
        new(T(name + "At"), 16, (c, l) => c.At(Local(of(l).Given))),
        new(T(name + "Kept"), 8, (c, l) => c.Text(Kept(of(l).Due, of(l).Given, exempt(l)))),
    ];

    private IEnumerable<SheetColumn<CaseLine>> Counts() =>
    [
        .. Shares.Select(key => new SheetColumn<CaseLine>(key.ToString(), 5, (c, l) => c.Number(l.CountedIn.GetValueOrDefault(key)?.Numerator, "0"))),
        new(T("Windows"), 7, (c, l) => c.Number(l.CountedIn.GetValueOrDefault(FigureKey.K8)?.Denominator, "0")),
        new(T("HandlingHours"), 9, (c, l) => c.Number(l.CountedIn.GetValueOrDefault(FigureKey.K12)?.Numerator / 60, "#,##0.0")),
    ];

    private string? Kept(DateTimeOffset? due, DateTimeOffset? given, bool exempt) => due switch
    {
        null => null,
        _ when exempt => T("Exempt"),
        _ when given <= due => T("Kept"),
        _ when given is not null => T("Late"),
        _ => T(due < view.Cutoff ? "Overdue" : "Running"),
    };
}
