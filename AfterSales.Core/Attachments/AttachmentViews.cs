namespace AfterSales.Core.Attachments;

/// <summary>An attachment as shown; one taken away says by whom and why.</summary>
public sealed record AttachmentRow(
    long Id, string Name, FileKind Kind, long Size, DateTimeOffset AddedAt, string? AddedBy, string? OrderNumber, DateTimeOffset? RemovedAt, string? RemovedBy, string? RemoveReason, bool MayRemove);

/// <summary>A content under its name; whoever asked closes it.</summary>
public sealed record OpenedFile(string Name, FileKind Kind, Stream Content);
