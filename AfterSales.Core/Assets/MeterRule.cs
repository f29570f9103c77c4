namespace AfterSales.Core.Assets;

/// <summary>A reading among those of its machine, in the order of days.</summary>
/// <param name="Day">The day it was read.</param>
/// <param name="Value">What the meter showed.</param>
/// <param name="OldEnd">What the old meter showed in the end, where a new one began with it; else null.</param>
public sealed record MeterStep(DateOnly Day, int Value, int? OldEnd = null);

/// <summary>What a machine has run never falls from one day to the next, through every meter it has had. Pure.</summary>
public static class MeterRule
{
    /// <summary>What earlier meters had counted at each reading.</summary>
    public static IReadOnlyList<int> Befores(IReadOnlyList<MeterStep> steps)
    {
        var before = 0;
        return [.. steps.Select(s => before += s.OldEnd ?? 0)];
    }

    /// <summary>
    /// The place of the first reading below the one before it; null where nothing falls. A new meter begins where the old one
    /// stood or higher.
    /// </summary>
    public static int? Fall(IReadOnlyList<MeterStep> steps)
    {
        var befores = Befores(steps);
        for (var i = 1; i < steps.Count; i++)
        {
            if (befores[i] + (steps[i].OldEnd is null ? steps[i].Value : 0) < befores[i - 1] + steps[i - 1].Value)
            {
                return i;
            }
        }

        return null;
    }
}
