using AfterSales.Core.Audit;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Data;

/// <summary>Notes each backup in the audit trail, so that the administrator sees when the last one was made.</summary>
public sealed class BackupLog(Writer writer)
{
    /// <summary>The kind of entry.</summary>
    public const string Entity = "Backup";

    private const int LongestKey = 200;

    /// <summary>A backup was made.</summary>
    public Task<Result> Note(string file) => writer.Run(Guid.NewGuid(), write =>
    {
        write.Db.AuditEntries.Add(new AuditEntry
        {
            At = write.Now,
            PersonId = write.Actor.Id,
            Entity = Entity,
            EntityKey = Path.GetFileName(file) is { Length: > LongestKey } name ? name[..LongestKey] : Path.GetFileName(file),
            Action = AuditAction.Event,
            Changes = AuditEvent.Changes("BackedUp"),
        });
        return Task.FromResult(Result.Done);
    });
}
