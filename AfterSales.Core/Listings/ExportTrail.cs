using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>Who took which list out of the house, narrowed by what, of how many rows: in the trail before the first row is read.</summary>
public sealed class ExportTrail(Writer writer, Actor actor)
{
    /// <summary>What entries of the trail call an export.</summary>
    public const string Entity = "Listing";

    /// <summary>Notes one; an empty filter is all.</summary>
    internal Task Note(string list, string filter, int rows, CancellationToken stop) => Note(Entity, list, filter, TextRule.Invariant(rows), reveals: false, stop);

    /// <summary>The same of what is no list; that it gives whole telephone numbers to who sees them masked is told as any other reveal.</summary>
    internal Task Note(string entity, string key, string filter, string rows, bool reveals, CancellationToken stop) => writer.Aside(Guid.NewGuid(), write =>
    {
        if (reveals)
        {
            write.Db.AuditEntries.Add(new AuditEntry { At = write.Now, PersonId = actor.Id, Entity = entity, EntityKey = key, Action = AuditAction.Event, Changes = AuditEvent.Changes(PersonalData.Revealed) });
        }

        write.Db.AuditEntries.Add(new AuditEntry
        {
            At = write.Now,
            PersonId = actor.Id,
            Entity = entity,
            EntityKey = key,
            Action = AuditAction.Event,
            Changes = JsonSerializer.Serialize(new FieldChange[]
            {
                new(AuditEvent.Field, null, "Exported"),
                new("Filter", null, filter),
                new("Rows", null, rows),
            }.Where(c => c.To is { Length: > 0 })),
        });
        return Task.CompletedTask;
    }, stop);
}
