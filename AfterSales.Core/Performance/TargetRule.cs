using AfterSales.Core.Settings;

namespace AfterSales.Core.Performance;

/// <summary>Green, amber or red, with the direction of the target.</summary>
public static class TargetRule
{
    /// <summary>Far below what is shown, far above the error of a share typed as per cent.</summary>
    private const double Same = 1e-9;

    /// <summary>The state of a value; without a value or a target there is none.</summary>
    public static TargetState? State(double? value, Target? target)
    {
        if (value is not { } v || target is null)
        {
            return null;
        }

        var missed = target.HigherIsBetter ? target.Value - v : v - target.Value;
        return missed <= Same ? TargetState.Green : missed <= target.AmberMargin + Same ? TargetState.Amber : TargetState.Red;
    }

    /// <summary>The target by which a period is judged: the one that holds at its end, or at the cut-off before that.</summary>
    public static Target? Of(this IEnumerable<Target> targets, FigureKey key, Evaluation by)
    {
        var at = (by.To < by.Cutoff ? by.To : by.Cutoff).AddMilliseconds(-1);
        return targets.Where(t => t.Code == key.ToString() && t.HoldsAt(at)).MaxBy(t => t.ValidFrom);
    }

    /// <summary>The group with the worst value; nothing to compare, or all alike, gives none, nor is "—" one.</summary>
    public static GroupFigure? Worst(IReadOnlyList<FigureGroup> groups, FigureKey key, bool higherIsBetter)
    {
        var valued = groups.Where(g => g.Key is not null).Select(g => new GroupFigure(g.Key, g[key])).Where(g => g.Figure.Value is not null).ToList();
        return valued.Count < 2 || valued.Max(g => g.Figure.Value) - valued.Min(g => g.Figure.Value) < Same ? null : higherIsBetter ? valued.MinBy(g => g.Figure.Value) : valued.MaxBy(g => g.Figure.Value);
    }
}
