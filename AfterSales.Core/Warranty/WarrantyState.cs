namespace AfterSales.Core.Warranty;

/// <summary>Whether a machine is in warranty on a day, and the reckoning behind it.</summary>
/// <param name="Cover">In, out, or unknown where no start day is on file.</param>
/// <param name="Start">First day of the warranty.</param>
/// <param name="Months">Months of the policy.</param>
/// <param name="LastDay">Last covered day.</param>
/// <param name="DaysLeft">Days from the asked day to the last, both counted; 0 when out.</param>
public sealed record WarrantyState(WarrantyCover Cover, DateOnly? Start, int Months, DateOnly? LastDay, int DaysLeft)
{
    /// <summary>The machine's months from its start; a start at a month's end runs to the shorter month's end.</summary>
    public static WarrantyState On(DateOnly day, DateOnly? start, int months)
    {
        if (start is not { } first)
        {
            return new(WarrantyCover.Unknown, null, months, null, 0);
        }

        var turn = first.AddMonths(months);
        var last = turn.Day < first.Day ? turn : turn.AddDays(-1);
        var left = Math.Max(0, last.DayNumber - day.DayNumber + 1);
        return new(left > 0 ? WarrantyCover.In : WarrantyCover.Out, first, months, last, left);
    }
}

/// <summary>保修状态.</summary>
public enum WarrantyCover
{
    /// <summary>No start day on file.</summary>
    Unknown = 0,

    /// <summary>保修期内.</summary>
    In = 1,

    /// <summary>保修期外.</summary>
    Out = 2,
}
