using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>An area that nobody knows is one in the whole file: as the file spells it first, since it is made under that name.</summary>
internal static class AreaSpelling
{
    public static void Unify(ImportPlan plan, ListBook book)
    {
        var spelled = new Dictionary<string, string>();
        foreach (var row in plan.Rows(SheetKind.Customers))
        {
            if (row.Text(CustomerCell.Area) is { } area && book.AreaOf(area) is null)
            {
                var key = TextRule.Key(area);
                spelled.TryAdd(key, area);
                row.Values[CustomerCell.Area] = spelled[key];
            }
        }
    }
}
