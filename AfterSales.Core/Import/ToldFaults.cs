using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>
/// Faults as a person is told them. One wrong customer may keep a thousand cases out: such rows are told as a sum for their
/// sheet, as is a sheet that stays out as a whole, so that what is to be corrected is not buried.
/// </summary>
internal static class ToldFaults
{
    private static readonly HashSet<string> Following = ["Import.CustomerRejected", "Import.CustomerHeld", "Import.AssetRejected", "Import.AssetHeld"];

    /// <summary>The sums of each sheet, then the faults of rows that have one of their own.</summary>
    public static IReadOnlyList<RowNote> Of(IReadOnlyList<SheetReport> sheets, IReadOnlyList<RowNote> faults)
    {
        var following = faults.GroupBy(f => (f.Sheet, f.Row)).Where(row => row.All(f => Following.Contains(f.What.Code))).Select(row => row.Key).ToHashSet();
        var counts = following.CountBy(row => row.Sheet).ToDictionary();
        return
        [
            .. sheets.SelectMany(s => Sums(s, counts.GetValueOrDefault(s.Name))),
            .. faults.Where(f => !following.Contains((f.Sheet, f.Row))),
        ];
    }

    private static IEnumerable<RowNote> Sums(SheetReport sheet, int following)
    {
        if (sheet.HeldBack > 0)
        {
            yield return new(sheet.Name, 0, null, null, new Problem("Import.SheetHeld", null, sheet.Rejected));
        }

        if (following > 0)
        {
            yield return new(sheet.Name, 0, null, null, new Problem("Import.Following", null, following));
        }
    }
}
