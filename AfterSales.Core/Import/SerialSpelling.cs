using AfterSales.Core.Assets;
using AfterSales.Core.Data;

namespace AfterSales.Core.Import;

/// <summary>A machine has one serial number in the whole file: as it stands on file, else as the file spells it first.</summary>
internal static class SerialSpelling
{
    public static async Task Unify(AfterSalesDb db, ImportPlan plan, CancellationToken stop)
    {
        var cells = plan.Rows(SheetKind.Assets).Select(r => (Row: r, Cell: AssetCell.SerialNo)).Concat(plan.Rows(SheetKind.Cases).Select(r => (Row: r, Cell: CaseCell.SerialNo)))
            .Where(c => c.Row.Text(c.Cell) is not null).ToList();
        var filed = (await SerialRule.Filed(db, cells.Select(c => c.Row.Text(c.Cell)!), stop)).ToHashSet();
        var spelled = filed.ToDictionary(SerialRule.Key);
        foreach (var (row, cell) in cells.Where(c => !filed.Contains(c.Row.Text(c.Cell)!)))
        {
            var key = SerialRule.Key(row.Text(cell));
            spelled.TryAdd(key, row.Text(cell)!);
            row.Values[cell] = spelled[key];
        }
    }
}
