namespace AfterSales.Core.Data.SampleData;

/// <summary>Chance from a seed: the same seed tells the same story.</summary>
internal sealed class Dice(int seed)
{
#pragma warning disable CA5394 // A made-up history needs repeatable chance, not secrets.
    private readonly Random random = new(seed);

    /// <summary>True so often, 0–1.</summary>
    public bool Chance(double share) => random.NextDouble() < share;

    /// <summary>A whole number of [from, to).</summary>
    public int Int(int from, int to) => random.Next(from, to);

    /// <summary>A number of [from, to).</summary>
    public double Real(double from, double to) => from + random.NextDouble() * (to - from);

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of them, each as often as its weight says.</summary>
    public T Of<T>(IReadOnlyList<(T Value, double Weight)> choices)
    {
        var left = random.NextDouble() * choices.Sum(c => c.Weight);
        foreach (var (value, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return choices[^1].Value;
    }

    /// <summary>A span of whole seconds, short ones more often than long ones.</summary>
    public TimeSpan Hours(double from, double to)
    {
        var share = random.NextDouble();
        return TimeSpan.FromSeconds(Math.Round((from + share * share * (to - from)) * 3600));
    }
#pragma warning restore CA5394
}
