using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>Which values of a filter exist: a code that is or was in its list, a person who is or was here. Any text may be looked for.</summary>
internal static class KnownValues
{
    /// <summary>The words whose values nobody knows.</summary>
    public static async Task<IReadOnlyList<string>> Lacking(AfterSalesDb db, IEnumerable<(string Word, object Value)> said, CancellationToken stop)
    {
        var unknown = new List<string>();
        foreach (var (word, value) in said)
        {
            if (!await Knows(db, word, value, stop))
            {
                unknown.Add(word);
            }
        }

        return unknown;
    }

    private static Task<bool> Knows(AfterSalesDb db, string word, object value, CancellationToken stop) => (word, value) switch
    {
        ("area", string code) => db.Areas.AnyAsync(a => a.Code == code, stop),
        ("line", string code) => db.ProductLines.AnyAsync(l => l.Code == code, stop),
        ("symptom", string code) => db.Terms.AnyAsync(t => t.Kind == TermKind.Symptom && t.Code == code, stop),
        (_, long person) => db.Users.AnyAsync(p => p.Id == person, stop),
        _ => Task.FromResult(true),
    };
}
