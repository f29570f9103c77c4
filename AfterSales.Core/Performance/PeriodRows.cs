using AfterSales.Core.Callbacks;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>A sealed answer, as K1 reads it.</summary>
public sealed record AnswerRow
{
    /// <summary>The answer; also the key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>When the customer answered.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Callback or signed form.</summary>
    public AnswerSource Source { get; init; }

    /// <summary>1 to 5.</summary>
    public int Score { get; init; }

    /// <summary>A later entry corrects it.</summary>
    public bool Replaced { get; init; }
}

/// <summary>A callback, as K8 reads it.</summary>
public sealed record CallbackRow
{
    /// <summary>The callback; also the key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>First instant after its window.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>When the customer answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How it stands.</summary>
    public CallbackState State { get; init; }
}

/// <summary>A customer, as K9 reads it.</summary>
public sealed record CustomerRow
{
    /// <summary>The customer; also the key.</summary>
    public long Id { get; init; }

    /// <summary>Area's code.</summary>
    public string? Area { get; init; }

    /// <summary>Day of the first contact.</summary>
    public DateOnly? FirstContactOn { get; init; }

    /// <summary>Day the file was complete.</summary>
    public DateOnly? FiledOn { get; init; }
}

/// <summary>
/// What a scorecard asks: the database's tables, of which every formula takes a range of one index and what hangs on it by
/// key, so that the cost goes by the period and not by the history; or the arrays of a test.
/// </summary>
public sealed record PeriodRows(IQueryable<CaseFacts> Cases, IQueryable<AnswerRow> Answers, IQueryable<CallbackRow> Callbacks, IQueryable<CustomerRow> Customers)
{
    /// <summary>The tables.</summary>
    internal static PeriodRows Of(AfterSalesDb db) => new(
        db.CaseFacts.AsNoTracking(),
        db.SatisfactionAnswers.Select(a => new AnswerRow { Id = a.Id, CaseId = a.CaseId, AnsweredAt = a.AnsweredAt, RecordedAt = a.RecordedAt, Source = a.Source, Score = a.Score, Replaced = a.Replaced }),
        db.Callbacks.Select(c => new CallbackRow { Id = c.Id, CaseId = c.CaseId, EndsAt = c.EndsAt, AnsweredAt = c.AnsweredAt, State = c.State }),
        db.Customers.Where(c => c.MergedIntoId == null).Select(c => new CustomerRow { Id = c.Id, Area = c.Area, FirstContactOn = c.FirstContactOn, FiledOn = c.FiledOn }));

    /// <summary>The rows of a query; of arrays there is nothing to wait for.</summary>
    internal static async Task<IReadOnlyList<T>> Read<T>(IQueryable<T> query, CancellationToken stop) =>
        query is IAsyncEnumerable<T> ? await query.ToListAsync(stop) : [.. query];
}
