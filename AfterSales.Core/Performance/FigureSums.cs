namespace AfterSales.Core.Performance;

/// <summary>What a figure counted in one area and group.</summary>
internal readonly record struct FigureSum(FigureKey Figure, string? Area, string? Group, long Amount, int Count)
{
    /// <summary>From a single thing, which counts <paramref name="count"/> times in the denominator.</summary>
    public static FigureSum Of(FigureKey figure, Counted counted, Dimension? dimension, int count) =>
        Of(figure, dimension is { } d ? Grouping.Of(counted, d) : new GroupCells(), dimension, counted.Amount, count);

    /// <summary>From the database's sum.</summary>
    public static FigureSum Of(FigureKey figure, GroupCells cells, Dimension? dimension, long amount, int count) =>
        new(figure, Grouping.Key(cells, Dimension.Area), dimension is { } d ? Grouping.Key(cells, d) : null, amount, count);
}

/// <summary>The figures of a period summed up: the whole, by area, and by the dimension that was asked.</summary>
public sealed class FigureSums
{
    private readonly IReadOnlyList<FigureSum> sums;

    internal FigureSums(IReadOnlyList<FigureSum> sums) => this.sums = sums;

    /// <summary>Every figure of the whole.</summary>
    public IReadOnlyList<Figure> Figures => Of(sums);

    /// <summary>One figure of the whole.</summary>
    public Figure this[FigureKey key] => Figures.Single(f => f.Key == key);

    /// <summary>The areas, what has none last.</summary>
    public IReadOnlyList<FigureGroup> Areas => Groups(s => s.Area);

    /// <summary>The groups of the dimension asked, what has no value last.</summary>
    public IReadOnlyList<FigureGroup> Groups() => Groups(s => s.Group);

    private IReadOnlyList<FigureGroup> Groups(Func<FigureSum, string?> by) =>
        [.. sums.GroupBy(by).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new FigureGroup(g.Key, Of(g)))];

    private static List<Figure> Of(IEnumerable<FigureSum> sums)
    {
        var byKey = sums.ToLookup(s => s.Figure);
        return [.. FigureKeys.All.Select(k => Figure.Of(k, byKey[k].Sum(s => s.Amount), byKey[k].Sum(s => s.Count)))];
    }
}
