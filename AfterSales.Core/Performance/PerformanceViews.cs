using AfterSales.Core.Shared;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Performance;

/// <summary>How a figure stands against its target.</summary>
public enum TargetState
{
    /// <summary>达标.</summary>
    Green = 1,

    /// <summary>接近: missed by no more than the target's margin.</summary>
    Amber = 2,

    /// <summary>未达标.</summary>
    Red = 3,
}

/// <summary>A figure as a person reads it: what stands beside it, its target and state, and where it is worst.</summary>
public sealed record FigureLine(Figure Figure, IReadOnlyList<Aside> Asides, Target? Target, TargetState? State, GroupFigure? WorstArea)
{
    /// <summary>The figure's key.</summary>
    public FigureKey Key => Figure.Key;

    /// <summary>True where more is better.</summary>
    public bool HigherIsBetter => Target?.HigherIsBetter ?? Key.HigherIsBetter();
}

/// <summary>A figure of one group.</summary>
public sealed record GroupFigure(string? Group, Figure Figure);

/// <summary>The figures of a period, as one page shows them.</summary>
public sealed record PerformanceView(
    Period Period, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Cutoff, IReadOnlyList<FigureLine> Lines, Dimension Dimension, IReadOnlyList<FigureGroup> Groups, GroupNames Names)
{
    /// <summary>One of the lines.</summary>
    public FigureLine this[FigureKey key] => Lines.Single(l => l.Key == key);
}

/// <summary>The bare figures of a period.</summary>
public sealed record PeriodFigures(Period Period, IReadOnlyList<Figure> Figures)
{
    /// <summary>One of them.</summary>
    public Figure this[FigureKey key] => Figures.Single(f => f.Key == key);
}

/// <summary>What is compared with: twelve months up to the period, oldest first, and the period before.</summary>
public sealed record Trend(IReadOnlyList<PeriodFigures> Months, PeriodFigures Previous);

/// <summary>Which part of a figure is listed.</summary>
public enum CountedSet
{
    /// <summary>The denominator.</summary>
    All = 1,

    /// <summary>The numerator.</summary>
    Hit = 2,

    /// <summary>The denominator without the numerator.</summary>
    Miss = 3,
}

/// <summary>In which order counted things are listed; equal ones by when they began.</summary>
public enum CountedOrder
{
    /// <summary>By intake, or a customer's first contact.</summary>
    Began = 1,

    /// <summary>By area, as the areas are listed.</summary>
    Area = 2,

    /// <summary>By the result: a score, a duration, the latest first, else no before yes.</summary>
    Amount = 3,
}

/// <summary>A list of what a number counted; with a dimension, of one of its groups (null is "—").</summary>
public sealed record CountedQuery(Period Period, FigureKey Key, CountedSet Set = CountedSet.All, Dimension? Dimension = null, string? Group = null, int Skip = 0, int Take = 50)
{
    /// <summary>The order of the rows.</summary>
    public CountedOrder Order { get; init; } = CountedOrder.Began;

    /// <summary>The order turned around.</summary>
    public bool Down { get; init; }

    /// <summary>What is asked, as the trail tells it.</summary>
    internal string Words => string.Join(" · ", new[] { (EvaluationWords.Period, Period.Name), (EvaluationWords.Figure, Key.ToString()), (EvaluationWords.Set, Address.Word(Set)) }
        .Concat(Dimension is { } by ? [(EvaluationWords.By, Address.Word(by)), (EvaluationWords.Group, Group ?? "")] : []).Select(w => $"{w.Item1}={w.Item2}"));
}

/// <summary>
/// One counted thing: the case's number and customer; for K9 the customer's code. <paramref name="Due"/> and
/// <paramref name="Given"/> are the two instants that the figure compares, where it compares any.
/// </summary>
public sealed record CountedRow(
    Counted Item, string Number, string Customer, DateTimeOffset? Due, DateTimeOffset? Given, int? Score = null, string? Words = null, string? LateReason = null)
{
    /// <summary>How late it was, or is at the cut-off; null when on time or not judged by time.</summary>
    public TimeSpan? Late(DateTimeOffset cutoff) => Due < (Given ?? cutoff) ? (Given ?? cutoff) - Due : null;
}

/// <summary>All counted things, read as they are written.</summary>
public sealed record CountedRows(IAsyncEnumerable<CountedRow> Rows, DateTimeOffset Cutoff, GroupNames Names);

/// <summary>A page of counted things, and how many there are.</summary>
public sealed record CountedPage(IReadOnlyList<CountedRow> Rows, int Count, DateTimeOffset Cutoff, GroupNames Names);
