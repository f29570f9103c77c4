namespace AfterSales.Core.Performance;

/// <summary>The words of the evaluation's address, as its page, its kept views and the trail call them.</summary>
public static class EvaluationWords
{
    /// <summary>Of which period, grouped by what, which figure opened, which part and group of it, in which order.</summary>
    public const string Period = "period", By = "by", Figure = "figure", Set = "set", Group = "group", Order = "order";

    /// <summary>All of them in the address's order: what a kept view holds.</summary>
    public static IReadOnlyList<string> All { get; } = [Period, By, Figure, Set, Group, Order];
}
