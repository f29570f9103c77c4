namespace AfterSales.Core.Performance;

/// <summary>One thing that a figure counted: a case, for K1 an answer, for K8 a callback, for K9 a customer.</summary>
public sealed record Counted
{
    /// <summary>Its key.</summary>
    public long Id { get; init; }

    /// <summary>1 where it is in the numerator, else 0; for K12 its milliseconds.</summary>
    public long Amount { get; init; }

    /// <summary>The case; K9 has none.</summary>
    public CaseFacts? Case { get; init; }

    /// <summary>K1's answer.</summary>
    public AnswerRow? Answer { get; init; }

    /// <summary>K8's callback.</summary>
    public CallbackRow? Window { get; init; }

    /// <summary>K9's customer.</summary>
    public CustomerRow? Customer { get; init; }

    /// <summary>The group it falls in; null is "—".</summary>
    public string? Of(Dimension dimension) => Grouping.Key(Grouping.Of(this, dimension), dimension);
}

/// <summary>What is told beside a figure; without a denominator it is a mere count.</summary>
public sealed record Aside(AsideKind Kind, int Numerator, int? Denominator = null);

/// <summary>A key figure with both its numbers. K12's numerator is in minutes, with fractions.</summary>
public sealed record Figure(FigureKey Key, double Numerator, int Denominator)
{
    /// <summary>The value; nothing counted gives none, never 0 or 100 %.</summary>
    public double? Value => Denominator == 0 ? null : Numerator / Denominator;

    /// <summary>Sums up what was counted.</summary>
    public static Figure Of(FigureKey key, IReadOnlyCollection<Counted> counted) => Of(key, counted.Sum(c => c.Amount), counted.Count);

    /// <summary>Of an amount over so many.</summary>
    internal static Figure Of(FigureKey key, long amount, int count) => new(key, key.IsDuration() ? amount / 60_000.0 : amount, count);
}

/// <summary>The figures of one group; <paramref name="Key"/> is a code, id or enum name, null for what has none.</summary>
public sealed record FigureGroup(string? Key, IReadOnlyList<Figure> Figures)
{
    /// <summary>One of the figures.</summary>
    public Figure this[FigureKey key] => Figures.Single(f => f.Key == key);
}
