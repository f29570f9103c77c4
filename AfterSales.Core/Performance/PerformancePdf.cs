using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>
/// The manager's summary of a period on 2–4 pages A4. States are words with a mark and weight, so that it reads in grey.
/// The print view says the same.
/// </summary>
public sealed class PerformancePdf(Texts texts, TimeZoneInfo zone)
{
    private readonly Shown shown = new(texts, zone);
    private readonly FigureShown figures = new(texts, new Shown(texts, zone));

    /// <summary>The .pdf.</summary>
    public byte[] Write(PerformanceReport report)
    {
        var title = $"{T("Summary")} · {figures.Period(report.View.Period)}";
        return Document.Create(new DocumentInfo(title, texts["Performance.Title"], report.View.Cutoff), document => document.Page(page =>
        {
            page.DefaultTextStyle(s => s with { Size = 9 });
            Head(page.Header(), title, report);
            page.Content().Column(column => Body(column, report));
            page.Footer().AlignCenter().Text(t => t.PageNumber(n => texts["Performance.Summary.Page", n.Number, n.Total]).FontSize(8).FontColor(Palette.Muted));
        })).GeneratePdf();
    }

    private string T(string key) => texts["Performance.Summary." + key];

    private void Head(Container box, string title, PerformanceReport report) =>
        box.PaddingBottom(8).BorderBottom(0.6f, Palette.Rule).PaddingBottom(4).Row(row =>
        {
            row.RelativeItem(3).Text(title).Bold().FontSize(13);
            row.RelativeItem(2).AlignRight().Text(texts["Performance.Summary.Cutoff", shown.At(report.View.Cutoff)]).FontSize(8).FontColor(Palette.Muted);
        });

    private void Body(ColumnDescriptor column, PerformanceReport report)
    {
        var parts = new SummaryTables(texts, shown, figures, report);
        column.Spacing(5);
        column.Item().Text(Headline(report)).Bold();
        Section(column, "Figures");
        column.Item().Table(parts.Figures);
        Section(column, "Trends");
        foreach (var pair in SummaryChoice.Trends.Chunk(2))
        {
            column.Item().ShowEntire().Row(row => parts.Trends(row, pair));
        }

        column.Item().Text(T("Legend")).FontSize(7.5f).FontColor(Palette.Muted);
        Section(column, "Areas");
        column.Item().Table(t => parts.Groups(t, Dimension.Area, report.View.Groups));
        Section(column, "Engineers");
        column.Item().Table(t => parts.Groups(t, Dimension.Engineer, report.Engineers));
        Symptoms(column, report);
        Section(column, "Broken");
        parts.Broken(column);
        Section(column, "Words");
        parts.Words(column);
    }

    private void Symptoms(ColumnDescriptor column, PerformanceReport report)
    {
        Section(column, "Symptoms");
        if (report.Symptoms.Count == 0)
        {
            column.Item().Text(T("NoSymptom"));
            return;
        }

        var book = report.View.Names.Book;
        column.Item().ShowEntire().BarChart(new BarChart(
            [.. report.Symptoms.Select(s => new Bar(book.Name(TermKind.Symptom, s.Symptom, texts.Culture.Name), s.Cases, texts["Performance.Summary.Cases", s.Cases]))]));
    }

    private string Headline(PerformanceReport report)
    {
        int Count(TargetState state) => report.View.Lines.Count(l => l.State == state);
        return texts["Performance.Summary.Headline", Count(TargetState.Green), Count(TargetState.Amber), Count(TargetState.Red)];
    }

    private void Section(ColumnDescriptor column, string name) =>
        column.Item(keepWithNext: true).PaddingTop(6).Text(T(name)).Bold().FontSize(11);
}
