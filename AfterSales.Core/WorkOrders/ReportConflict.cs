using System.Globalization;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>Two save the same report: the second sees the first one's change under each field, and keeps own typing.</summary>
internal static class ReportConflict
{
    /// <summary>One problem per field that differs; none differing, the form as a whole.</summary>
    public static async Task<IReadOnlyList<Problem>> Of(Write write, ListBook lists, ServiceReport stored, ReportForm typed)
    {
        var who = await write.Db.LastChangedBy(nameof(ServiceReport), TextRule.Invariant(stored.Id), write.Stop);
        var theirs = ReportForm.Of(stored).Fields().ToDictionary(f => f.Field, f => f.Value);
        var differing = typed.Fields().Where(f => theirs[f.Field] != f.Value).Select(f => new Problem("Shared.ChangedByOther", f.Field, lists.Shown(f.Field, theirs[f.Field]), who)).ToList();
        return differing.Count > 0 ? differing : [new Problem("Shared.ChangedMeanwhile")];
    }

    /// <summary>A stored value as a person reads it: the named term for a code, hours for minutes.</summary>
    internal static object Shown(this ListBook lists, string field, string? value) => (field, value) switch
    {
        (_, null) => "—",
        (nameof(ReportForm.ConfirmedSymptom), _) => lists.Term(TermKind.Symptom, value) as object ?? value,
        (nameof(ReportForm.Cause), _) => lists.Term(TermKind.Cause, value) as object ?? value,
        (nameof(ReportForm.Hours), _) => int.Parse(value, CultureInfo.InvariantCulture) / 60m,
        _ => value,
    };
}
