using AfterSales.Core.Customers;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>The sentences of the manager's summary, which PDF and print view share.</summary>
public sealed class SummaryWords(Texts texts, Shown shown, FigureShown figures, PerformanceReport report)
{
    private const int MostWords = 300;

    private ListBook Book => report.View.Names.Book;

    private string Culture => texts.Culture.Name;

    /// <summary>"绩效摘要 · 2026 年 10 月".</summary>
    public string Title => $"{T("Summary")} · {figures.Period(report.View.Period)}";

    /// <summary>"截至 …".</summary>
    public string Cutoff => texts["Performance.Summary.Cutoff", shown.At(report.View.Cutoff)];

    /// <summary>How many figures met their targets.</summary>
    public string Headline => texts["Performance.Summary.Headline", Count(TargetState.Green), Count(TargetState.Amber), Count(TargetState.Red)];

    /// <summary>How many promises were broken, and how many of them are listed.</summary>
    public string BrokenOf => texts["Performance.Summary.BrokenOf", report.BrokenCount, report.Broken.Count];

    /// <summary>The heads of the broken promises' table.</summary>
    public IReadOnlyList<string> BrokenHeads =>
        [texts["Performance.Sheet.Number"], texts["Performance.Sheet.Customer"], texts.Of(Dimension.Area), T("Promise"), T("Due"), T("LateBy"), T("Reason")];

    /// <summary>For each kind of promise its reasons with their counts.</summary>
    public IEnumerable<string> Reasons => report.Reasons.GroupBy(r => r.Kind)
        .Select(kind => texts["Performance.Summary.ReasonsOf", texts.Of(kind.Key), kind.Sum(r => r.Count), string.Join(" · ", kind.Select(r => $"{Reason(r.Reason)} {r.Count}"))]);

    /// <summary>A broken promise under <see cref="BrokenHeads"/>.</summary>
    public IReadOnlyList<string> Cells(BrokenPromise b) =>
    [
        b.Number, b.Customer, report.View.Names.Of(Dimension.Area, b.Area, texts), texts.Of(b.Kind), shown.ShortAt(b.Due),
        shown.Duration(b.Late) + (b.Given is null ? " " + T("Open") : ""), Reason(b.Reason),
    ];

    /// <summary>With which score, or with which verdict on a complaint.</summary>
    public string Score(CustomerWords said) => said.Score is { } score ? texts["Performance.List.Score", score] : texts.Of(said.Verdict!.Value);

    /// <summary>What was said; very long words are cut.</summary>
    public string Said(CustomerWords said) =>
        said.Words.Length <= MostWords ? said.Words : said.Words[..(char.IsHighSurrogate(said.Words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";

    /// <summary>A symptom's name.</summary>
    public string Symptom(SymptomCount symptom) => NumbersInWords.Masked(Book.Name(TermKind.Symptom, symptom.Symptom, Culture));

    /// <summary>A value as charts draw it: durations in hours, so that the axis has round marks.</summary>
    public static double? Drawn(FigureKey key, double? value) => key.IsDuration() ? value / 60 : value;

    /// <summary>A drawn value on an axis: "95 %", "36 小时".</summary>
    public static string Axis(Texts texts, FigureKey key, double drawn)
    {
        var number = (key.IsDuration() ? drawn : drawn * 100).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
        return key.IsDuration() ? texts["Performance.Hours", number] : number + " %";
    }

    private string T(string key) => texts["Performance.Summary." + key];

    private int Count(TargetState state) => report.View.Lines.Count(l => l.State == state);

    private string Reason(string? code) => code is null ? T("NoReason") : Book.Name(TermKind.LateReason, code, Culture);
}
