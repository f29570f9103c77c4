using System.Text.Json;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>What imports left behind to be undone by, and what was built on it since.</summary>
internal static class ImportTrace
{
    private const int Batch = 2_000;

    /// <summary>Lines that the clock writes by itself; nobody built on the case by them.</summary>
    internal static readonly CaseEventKind[] ByItself = [CaseEventKind.PromiseWarned, CaseEventKind.PromiseBroken, CaseEventKind.PromiseEscalated];

    /// <summary>Of these cases those that came by import and on which nothing was built.</summary>
    public static async Task<HashSet<long>> Untouched(AfterSalesDb db, IReadOnlyList<long> cases, CancellationToken stop)
    {
        var free = new HashSet<long>();
        foreach (var batch in cases.Chunk(Batch))
        {
            var rows = db.ImportedRows.Where(r => r.Sheet == SheetKind.Cases && batch.Contains(r.SubjectId))
                .Where(r => !db.ImportedRows.Any(later => later.Sheet == r.Sheet && later.SubjectId == r.SubjectId && later.Id > r.Id));
            free.UnionWith(await rows.Select(r => r.SubjectId).ToListAsync(stop));
            free.ExceptWith(await Touched(db, rows).ToListAsync(stop));
        }

        return free;
    }

    /// <summary>A case that did not come by import, or on which something was built since, is changed where it lives. It is told masked: not everybody who imports sees numbers.</summary>
    public static async Task Lives(AfterSalesDb db, IReadOnlyList<ImportRow> changed, CancellationToken stop)
    {
        var free = await Untouched(db, [.. changed.Select(r => r.Id)], stop);
        foreach (var row in changed.Where(r => !free.Contains(r.Id)))
        {
            foreach (var cell in RowValues.Differing(row.Before!, row.Values).ToList())
            {
                row.Reject(cell, "Import.CaseLives", row.Before![cell] is string words ? NumbersInWords.Masked(words) : row.Before[cell]);
            }
        }
    }

    /// <summary>The cases among the rows on which something was built.</summary>
    public static IQueryable<long> Touched(AfterSalesDb db, IQueryable<ImportedRow> rows)
    {
        var cases = rows.Where(r => r.Sheet == SheetKind.Cases);
        return cases.Where(r => db.CaseEvents.Any(e => e.CaseId == r.SubjectId && e.Id > r.Mark && !ByItself.Contains(e.Kind))).Select(r => r.SubjectId)
            .Union(db.ContactLogs.Where(l => l.CaseId != null && cases.Any(r => r.SubjectId == l.CaseId)).Select(l => l.CaseId!.Value))
            .Union(db.MeterReadings.Where(l => l.CaseId != null && cases.Any(r => r.SubjectId == l.CaseId)).Select(l => l.CaseId!.Value))
            .Union(db.Attachments.Where(l => l.CaseId != null && cases.Any(r => r.SubjectId == l.CaseId)).Select(l => l.CaseId!.Value))
            .Union(db.HandOffs.Where(l => cases.Any(r => r.SubjectId == l.CaseId)).Select(l => l.CaseId))
            .Union(db.Components.Where(l => l.CaseId != null && cases.Any(r => r.SubjectId == l.CaseId)).Select(l => l.CaseId!.Value))
            .Union(db.Cases.Where(x => x.ParentId != null && cases.Any(r => r.SubjectId == x.ParentId)).Select(x => x.ParentId!.Value))
            .Union(db.Cases.Where(x => x.RepeatOfId != null && cases.Any(r => r.SubjectId == x.RepeatOfId)).Select(x => x.RepeatOfId!.Value))
            // Of a customer made anonymous nothing is brought back.
            .Union(db.Cases.Where(x => cases.Any(r => r.SubjectId == x.Id) && db.Customers.Any(c => c.Id == x.CustomerId && c.AnonymousAt != null)).Select(x => x.Id));
    }

    /// <summary>A row as it is kept: texts by column.</summary>
    public static string Pack(SheetKind kind, object?[] values) => JsonSerializer.Serialize(Columns.Of(kind).Where(c => values[c.Index] is not null).ToDictionary(c => c.Key, c => TextRule.Invariant(values[c.Index] switch
    {
        DateTime at => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        var value => value,
    })));

    /// <summary>The row again.</summary>
    public static object?[] Unpack(SheetKind kind, string packed)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(packed)!;
        return [.. Columns.Of(kind).Select(c => texts.TryGetValue(c.Key, out var text) ? Value(c, text) : null)];
    }

    private static object? Value(SheetColumn column, string text) => column.Type switch
    {
        FieldType.Moment => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        FieldType.Day => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        FieldType.Whole => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        FieldType.Word => column.Words!.Find(text),
        _ => text,
    };
}
