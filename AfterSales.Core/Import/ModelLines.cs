using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>
/// A model is of one product line: that of the other machines on file, else that of most rows of the file. A row that puts
/// it in another is told, not rejected: the forms take it too, and what they took comes back in. A word without a figure ("unknown") names no model.
/// </summary>
internal static class ModelLines
{
    public static async Task Check(AfterSalesDb db, Stored stored, ListBook book, IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        var told = rows.Where(r => r.Stands && r.Text(AssetCell.Model)!.Any(char.IsDigit)).ToList();
        var filed = await Filed(db, stored, told, stop);
        foreach (var model in told.GroupBy(r => TextRule.Key(r.Text(AssetCell.Model))))
        {
            var lines = filed[model.Key].OrderByDescending(l => l.Count).Select(l => l.Line).ToList();
            lines = lines.Count > 0 ? lines : [model.CountBy(r => r.Text(AssetCell.ProductLine)!).MaxBy(l => l.Value).Key];
            foreach (var row in model.Where(r => r.State is RowState.New or RowState.Changed && (r.Says(AssetCell.Model) || r.Says(AssetCell.ProductLine)) && !lines.Contains(r.Text(AssetCell.ProductLine)!)))
            {
                row.Remark(AssetCell.Model, "Import.ModelOfLine", row.Text(AssetCell.Model), book.LineOf(lines[0]), book.LineOf(row.Text(AssetCell.ProductLine)));
            }
        }
    }

    /// <summary>Lines by model, with how many machines; a machine of the file stands there as its row tells it, not here.</summary>
    private static async Task<ILookup<string, (string Line, int Count)>> Filed(AfterSalesDb db, Stored stored, IReadOnlyList<ImportRow> told, CancellationToken stop)
    {
        var groups = told.Count == 0 ? [] : await db.Assets.GroupBy(a => new { a.Model, a.ProductLine }).Select(g => new { g.Key.Model, g.Key.ProductLine, Count = g.Count() }).ToListAsync(stop);
        var own = told.Select(r => stored.Assets.GetValueOrDefault(r.Key)).OfType<Assets.Asset>().CountBy(a => (a.Model, a.ProductLine)).ToDictionary();
        return groups.Select(g => (g.Model, g.ProductLine, Count: g.Count - own.GetValueOrDefault((g.Model, g.ProductLine)))).Where(g => g.Count > 0)
            .ToLookup(g => TextRule.Key(g.Model), g => (g.ProductLine, g.Count));
    }
}
