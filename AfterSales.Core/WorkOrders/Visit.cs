namespace AfterSales.Core.WorkOrders;

/// <summary>One visit of a work order; it ends finished, or not with a reason.</summary>
public sealed class Visit
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The order.</summary>
    public long WorkOrderId { get; init; }

    /// <summary>1, 2, …</summary>
    public int Ordinal { get; init; }

    /// <summary>Who goes.</summary>
    public long EngineerId { get; set; }

    /// <summary>预约.</summary>
    public required Appointment Appointment { get; set; }

    /// <summary>出发.</summary>
    public DateTimeOffset? DepartedAt { get; set; }

    /// <summary>到场, as it happened or is said to have.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>补录: the arrival was entered later than it happened, at this instant; until the supervisor has decided it counts from here.</summary>
    public DateTimeOffset? ArrivalEnteredAt { get; set; }

    /// <summary>The supervisor who decided about the back-entered arrival.</summary>
    public long? ArrivalConfirmedById { get; set; }

    /// <summary>离场.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>How it ended; null while planned or under way.</summary>
    public VisitEnding? Ending { get; set; }

    /// <summary>Unfinished: code of the reason.</summary>
    public string? UnfinishedReason { get; set; }

    /// <summary>What was written with the ending.</summary>
    public string? Note { get; set; }

    /// <summary>True while a back-entered arrival waits for the supervisor.</summary>
    public bool AwaitsConfirmation => ArrivalEnteredAt is not null && ArrivalConfirmedById is null;

    /// <summary>The arrival that promise and figures count (decision 0011).</summary>
    public DateTimeOffset? ArrivalCounts => AwaitsConfirmation ? ArrivalEnteredAt : ArrivedAt;

    /// <summary>到场 at an instant; who pressed 出发 later than that had set out by then.</summary>
    public void Arrive(DateTimeOffset at) => (ArrivedAt, DepartedAt) = (at, DepartedAt > at ? at : DepartedAt);

    /// <summary>Another engineer starts anew.</summary>
    public void ClearDeparture() => DepartedAt = null;
}

/// <summary>How a visit ended.</summary>
public enum VisitEnding
{
    /// <summary>完工.</summary>
    Finished = 1,

    /// <summary>未完成, with its reason.</summary>
    Unfinished = 2,
}

/// <summary>预约: a time, a part of a day, or several whole days (R37).</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
public sealed record Appointment(AppointmentKind Kind, DateTimeOffset From, DateTimeOffset To);

/// <summary>Kinds of appointment.</summary>
public enum AppointmentKind
{
    /// <summary>A time.</summary>
    Time = 1,

    /// <summary>上午.</summary>
    Morning = 2,

    /// <summary>下午.</summary>
    Afternoon = 3,

    /// <summary>Whole days.</summary>
    Days = 4,
}
