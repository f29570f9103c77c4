using AfterSales.Core.Attachments;
using AfterSales.Core.Reports;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>车历 / 设备履历 in words: what PDF and print view both draw.</summary>
public sealed class HistoryPaper(Texts texts, TimeZoneInfo zone)
{
    private readonly Shown shown = new(texts, zone);

    /// <summary>The sheet.</summary>
    public Paper Of(AssetView view, HistoryPage history, IReadOnlyList<AttachmentRow> documents, ListBook book) => new(
        Title(view, book), view.Form.SerialNo!, history.Next is null ? null : texts["Assets.HistoryCut", MachineHistory.MostPrinted],
        [Machine(view, book), Lines(view, history, book), .. Documents([.. documents.Where(d => d.RemovedAt is null)])]);

    /// <summary>The file's name.</summary>
    public string Name(AssetView view, ListBook book) => $"{Title(view, book)} {view.Form.SerialNo}";

    /// <summary>What stands at the foot of every page.</summary>
    public string Foot(AssetView view, DateTimeOffset at) => texts["Assets.HistoryFoot", view.Form.SerialNo!, shown.At(at)];

    /// <summary>A vehicle's is its 车历.</summary>
    private string Title(AssetView view, ListBook book) => texts[book.LineOf(view.Form.ProductLine)?.Vehicle == true ? "Assets.VehicleHistory" : "Assets.MachineHistory"];

    private PaperFields Machine(AssetView view, ListBook book)
    {
        var f = view.Form;
        List<PaperField> fields =
        [
            Field("SerialNo", f.SerialNo), Field("Model", $"{book.Line(f.ProductLine, texts.Culture.Name)} {f.Model}"), Field("Customer", $"{view.CustomerName} ({view.CustomerCode})"),
            Field("Site", view.Sites.FirstOrDefault(s => s.Id == f.SiteId)?.Address),
        ];
        fields.AddRange(f.Plate is null && f.Vin is null ? [] : [Field("Plate", f.Plate), Field("Vin", f.Vin)]);
        return new(texts["Assets.Data"],
        [
            .. fields, Field("DeliveredOn", Day(f.DeliveredOn)), Field("InstalledOn", Day(f.InstalledOn)), Field("AcceptedOn", Day(f.AcceptedOn)), Field("PurchasedOn", Day(f.PurchasedOn)),
            Field("SoldBy", view.Dealer ?? texts["Assets.SoldByUs"]), Field("Warranty", texts.Of(view.Warranty.Cover) + (view.Warranty.LastDay is { } last ? $" · {shown.ShortDay(last)}" : "")),
        ]);
    }

    private PaperTable Lines(AssetView view, HistoryPage history, ListBook book)
    {
        var words = new HistoryWords(texts, shown, book, view.Form.MeterUnit);
        return new(texts["Assets.HistoryLines"],
            [new(texts["Assets.HistoryWhen"], 1.5f), new(texts["Assets.HistoryWhat"], 0.9f), new(texts["Assets.HistoryCase"], 1.5f), new(texts["Assets.HistoryDetail"], 5)],
            [.. history.Lines.Select(l => new PaperCell[] { words.When(l, zone), texts.Of(l.Kind), l.CaseNumber ?? "—", words.Of(l) })],
            texts["Assets.NoHistory"]);
    }

    /// <summary>What is kept of it; the sheet of a machine without any is as short as it was.</summary>
    private IEnumerable<PaperPart> Documents(IReadOnlyList<AttachmentRow> documents) => documents.Count == 0 ? [] :
    [
        new PaperTable(texts["Attachments.Documents"], [new(texts["Attachments.AddedOn"], 1), new(texts["Attachments.Document"], 4), new(texts["Attachments.AddedBy"], 1)],
            [.. documents.Select(d => new PaperCell[] { shown.ShortDay(zone.DayOf(d.AddedAt)), d.Name, d.AddedBy ?? "—" })], ""),
    ];

    private PaperField Field(string key, string? value) => PaperField.Of(texts["Assets." + key], value);

    private string? Day(DateOnly? day) => day is { } d ? shown.Day(d) : null;
}
