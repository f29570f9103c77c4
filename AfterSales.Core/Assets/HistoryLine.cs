using AfterSales.Core.Cases;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Assets;

/// <summary>What a machine's history tells; of one instant in this order.</summary>
public enum HistoryKind
{
    /// <summary>过户, 移机.</summary>
    Move = 1,

    /// <summary>服务单.</summary>
    Case = 2,

    /// <summary>上门.</summary>
    Visit = 3,

    /// <summary>更换零件.</summary>
    Part = 4,

    /// <summary>部件 taken out apart from a report.</summary>
    Component = 5,

    /// <summary>表读数.</summary>
    Reading = 6,

    /// <summary>部件 fitted by hand, in nothing's place.</summary>
    Fitted = 7,
}

/// <summary>Something that happened to a machine.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its row.</param>
/// <param name="At">When; the beginning of the day where only that is known.</param>
/// <param name="CaseNumber">The case to which it belongs; null belongs to none.</param>
public abstract record HistoryLine(HistoryKind Kind, long Id, DateTimeOffset At, string? CaseNumber)
{
    /// <summary>Only the day is known.</summary>
    public bool WholeDay => Kind is HistoryKind.Move or HistoryKind.Component or HistoryKind.Reading or HistoryKind.Fitted;
}

/// <summary>A case.</summary>
public sealed record CaseLine(long Id, DateTimeOffset At, string CaseNumber, CaseType Type, CaseStatus Status, string? Symptom, string? SymptomText, string? Resolution, string Customer)
    : HistoryLine(HistoryKind.Case, Id, At, CaseNumber);

/// <summary>A visit from its arrival.</summary>
public sealed record VisitLine(long Id, DateTimeOffset At, string CaseNumber, string Engineer, DateTimeOffset? LeftAt, VisitEnding? Ending)
    : HistoryLine(HistoryKind.Visit, Id, At, CaseNumber);

/// <summary>A part replaced on a report.</summary>
public sealed record PartLine(long Id, DateTimeOffset At, string CaseNumber, string Name, string? PartNo, int Quantity, string? OldSerial, string? NewSerial)
    : HistoryLine(HistoryKind.Part, Id, At, CaseNumber);

/// <summary>A component taken out, with what took its place and why.</summary>
public sealed record ComponentLine(long Id, DateTimeOffset At, string Name, string? Serial, string? ReplacedBy, RemovalReason? Why)
    : HistoryLine(HistoryKind.Component, Id, At, null);

/// <summary>A component fitted, and what it sits in.</summary>
public sealed record FittedLine(long Id, DateTimeOffset At, string Name, string? Serial, string? Within)
    : HistoryLine(HistoryKind.Fitted, Id, At, null);

/// <summary>A reading of the meter.</summary>
public sealed record ReadingLine(long Id, DateTimeOffset At, string? CaseNumber, int Value, int Total, bool Replaced)
    : HistoryLine(HistoryKind.Reading, Id, At, CaseNumber);

/// <summary>A move.</summary>
public sealed record MovedLine(long Id, DateTimeOffset At, string From, string? FromPlace, string To, string? ToPlace, string? Reason)
    : HistoryLine(HistoryKind.Move, Id, At, null);
