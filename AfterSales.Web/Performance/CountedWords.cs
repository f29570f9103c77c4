using AfterSales.Core.Listings;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Performance;

/// <summary>What a list of counted things says of each: the result in a word, and what it was judged by.</summary>
public sealed class CountedWords(FigureKey key, Texts texts, Shown shown, FigureShown figures, DateTimeOffset cutoff, GroupNames names)
{
    /// <summary>Kept, late by how much, score, verdict or yes and no, as the figure asks.</summary>
    public string Result(CountedRow row) => key switch
    {
        FigureKey.K1 => texts["Performance.List.Score", row.Score],
        FigureKey.K3 => row.Item.Case!.Verdict is { } verdict ? texts.Of(verdict) : "",
        FigureKey.K5 or FigureKey.K6 or FigureKey.K7 or FigureKey.K8 when row.Item.Amount > 0 => texts["Performance.List.Kept"],
        FigureKey.K5 or FigureKey.K6 or FigureKey.K7 => row.Late(cutoff) is { } late ? texts["Performance.List.Late", shown.Duration(late)] : texts["Performance.List.No"],
        FigureKey.K8 => texts[row.Given is null ? "Performance.List.NotAnswered" : "Performance.List.AnsweredLate"],
        _ => texts[$"Performance.List.{key}.{(row.Item.Amount > 0 ? "Yes" : "No")}"],
    };

    /// <summary>The instants and facts behind it.</summary>
    public string Detail(CountedRow row) => string.Join(" · ", Parts(row).Where(p => p.Length > 0));

    /// <summary>The list's columns on paper and in a workbook, as the page shows them.</summary>
    public Columns<CountedRow> Columns()
    {
        var (began, amount) = (Address.Word(CountedOrder.Began), Address.Word(CountedOrder.Amount));
        var columns = new Columns<CountedRow>()
            .Text(key == FigureKey.K9 ? "Performance.Sheet.CustomerCode" : "Performance.Sheet.Number", r => r.Number, 18)
            .Text("Performance.Sheet.Customer", r => r.Customer, 30)
            .Text("Performance.Dimension.Area", r => names.Of(Dimension.Area, r.Item.Of(Dimension.Area), texts), order: Address.Word(CountedOrder.Area));
        columns = key == FigureKey.K9 ? columns.Day("Performance.Sheet.ContactOn", r => r.Item.Customer!.FirstContactOn, began) : columns.At("Performance.Sheet.OpenedAt", r => r.Item.Case!.OpenedAt, began);
        return (key.IsDuration() ? columns : columns.Text("Performance.List.Result", Result, order: amount)).Text("Performance.List.Detail", Detail, 50, key.IsDuration() ? amount : null);
    }

    private IEnumerable<string> Parts(CountedRow row) => key switch
    {
        FigureKey.K1 => [At("Answered", row.Given), row.Words ?? ""],
        FigureKey.K2 or FigureKey.K3 => [At("Closed", row.Given)],
        FigureKey.K4 => [At("Resolved", row.Given)],
        FigureKey.K8 => [LastDay(row), At("Given", row.Given)],
        FigureKey.K5 or FigureKey.K6 or FigureKey.K7 => [At("Due", row.Due), At("Given", row.Given), Reason(row)],
        FigureKey.K9 => [Filed(row)],
        FigureKey.K11 => [texts["Performance.List.Visits", row.Item.Case!.Visits], At("Resolved", row.Given)],
        _ => [figures.Value(FigureKey.K12, row.Item.Amount / 60_000.0), At("Resolved", row.Given)],
    };

    private string At(string what, DateTimeOffset? at) => at is { } t ? texts["Performance.List." + what, shown.ShortAt(t)] : "";

    /// <summary>A window is due by the end of its last day.</summary>
    private string LastDay(CountedRow row) => row.Due is { } end ? texts["Performance.List.Due", shown.MonthDay(end.AddMilliseconds(-1))] : "";

    private string Reason(CountedRow row) => row.LateReason is null ? "" : names.Book.Name(TermKind.LateReason, row.LateReason, texts.Culture.Name);

    private string Filed(CountedRow row) => row.Item.Customer!.FiledOn is { } day ? texts["Performance.List.Filed", shown.ShortDay(day)] : texts["Performance.List.NotFiled"];
}
