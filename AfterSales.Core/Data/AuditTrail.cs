using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Core.Data;

/// <summary>One field of an audit entry, values as invariant text.</summary>
public sealed record FieldChange(string Field, string? From, string? To);

/// <summary>Writes what changed, field by field, into the same save. Secrets and pictures are named but not copied.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Secret = ["PasswordHash", "Signature", "NoSignaturePicture"];
    private static readonly HashSet<string> Noise = ["Version", "NormalizedUserName", "NormalizedEmail", "ConcurrencyStamp", "SecurityStamp", "AccessFailedCount", "NameKey", "NumberKey", "SerialKey", "SymptomKey", "NextDueAt", "ServiceDueOn", "ServiceCase.Severity", "ServiceCase.Verdict", "CustomerMerge.Before", "CustomerMerge.After", "CustomerMerge.Moved"];

    /// <summary>True for a field whose changes are told; keys and what only follows from other fields are not.</summary>
    public static bool IsKept(IProperty property) => !Noise.Contains(property.Name) && !Noise.Contains($"{property.DeclaringType.ClrType.Name}.{property.Name}") && !property.IsPrimaryKey();

    /// <summary>
    /// Adds an entry for every audited row about to be saved. New rows that get what they are told by only in the save (their
    /// key, or that of a new row they belong to) are answered, for <see cref="Complete"/> after it.
    /// </summary>
    public static IReadOnlyList<EntityEntry> Record(AfterSalesDb db)
    {
        var rows = db.ChangeTracker.Entries<IAudited>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToLookup(Waits);
        foreach (var row in rows[false])
        {
            Add(db, row, row.State);
        }

        return [.. rows[true]];
    }

    /// <summary>Adds the entries of new rows that have their keys now.</summary>
    public static void Complete(AfterSalesDb db, IEnumerable<EntityEntry> rows)
    {
        foreach (var row in rows)
        {
            Add(db, row, EntityState.Added);
        }
    }

    private static bool Waits(EntityEntry row) =>
        row.State == EntityState.Added && row.Properties.Any(p => p.IsTemporary && (IsKept(p.Metadata) || p.Metadata == Name(row)));

    private static void Add(AfterSalesDb db, EntityEntry row, EntityState state)
    {
        var changes = Changes(row, state);
        if (changes.Count > 0 || state == EntityState.Deleted)
        {
            db.AuditEntries.Add(new AuditEntry
            {
                At = db.Now,
                PersonId = db.Actor.Id,
                Entity = row.Metadata.ClrType.Name,
                EntityKey = Key(row),
                Action = state switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
                Changes = Packed(changes),
            });
        }
    }

    /// <summary>The key under which the trail tells of a row.</summary>
    internal static string Key(EntityEntry row) => row.Entity is Dated dated ? dated.AuditKey : Text(row.Property(Name(row).Name).CurrentValue) ?? "";

    /// <summary>The fields as an entry holds them.</summary>
    internal static string Packed(IEnumerable<FieldChange> changes) => JsonSerializer.Serialize(changes, Json);

    /// <summary>What names the row: its public number, else its key. A telephone's number is nothing public.</summary>
    private static IProperty Name(EntityEntry row) =>
        (row.Entity is ContactPhone ? null : row.Metadata.FindProperty("Number")) ?? row.Metadata.FindProperty("Code") ?? row.Metadata.FindProperty("SerialNo")
        ?? (row.Entity is Person ? row.Metadata.FindProperty(nameof(Person.UserName)) : null) ?? row.Metadata.FindPrimaryKey()!.Properties[0];

    private static List<FieldChange> Changes(EntityEntry entry, EntityState state) =>
    [
        .. entry.Properties
            .Where(p => IsKept(p.Metadata))
            .Where(p => state == EntityState.Modified ? p.IsModified && !p.Metadata.GetValueComparer().Equals(p.OriginalValue, p.CurrentValue) : Text(p.CurrentValue) is not null)
            .Select(p => Of(p, state))
            .Where(c => c.From != c.To || c.From == "•"),
    ];

    private static FieldChange Of(PropertyEntry p, EntityState state)
    {
        if (Secret.Contains(p.Metadata.Name))
        {
            return new(p.Metadata.Name, "•", "•");
        }

        return new(
            p.Metadata.Name,
            state == EntityState.Added ? null : Text(p.OriginalValue),
            state == EntityState.Deleted ? null : Text(p.CurrentValue));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, Json),
    };
}
