using AfterSales.Core.Data;
using AfterSales.Core.Identity;

namespace AfterSales.Core.HandOffs;

/// <summary>转交 (R7): a question of a case that another department is to answer by a set time.</summary>
public sealed class HandOff : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>Code of the department.</summary>
    public required string Department { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>Who handed it off, and when.</summary>
    public long? AskedById { get; init; }

    /// <inheritdoc cref="AskedById"/>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>By when it is to be answered.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When its due time was told to have passed.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Who wrote the answer down, and when it was.</summary>
    public long? AnsweredById { get; private set; }

    /// <inheritdoc cref="AnsweredById"/>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who of the department gave it.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The answer comes back.</summary>
    public void Return(string answer, string? by, Actor actor, DateTimeOffset now) => (Answer, AnsweredBy, AnsweredById, AnsweredAt) = (answer, by, actor.Id, now);

    /// <summary>How it stands: answered in its time or after it, with the department, or overdue.</summary>
    public static HandOffState StateOf(DateTimeOffset dueAt, DateTimeOffset? answeredAt, DateTimeOffset now) =>
        answeredAt is { } at ? at > dueAt ? HandOffState.AnsweredLate : HandOffState.Answered : now > dueAt ? HandOffState.Overdue : HandOffState.Open;
}

/// <summary>How a hand-off stands.</summary>
public enum HandOffState
{
    /// <summary>待答复.</summary>
    Open = 1,

    /// <summary>超时未答复.</summary>
    Overdue = 2,

    /// <summary>已答复.</summary>
    Answered = 3,

    /// <summary>超时答复.</summary>
    AnsweredLate = 4,
}
