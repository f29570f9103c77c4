using AfterSales.Core.Callbacks;

namespace AfterSales.Core.Performance;

/// <summary>A sealed answer, as K1 reads it.</summary>
public sealed record AnswerRow(long Id, long CaseId, DateTimeOffset AnsweredAt, DateTimeOffset RecordedAt, AnswerSource Source, int Score, bool Replaced);

/// <summary>A callback, as K8 reads it.</summary>
public sealed record CallbackRow(long Id, long CaseId, DateTimeOffset EndsAt, DateTimeOffset? AnsweredAt, CallbackState State);

/// <summary>A customer, as K9 reads it.</summary>
public sealed record CustomerRow(long Id, string? Area, DateOnly? FirstContactOn, DateOnly? FiledOn);

/// <summary>
/// What a scorecard reads. More rows than the period needs do no harm: every formula picks its own.
/// </summary>
/// <param name="Cases">Each case once: opened, resolved or in hand in the period, answered or called back in it.</param>
/// <param name="Faults">Cases that may repeat, or be repeated by, the complaints and repairs among <paramref name="Cases"/>.</param>
/// <param name="Answers">Answers given in the period.</param>
/// <param name="Callbacks">Callbacks whose window ended in the period.</param>
/// <param name="Customers">Customers first contacted in the period.</param>
public sealed record PeriodRows(
    IReadOnlyList<CaseFacts> Cases,
    IReadOnlyList<CaseFacts> Faults,
    IReadOnlyList<AnswerRow> Answers,
    IReadOnlyList<CallbackRow> Callbacks,
    IReadOnlyList<CustomerRow> Customers);
