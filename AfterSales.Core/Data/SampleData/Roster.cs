using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>One engineer's way to a site, the work there and the way back.</summary>
internal sealed record Trip(long EngineerId, DateTimeOffset Departs, DateTimeOffset Arrives, DateTimeOffset Leaves, DateTimeOffset Back);

/// <summary>What a trip is wanted for: where, how long, and by whom it may be done.</summary>
/// <param name="Area">Whose engineers are asked first.</param>
/// <param name="Way">One way.</param>
/// <param name="Starts">When the engineer leaves home at the earliest.</param>
/// <param name="Work">Time on site.</param>
/// <param name="Sundays">So urgent that somebody goes on a Sunday.</param>
/// <param name="Only">Nobody but this engineer.</param>
/// <param name="Not">Anybody but this engineer.</param>
internal sealed record Errand(string? Area, TimeSpan Way, TimeSpan Starts, TimeSpan Work, bool Sundays, long? Only = null, long? Not = null);

/// <summary>Who is where: an engineer is at one place at a time, is on the road from early morning and home the same evening.</summary>
internal sealed class Roster(SampleSetting setting, Dice dice)
{
    private const int MostADay = 4;
    private const int DaysAhead = 30;
    private static readonly TimeSpan Opens = new(8, 0, 0), LastArrival = new(17, 30, 0), Home = new(22, 30, 0), Morning = new(8, 20, 0);
    private readonly Dictionary<(long Engineer, DateOnly Day), List<(DateTimeOffset From, DateTimeOffset To)>> away = [];

    /// <summary>Door to door by road or rail: half a minute a kilometre, by air no longer than five hours.</summary>
    public static TimeSpan Way(int? km) => TimeSpan.FromMinutes(30 + Math.Min(270, (km ?? 300) * 0.5));

    /// <summary>The first trip that arrives at or after the instant; null where nobody is free for weeks.</summary>
    public Trip? Find(Errand errand, DateTimeOffset from)
    {
        var day = setting.Zone.DayOf(from);
        for (var i = 0; i < DaysAhead; i++, day = day.AddDays(1))
        {
            if ((day.DayOfWeek != DayOfWeek.Sunday || errand.Sundays) && OnDay(errand, day, from) is { } trip)
            {
                return trip;
            }
        }

        return null;
    }

    /// <summary>The engineer is away then.</summary>
    public Trip Keep(Trip trip)
    {
        foreach (var day in Days(trip.Departs, trip.Back))
        {
            if (!away.TryGetValue((trip.EngineerId, day), out var blocks))
            {
                away[(trip.EngineerId, day)] = blocks = new(2);
            }

            blocks.Add((trip.Departs, trip.Back));
            blocks.Sort();
        }

        return trip;
    }

    /// <summary>The engineer is not away then after all.</summary>
    public void Forget(Trip trip)
    {
        foreach (var day in Days(trip.Departs, trip.Back))
        {
            away.GetValueOrDefault((trip.EngineerId, day))?.Remove((trip.Departs, trip.Back));
        }
    }

    /// <summary>A trip that is under way now: somebody free arrived some hours ago and is still there.</summary>
    public Trip? UnderWay(Errand errand, DateTimeOffset arrives)
    {
        var until = setting.Now + errand.Work + errand.Way;
        return Able(errand).Where(e => Free(e, arrives - errand.Way, until)).Select(e => new Trip(e, arrives - errand.Way, arrives, setting.Now + errand.Work, until)).FirstOrDefault();
    }

    private Trip? OnDay(Errand errand, DateOnly day, DateTimeOffset from)
    {
        var midnight = setting.Zone.StartOf(day);
        var wanted = from < midnight + Morning ? midnight + Morning + TimeSpan.FromSeconds(dice.Int(0, 3000)) : from;
        Trip? best = null;
        foreach (var engineer in Able(errand))
        {
            var trip = Fit(engineer, errand, midnight, wanted);
            best = trip is not null && !(best?.Arrives <= trip.Arrives) ? trip : best;
            if (best?.Arrives == Earliest(errand, midnight, wanted))
            {
                break;
            }
        }

        return best;
    }

    private Trip? Fit(long engineer, Errand errand, DateTimeOffset midnight, DateTimeOffset wanted)
    {
        var blocks = On(engineer, setting.Zone.DayOf(midnight));
        var arrives = Earliest(errand, midnight, wanted);
        foreach (var (from, to) in blocks)
        {
            if (arrives - errand.Way < to && from < arrives + errand.Work + errand.Way)
            {
                arrives = to + errand.Way;
            }
        }

        var trip = new Trip(engineer, arrives - errand.Way, arrives, arrives + errand.Work, arrives + errand.Work + errand.Way);
        return blocks.Count >= MostADay || arrives > midnight + LastArrival || trip.Back > midnight + Home ? null : trip;
    }

    /// <summary>Nobody is there sooner that day, however free.</summary>
    private static DateTimeOffset Earliest(Errand errand, DateTimeOffset midnight, DateTimeOffset wanted)
    {
        var first = midnight + errand.Starts + errand.Way;
        first = wanted < first ? first : wanted;
        return first < midnight + Opens ? midnight + Opens : first;
    }

    private IEnumerable<long> Able(Errand errand)
    {
        if (errand.Only is { } only)
        {
            yield return only;
            yield break;
        }

        var crew = setting.EngineersOf(errand.Area);
        var first = dice.Int(0, crew.Count);
        for (var i = 0; i < crew.Count; i++)
        {
            if (crew[(first + i) % crew.Count].Id is var id && id != errand.Not)
            {
                yield return id;
            }
        }
    }

    private bool Free(long engineer, DateTimeOffset from, DateTimeOffset to) =>
        Days(from, to).All(day => On(engineer, day).All(b => b.From >= to || from >= b.To));

    private IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> On(long engineer, DateOnly day) => away.GetValueOrDefault((engineer, day)) ?? [];

    private IEnumerable<DateOnly> Days(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = setting.Zone.DayOf(from); day <= setting.Zone.DayOf(to); day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
