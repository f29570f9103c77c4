using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>When customers call, between eight and twenty hours, when somebody takes calls: more on Mondays than on Sundays, mostly in the morning, a little more each month.</summary>
internal static class Openings
{
    private static readonly double[] OfWeekday = [0.15, 1.25, 1.1, 1.05, 1.0, 1.05, 0.4];
    private static readonly double[] OfHour = [0, 0, 0, 0, 0, 0, 0, 0, 8, 10, 9.5, 6, 3, 7, 9, 8, 6.5, 4, 2, 1, 0, 0, 0, 0];

    /// <summary>So many instants from a day on until the present, in order.</summary>
    public static DateTimeOffset[] Of(int count, DateOnly from, DateTimeOffset now, TimeZoneInfo zone, Dice dice)
    {
        var days = Enumerable.Range(0, zone.DayOf(now).DayNumber - from.DayNumber + 1).Select(i => from.AddDays(i)).ToList();
        var ofDay = Sums(days.Select((d, i) => OfWeekday[(int)d.DayOfWeek] * (1 + 0.2 * i / days.Count)));
        var ofHour = Sums(OfHour);
        var instants = new DateTimeOffset[count];
        for (var i = 0; i < count;)
        {
            var at = zone.StartOf(days[Pick(ofDay, dice)]).AddHours(Pick(ofHour, dice)).AddSeconds(dice.Int(0, 3600));
            if (at <= now)
            {
                instants[i++] = at;
            }
        }

        Array.Sort(instants);
        return instants;
    }

    private static double[] Sums(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    private static int Pick(double[] sums, Dice dice)
    {
        var at = Array.BinarySearch(sums, dice.Real(0, sums[^1]));
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }
}
