namespace AfterSales.Core.Performance;

/// <summary>
/// One thing that a figure counted: a case, for K1 an answer, for K8 a callback, for K9 a customer.
/// <paramref name="Amount"/> is 1 where it is in the numerator, else 0; for K12 its milliseconds.
/// </summary>
public readonly record struct Counted(long Id, long Amount, CaseFacts? Case, CustomerRow? Customer = null)
{
    /// <summary>The group it falls in; null is "—". A customer (K9) has no dimension but the area.</summary>
    public string? Of(Dimension dimension) => dimension switch
    {
        Dimension.Area => Blank(Case is null ? Customer?.Area : Case.Area),
        _ when Case is null => null,
        Dimension.Engineer => Case.EngineerId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Dimension.Agent => Case.AgentId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Dimension.Type => Case.Type.ToString(),
        Dimension.Line => Blank(Case.ProductLine),
        Dimension.Model => Blank(Case.Model),
        Dimension.Channel => Case.Channel.ToString(),
        _ => Case.DealerId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>What is told beside a figure; without a denominator it is a mere count.</summary>
public sealed record Aside(AsideKind Kind, int Numerator, int? Denominator = null);

/// <summary>A key figure with both its numbers. K12's numerator is in minutes, with fractions.</summary>
public sealed record Figure(FigureKey Key, double Numerator, int Denominator)
{
    /// <summary>The value; nothing counted gives none, never 0 or 100 %.</summary>
    public double? Value => Denominator == 0 ? null : Numerator / Denominator;

    /// <summary>Sums up what was counted.</summary>
    public static Figure Of(FigureKey key, IReadOnlyCollection<Counted> counted)
    {
        var sum = counted.Sum(c => c.Amount);
        return new(key, key.IsDuration() ? sum / 60_000.0 : sum, counted.Count);
    }
}

/// <summary>The figures of one group; <paramref name="Key"/> is a code, id or enum name, null for what has none.</summary>
public sealed record FigureGroup(string? Key, IReadOnlyList<Figure> Figures)
{
    /// <summary>One of the figures.</summary>
    public Figure this[FigureKey key] => Figures.Single(f => f.Key == key);
}
