using AfterSales.Core.Data;
using AfterSales.Core.Identity;

namespace AfterSales.Core.Attachments;

/// <summary>附件: a file that stays with a case, and with the work order it was made at, or with a machine. Its content lies in the <see cref="FileStore"/>.</summary>
public sealed class Attachment : IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case; null belongs to a machine.</summary>
    public long? CaseId { get; init; }

    /// <summary>The work order, where it was added there.</summary>
    public long? WorkOrderId { get; init; }

    /// <summary>The machine whose document it is; null belongs to a case.</summary>
    public long? AssetId { get; init; }

    /// <summary>Its name, for showing only.</summary>
    public required string Name { get; init; }

    /// <summary>What its content is.</summary>
    public FileKind FileKind { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the content, by which it is stored.</summary>
    public required string Hash { get; init; }

    /// <summary>Who added it, and when.</summary>
    public long? AddedById { get; init; }

    /// <inheritdoc cref="AddedById"/>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Who took it away, when and why; the row stays.</summary>
    public long? RemovedById { get; private set; }

    /// <inheritdoc cref="RemovedById"/>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <inheritdoc cref="RemovedById"/>
    public string? RemoveReason { get; private set; }

    /// <summary>Takes it away.</summary>
    public void Remove(string reason, Actor actor, DateTimeOffset now) => (RemovedById, RemovedAt, RemoveReason) = (actor.Id, now, reason);
}
