using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>Who took which list out of the house, narrowed by what, of how many rows: in the trail before the first row is read.</summary>
public sealed class ExportTrail(Writer writer, Actor actor)
{
    /// <summary>What entries of the trail call an export.</summary>
    public const string Entity = "Listing";

    /// <summary>Notes one.</summary>
    internal Task Note(string list, string filter, int rows, CancellationToken stop) => writer.Aside(Guid.NewGuid(), write =>
    {
        write.Db.AuditEntries.Add(new AuditEntry
        {
            At = write.Now,
            PersonId = actor.Id,
            Entity = Entity,
            EntityKey = list,
            Action = AuditAction.Event,
            Changes = JsonSerializer.Serialize(new FieldChange[]
            {
                new(AuditEvent.Field, null, "Exported"),
                new("Filter", null, filter),
                new("Rows", null, TextRule.Invariant(rows)),
            }.Where(c => c.To is { Length: > 0 })),
        });
        return Task.CompletedTask;
    }, stop);
}
