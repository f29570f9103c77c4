using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>Two save the same report: the second sees the first one's change under each field, and keeps own typing.</summary>
internal static class ReportConflict
{
    /// <summary>One problem per field that differs; none differing, the form as a whole.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(Write write, ServiceReport stored, ReportForm typed)
    {
        var who = await write.Db.LastChangedBy(nameof(ServiceReport), TextRule.Invariant(stored.Id), write.Stop);
        var theirs = ReportForm.Of(stored).Fields().ToDictionary(f => f.Field, f => f.Value);
        var differing = typed.Fields().Where(f => theirs[f.Field] != f.Value).Select(f => new Problem("Shared.ChangedByOther", f.Field, theirs[f.Field] ?? "—", who)).ToList();
        return differing.Count > 0 ? differing : [new Problem("Shared.ChangedMeanwhile")];
    }
}
