namespace AfterSales.Core.HandOffs;

/// <summary>A hand-off on its case's page.</summary>
public sealed record HandOffRow(
    long Id, string Department, string Question, DateTimeOffset AskedAt, string? AskedBy, DateTimeOffset DueAt, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? WrittenBy, string? Answer);

/// <summary>One still unanswered, for lists.</summary>
public sealed record OpenHandOff(long Id, string CaseNumber, string Customer, string Department, string Question, DateTimeOffset AskedAt, DateTimeOffset DueAt);
