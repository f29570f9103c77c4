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
        var areas = Told(plan, SheetKind.Customers, CustomerCell.Area).Where(a => book.EveryArea.All(x => x.Code != a)).ToList();
        var models = await Unknown(Told(plan, SheetKind.Assets, AssetCell.Model), async () => await db.Assets.Select(a => a.Model).Distinct().ToListAsync(stop));
        var faults = await Unknown(Told(plan, SheetKind.Cases, CaseCell.Symptom).Where(s => book.Term(TermKind.Symptom, s) is null),
            async () => (await db.Cases.Where(c => c.SymptomText != null).Select(c => c.SymptomText!).Distinct().ToListAsync(stop)));
        return [.. Say("Import.NewAreas", areas), .. Say("Import.NewModels", models), .. Say("Import.NewFaults", faults)];
    }

    /// <summary>What the rows that go in say in a column, each once.</summary>
    private static IEnumerable<string> Told(ImportPlan plan, SheetKind kind, int cell) => plan.Rows(kind).Where(r => r.State is RowState.New or RowState.Changed && r.Says(cell))
        .Select(r => r.Text(cell)).OfType<string>().Where(t => t.Length > 0).DistinctBy(t => TextRule.Key(t));

    private static async Task<IReadOnlyList<string>> Unknown(IEnumerable<string> told, Func<Task<List<string>>> filed)
    {
        var names = told.ToList();
        var known = names.Count == 0 ? [] : (await filed()).Select(TextRule.Key).ToHashSet();
        return [.. names.Where(n => !known.Contains(TextRule.Key(n)))];
    }

    private static IEnumerable<Problem> Say(string code, IReadOnlyList<string> names) => names.Count == 0 ? []
        : [new Problem(code, null, names.Count, names.Take(Named).Select(n => new Problem("Import.BuiltThing", null, n)).Concat(names.Count > Named ? [new Problem("Import.BuiltMore", null, names.Count - Named)] : []).ToList())];
}
