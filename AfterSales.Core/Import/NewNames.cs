using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Names that a file brings and nobody knew: areas, which are made; models; faults in words that no code of the list says.</summary>
internal static class NewNames
{
    private const int Named = 5;

    /// <summary>A sentence for each kind, with how many and the first of them.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(AfterSalesDb db, ImportPlan plan, ListBook book, CancellationToken stop)
    {
        var faults = plan.Told(SheetKind.Cases, CaseCell.Symptom).Where(s => book.Term(TermKind.Symptom, s) is null).ToList();
        return [.. Say("Import.NewAreas", plan.NewAreas(book)), .. Say("Import.NewModels", await Models(db, plan, stop)), .. Say("Import.NewFaults", faults)];
    }

    /// <summary>A model is known in whatever case and width, so all are read: as many rows as there are models, from an index.</summary>
    private static async Task<IReadOnlyList<string>> Models(AfterSalesDb db, ImportPlan plan, CancellationToken stop)
    {
        var told = plan.Told(SheetKind.Assets, AssetCell.Model).ToList();
        var known = told.Count == 0 ? [] : (await db.Assets.Select(a => a.Model).Distinct().ToListAsync(stop)).Select(TextRule.Key).ToHashSet();
        return [.. told.Where(m => !known.Contains(TextRule.Key(m)))];
    }

    private static IEnumerable<Problem> Say(string code, IReadOnlyList<string> names) => names.Count == 0 ? []
        : [new Problem(code, null, names.Count, names.Take(Named).Select(n => new Problem("Import.Named", null, n)).Concat(names.Count > Named ? [new Problem("Import.NamedMore", null, names.Count - Named)] : []).ToList())];
}
