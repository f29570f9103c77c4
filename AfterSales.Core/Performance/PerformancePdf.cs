using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>
/// The manager's summary of a period on 2–4 pages A4. States are words with a mark and weight, so that it reads in grey.
/// The print view says the same.
/// </summary>
public sealed class PerformancePdf(Texts texts, TimeZoneInfo zone, string company)
{
    private readonly Shown shown = new(texts, zone);
    private readonly FigureShown figures = new(texts, new Shown(texts, zone));

    /// <summary>The .pdf.</summary>
    public byte[] Write(PerformanceReport report)
    {
        var words = new SummaryWords(texts, shown, figures, report);
        return Document.Create(new DocumentInfo(words.Title, texts["Performance.Title"], report.View.Cutoff), document => document.Page(page =>
        {
            page.DefaultTextStyle(s => s with { Size = 9 });
            Head(page.Header(), words);
            page.Content().Column(column => Body(column, words, report));
            page.Footer().AlignCenter().Text(t => t.PageNumber(n => texts["Performance.Summary.Page", n.Number, n.Total]).FontSize(8).FontColor(Palette.Muted));
        })).GeneratePdf();
    }

    private string T(string key) => texts["Performance.Summary." + key];

    private void Head(Container box, SummaryWords words) =>
        box.PaddingBottom(8).BorderBottom(0.6f, Palette.Rule).PaddingBottom(4).Row(row =>
        {
            row.RelativeItem(3).Text(words.Title).Bold().FontSize(13);
            row.RelativeItem(2).AlignRight().AlignBottom().Text(company.Length == 0 ? words.Cutoff : $"{company}\n{words.Cutoff}").FontSize(8).FontColor(Palette.Muted);
        });

    private void Body(ColumnDescriptor column, SummaryWords words, PerformanceReport report)
    {
        var parts = new SummaryTables(texts, figures, words, report);
        column.Spacing(5);
        column.Item().Text(words.Headline).Bold();
        Section(column, "Figures");
        column.Item().Table(parts.Figures);
        Section(column, "Trends");
        column.Item(keepWithNext: true).Text(T("Legend")).FontSize(7.5f).FontColor(Palette.Muted);
        foreach (var beside in FigureKeys.All.Chunk(SummaryTables.ChartsBeside))
        {
            column.Item().ShowEntire().Row(row => parts.Trends(row, beside));
        }

        Section(column, "Areas");
        column.Item().Table(t => parts.Groups(t, Dimension.Area, report.View.Groups));
        Section(column, "Engineers");
        column.Item().Table(t => parts.Groups(t, Dimension.Engineer, report.Engineers));
        Symptoms(column, words, report);
        Section(column, "Broken");
        parts.Broken(column);
        Section(column, "Words");
        parts.Words(column);
    }

    private void Symptoms(ColumnDescriptor column, SummaryWords words, PerformanceReport report)
    {
        Section(column, "Symptoms");
        if (report.Symptoms.Count == 0)
        {
            column.Item().Text(T("NoSymptom"));
            return;
        }

        column.Item().ShowEntire().BarChart(new BarChart(
            [.. report.Symptoms.Select(s => new Bar(words.Symptom(s), s.Cases, texts["Performance.Summary.Cases", s.Cases]))]));
    }

    private void Section(ColumnDescriptor column, string name) =>
        column.Item(keepWithNext: true).PaddingTop(6).Text(T(name)).Bold().FontSize(11);
}
