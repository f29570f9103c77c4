namespace AfterSales.Core.Performance;

/// <summary>What the summary draws and compares; the workbook has everything.</summary>
public static class SummaryChoice
{
    /// <summary>Figures compared between areas and between engineers.</summary>
    public static IReadOnlyList<FigureKey> Compared(Dimension dimension) => dimension == Dimension.Area
        ? [FigureKey.K1, FigureKey.K2, FigureKey.K5, FigureKey.K6, FigureKey.K7, FigureKey.K8, FigureKey.K11, FigureKey.K12]
        : [FigureKey.K1, FigureKey.K6, FigureKey.K7, FigureKey.K11, FigureKey.K12];

    /// <summary>The mark of a state, so that a table reads in grey: nothing for met, a triangle for missed.</summary>
    public static string Mark(TargetState? state) => state switch { TargetState.Red => "▲ ", TargetState.Amber => "△ ", _ => "" };

    /// <summary>"+0.6" points of a share, for K12 hours; without both values "—".</summary>
    public static string Change(FigureKey key, double? value, double? before) => value - before is not { } change ? "—"
        : (key.IsDuration() ? change / 60 : change * 100).ToString("+0.0;−0.0;0.0", System.Globalization.CultureInfo.InvariantCulture);
}
