namespace AfterSales.Core.Reports.Pdf;

/// <summary>The charts of reports, set into a page like any other content.</summary>
public static class Charts
{
    /// <summary>A line over months in the given height.</summary>
    public static void LineChart(this Container box, LineChart chart, float height = 110) =>
        box.Height(height).Canvas(chart.Draw);

    /// <summary>Horizontal bars, as high as they need.</summary>
    public static void BarChart(this Container box, BarChart chart) => box.Height(chart.Height).Canvas(chart.Draw);
}
