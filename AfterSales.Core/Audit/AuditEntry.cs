namespace AfterSales.Core.Audit;

/// <summary>Who changed what from what to what; append-only, written in the change's own transaction.</summary>
public sealed class AuditEntry
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null is the system, or somebody at the door (<see cref="AuditEvent.IsOfNobodyKnown"/>).</summary>
    public long? PersonId { get; init; }

    /// <summary>The kind of row ("Customer").</summary>
    public required string Entity { get; init; }

    /// <summary>The row's key.</summary>
    public required string EntityKey { get; init; }

    /// <summary>Added, changed or removed.</summary>
    public AuditAction Action { get; init; }

    /// <summary>The fields as JSON: [{"field":…,"from":…,"to":…}].</summary>
    public required string Changes { get; init; }
}

/// <summary>What was done to the row.</summary>
public enum AuditAction
{
    /// <summary>New.</summary>
    Added = 1,

    /// <summary>Changed.</summary>
    Changed = 2,

    /// <summary>Removed.</summary>
    Removed = 3,

    /// <summary>Signed in or out, locked out, refused: an event without fields.</summary>
    Event = 4,
}
