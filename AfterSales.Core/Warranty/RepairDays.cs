namespace AfterSales.Core.Warranty;

/// <summary>Repair time in days: a day on which two repairs go on is one day.</summary>
internal static class RepairDays
{
    /// <summary>Every day of the repairs up to a day, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(IEnumerable<RepairFact> repairs, DateOnly upTo) => Days(repairs.Select(r => (r.From, r.To)), upTo);

    /// <summary>The days of one repair on which it waited for one of these reasons.</summary>
    public static IReadOnlyList<DateOnly> Waiting(RepairFact repair, IReadOnlyCollection<string> reasons, DateOnly upTo) =>
        Days(repair.Waits.Where(w => reasons.Contains(w.Reason)).Select(w => (w.From, w.To)), upTo);

    private static IReadOnlyList<DateOnly> Days(IEnumerable<(DateOnly From, DateOnly? To)> stretches, DateOnly upTo) =>
    [
        .. stretches.Select(s => (First: s.From.DayNumber, Last: Math.Min((s.To ?? upTo).DayNumber, upTo.DayNumber))).Where(s => s.Last >= s.First)
            .SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).Distinct().Order().Select(DateOnly.FromDayNumber),
    ];
}
