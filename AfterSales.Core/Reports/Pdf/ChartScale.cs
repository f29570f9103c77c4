namespace AfterSales.Core.Reports.Pdf;

/// <summary>Round marks of an axis that cover given values: 1, 2 or 5 times a power of ten apart.</summary>
public sealed record ChartScale(double From, double To, double Step)
{
    /// <summary>The scale of these values, which never leaves floor and ceiling unless a value does.</summary>
    public static ChartScale Over(IEnumerable<double> values, double? floor, double? ceiling)
    {
        var all = values.DefaultIfEmpty(0).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (high - low < 1e-9)
            (low, high) = (low - Math.Max(0.01, Math.Abs(low) * 0.05), high + Math.Max(0.01, Math.Abs(high) * 0.05));
        var step = Round((high - low) / 3);
        var from = Math.Max(floor ?? double.MinValue, Math.Floor(low / step + 1e-9) * step);
        var to = Math.Min(ceiling ?? double.MaxValue, Math.Ceiling(high / step - 1e-9) * step);
        return new ChartScale(Math.Min(from, low), Math.Max(to, high), step);
    }

    /// <summary>The marks between both ends.</summary>
    public IEnumerable<double> Marks()
    {
        for (var i = (long)Math.Ceiling(From / Step - 1e-6); i * Step <= To + Step * 1e-6; i++)
            yield return Math.Round(i * Step, 10);
    }

    /// <summary>Where a value stands between the ends, as a share.</summary>
    public float Share(double value) => (float)((value - From) / (To - From));

    private static double Round(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
