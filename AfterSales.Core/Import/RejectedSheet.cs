using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Shared;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace AfterSales.Core.Import;

/// <summary>The rejected rows as a workbook of the same sheets and heads, each row with its reasons, to be corrected and sent again.</summary>
public static class RejectedSheet
{
    private static readonly string[] Reasons = ["原因", "Reason"];

    /// <summary>True for the head of the reasons, which an import passes over.</summary>
    public static bool IsReason(string head) => Reasons.Contains(head, StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, ImportReport report, Texts texts, CancellationToken stop = default)
    {
        var faults = report.Faults.ToLookup(f => (f.Sheet, f.Row));
        var sheets = report.RejectedRows.GroupBy(r => r.Sheet).ToDictionary(g => Safe(g.Key), g => (object)Rows(g, row => Reason(row, faults, texts), texts));
        await MiniExcel.SaveAsAsync(to, sheets, configuration: new OpenXmlConfiguration { FreezeRowCount = 1, TableStyles = TableStyles.None }, cancellationToken: stop);
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(IEnumerable<RejectedRow> rows, Func<RejectedRow, string> reason, Texts texts)
    {
        foreach (var row in rows)
        {
            var cells = new Dictionary<string, object?>();
            for (var i = 0; i < row.Heads.Count; i++)
            {
                if (row.Heads[i].Length > 0 && !IsReason(row.Heads[i]))
                {
                    cells.TryAdd(row.Heads[i], i < row.Cells.Count ? CellText.Of(row.Cells[i]) : "");
                }
            }

            cells[Reasons[texts.Culture.Name.StartsWith("zh", StringComparison.Ordinal) ? 0 : 1]] = CellText.Of(reason(row));
            yield return cells;
        }
    }

    private static string Reason(RejectedRow row, ILookup<(string, int), RowNote> faults, Texts texts) =>
        string.Join("\n", faults[(row.Sheet, row.Row)].Concat(faults[(row.Sheet, 0)]).Select(f => f.Column is { } c ? texts["Import.At", c.Name(texts.Culture.Name), texts.Say(f.What)] : texts.Say(f.What)).DefaultIfEmpty(texts["Import.HeldBack"]));

    /// <summary>A workbook takes names of at most 31 characters and without some signs.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']')));
        return safe.Length == 0 ? "1" : safe.Length > 31 ? safe[..31] : safe;
    }
}
