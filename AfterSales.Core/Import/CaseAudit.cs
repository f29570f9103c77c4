using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>A case made anew from a changed row goes past the tracker; its change is told here, field by field.</summary>
internal static class CaseAudit
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Tell(Write write, ListBook book, IEnumerable<ImportRow> rows)
    {
        foreach (var row in rows.Where(r => r.Before is not null))
        {
            write.Db.AuditEntries.Add(Entry(write, book, row.Key, row.Before!, row.Values));
        }

        await write.Db.SaveChangesAsync(write.Stop);
    }

    public static AuditEntry Entry(Write write, ListBook book, string number, object?[] before, object?[] after) => new()
    {
        At = write.Now,
        PersonId = write.Actor.Id,
        Entity = nameof(ServiceCase),
        EntityKey = number,
        Action = AuditAction.Changed,
        Changes = JsonSerializer.Serialize(
            Columns.Of(SheetKind.Cases).Where(c => !Equals(before[c.Index], after[c.Index]))
                .SelectMany(c => c.Index == CaseCell.Symptom ? Symptom(book, before[c.Index] as string, after[c.Index] as string)
                    : [new FieldChange(c.Key, Text(write, before[c.Index]), Text(write, after[c.Index]))]), Json),
    };

    /// <summary>One column of the file, two of the case: a code of the list, or words.</summary>
    private static IEnumerable<FieldChange> Symptom(ListBook book, string? before, string? after)
    {
        string? Code(string? value) => book.Term(TermKind.Symptom, value)?.Code;
        string? Words(string? value) => Code(value) is null ? value : null;
        FieldChange[] both = [new(nameof(ServiceCase.Symptom), Code(before), Code(after)), new(nameof(ServiceCase.SymptomText), Words(before), Words(after))];
        return both.Where(c => c.From != c.To);
    }

    /// <summary>As the trail writes it.</summary>
    private static string? Text(Write write, object? value) => value switch
    {
        null => null,
        DateTime local => write.Zone.Instant(local).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        var other => TextRule.Invariant(other),
    };
}
