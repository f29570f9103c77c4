using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Identity;
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
    private static readonly HashSet<string> Noise = ["Version", "NormalizedUserName", "NormalizedEmail", "ConcurrencyStamp", "SecurityStamp", "NameKey", "NumberKey", "SymptomKey", "NextDueAt"];

    /// <summary>True for a field whose changes are told; keys and what only follows from other fields are not.</summary>
    public static bool IsKept(IProperty property) => !Noise.Contains(property.Name) && !property.IsPrimaryKey();

    /// <summary>Adds an entry for every audited row about to be saved.</summary>
    public static void Record(AfterSalesDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IAudited>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var changes = Changes(entry);
            if (changes.Count > 0 || entry.State == EntityState.Deleted)
            {
                db.AuditEntries.Add(new AuditEntry
                {
                    At = db.Now,
                    PersonId = db.Actor.Id,
                    Entity = entry.Metadata.ClrType.Name,
                    EntityKey = Key(entry),
                    Action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
                    Changes = JsonSerializer.Serialize(changes, Json),
                });
            }
        }
    }

    /// <summary>The row's public name, which also stands before it has a key.</summary>
    private static string Key(EntityEntry entry)
    {
        var name = entry.Metadata.FindProperty("Number") ?? entry.Metadata.FindProperty("Code") ?? entry.Metadata.FindProperty("SerialNo") ?? (entry.Entity is Person ? entry.Metadata.FindProperty(nameof(Person.UserName)) : null);
        return Text(entry.Property((name ?? entry.Metadata.FindPrimaryKey()!.Properties[0]).Name).CurrentValue) ?? "";
    }

    private static List<FieldChange> Changes(EntityEntry entry) =>
    [
        .. entry.Properties
            .Where(p => IsKept(p.Metadata))
            .Where(p => entry.State == EntityState.Modified ? p.IsModified && !p.Metadata.GetValueComparer().Equals(p.OriginalValue, p.CurrentValue) : Text(p.CurrentValue) is not null)
            .Select(p => Of(p, entry.State))
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
