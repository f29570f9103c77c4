using AfterSales.Core.Reports.Excel;
using AfterSales.Core.Shared;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace AfterSales.Core.Import;

/// <summary>The rejected rows as a workbook of the same sheets and heads, each row with its reasons, to be corrected and sent again.</summary>
public static class RejectedSheet
{
    private const int Longest = 31;
    private static readonly string[] Reasons = ["原因", "Reason"];

    /// <summary>True for the head of the reasons, which an import passes over.</summary>
    public static bool IsReason(string head) => Reasons.Contains(head, StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, ImportReport report, Texts texts, CancellationToken stop = default)
    {
        var faults = report.Faults.ToLookup(f => (f.Sheet, f.Row));
        var rows = report.RejectedRows.Concat(Bare(report)).ToLookup(r => r.Sheet);
        var sheets = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in rows)
        {
            sheets[Free(Safe(sheet.Key), sheets.Keys)] = Rows(sheet, row => Reason(row, faults, texts), texts);
        }

        await MiniExcel.SaveAsAsync(to, sheets, configuration: new OpenXmlConfiguration { FreezeRowCount = 1, TableStyles = TableStyles.None }, cancellationToken: stop);
        await WholeCharacters.Mend(to, stop);
    }

    /// <summary>A sheet that is wrong as a whole and has no row comes back with its heads and what is wrong; a book has one sheet at least.</summary>
    private static IEnumerable<RejectedRow> Bare(ImportReport report)
    {
        var told = report.RejectedRows.Select(r => r.Sheet).ToHashSet();
        var bare = report.Faults.Where(f => f.Row == 0 && !told.Contains(f.Sheet)).Select(f => f.Sheet).Distinct().Select(name => new RejectedRow(name, 0, Heads(report, name), [])).ToList();
        return bare.Count + told.Count > 0 ? bare : [new RejectedRow(report.Sheets is [var first, ..] ? first.Name : "", 0, [], [])];
    }

    private static IReadOnlyList<string> Heads(ImportReport report, string sheet) => [.. report.Sheets.Where(s => s.Name == sheet).SelectMany(s => s.Heads).Select(h => h.Head)];

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
        string.Join("\n", faults[(row.Sheet, row.Row)].Concat(row.Row == 0 ? [] : faults[(row.Sheet, 0)]).Select(f => f.Column is { } c ? texts["Import.At", c.Name(texts.Culture.Name), texts.Say(f.What)] : texts.Say(f.What)).DefaultIfEmpty(texts["Import.HeldBack"]));

    /// <summary>Names cut or bared may fall together; the later ones are counted.</summary>
    private static string Free(string name, IReadOnlyCollection<string> taken)
    {
        var free = name;
        for (var n = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); n++)
        {
            var tail = $" {n}";
            free = name[..Math.Min(name.Length, Longest - tail.Length)] + tail;
        }

        return free;
    }

    /// <summary>A workbook takes names of at most 31 characters and without some signs.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']')));
        return safe.Length == 0 ? "1" : safe.Length > Longest ? safe[..Longest] : safe;
    }
}
