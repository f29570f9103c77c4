using System.Globalization;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>How figures are written, on screen, in the workbook, in PDF and print alike.</summary>
public sealed class FigureShown(Texts texts, Shown shown)
{
    /// <summary>"售后满意度".</summary>
    public string Name(FigureKey key) => texts.Of(key);

    /// <summary>How the figure is made.</summary>
    public string Formula(FigureKey key) => texts[$"Performance.Formula.{key}"];

    /// <summary>"95.4 %", for K12 "36.2 小时"; no value is "—".</summary>
    public string Value(FigureKey key, double? value) => key.IsDuration() ? value is { } minutes ? Hours(minutes) : "—" : shown.Share(value);

    /// <summary>"186", for K12 the hours; their unit stands with the value.</summary>
    public string Numerator(Figure figure) => figure.Key.IsDuration() ? Number(figure.Numerator) : shown.Count((long)figure.Numerator);

    /// <summary>"≥ 95 %", "≤ 48 小时"; without a target "—".</summary>
    public string Target(FigureKey key, Target? target) => target is null ? "—" : (target.HigherIsBetter ? "≥ " : "≤ ") + Round(key, target.Value);

    /// <summary>A value that somebody set: "95 %", "48 小时".</summary>
    public string Round(FigureKey key, double value) => key.IsDuration() ? texts["Performance.Hours", (value / 60).ToString("0.##", CultureInfo.InvariantCulture)] : Percent(value);

    /// <summary>The state in a word; none is "".</summary>
    public string State(TargetState? state) => state is { } s ? texts.Of(s) : "";

    /// <summary>"2026 年 10 月", "2026 年第 3 季度", "2026 年".</summary>
    public string Period(Period period) => texts[$"Performance.Period.{period.Kind}", period.First, period.Number];

    /// <summary>What stands beside a figure: "回访 91.2 % · 73/80"; nothing to tell is null.</summary>
    public string? Aside(Aside aside) => aside switch
    {
        { Denominator: { } all } => $"{texts.Of(aside.Kind)} {shown.Share(aside.Numerator, all)}",
        { Numerator: > 0 } => texts[$"Performance.Aside.{aside.Kind}", aside.Numerator],
        _ => null,
    };

    private static string Percent(double share) => Math.Round(share * 100, 6).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Number(double minutes) => (minutes / 60).ToString("#,##0.0", CultureInfo.InvariantCulture);

    private string Hours(double minutes) => texts["Performance.Hours", Number(minutes)];
}
