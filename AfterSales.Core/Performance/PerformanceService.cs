using System.Globalization;
using System.Runtime.CompilerServices;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>绩效评价 for supervisors and managers: figures of a period, what they compare with, what they counted.</summary>
public sealed class PerformanceService(Sight sight, BusinessClock clock, Actor actor, Lists lists, ExportTrail trail)
{
    /// <summary>Rows that are read at once where all are.</summary>
    private const int Batch = 1_000;

    /// <summary>The figures of a period with targets, and grouped; the cut-off is now.</summary>
    public async Task<PerformanceView> View(Period period, Dimension dimension, CancellationToken stop = default)
    {
        actor.Must(Permission.Performance);
        await using var db = await sight.Open(stop);
        var card = await PeriodReader.Score(db, period, clock.Zone, clock.Now, stop);
        return await View(db, card, dimension, await lists.Book(stop), stop);
    }

    /// <summary>The line of twelve months and the period before; read after the figures are shown.</summary>
    public async Task<Trend> Trend(Period period, CancellationToken stop = default)
    {
        actor.Must(Permission.Performance);
        await using var db = await sight.Open(stop);
        var months = new List<PeriodFigures>();
        foreach (var month in period.TwelveMonths)
        {
            months.Add(await Figures(db, month, stop));
        }

        var before = months.Find(m => m.Period == period.Previous) ?? await Figures(db, period.Previous, stop);
        return new(months, before);
    }

    /// <summary>Exactly the cases (K1: answers, K8: callbacks, K9: customers) that a number counted.</summary>
    public async Task<CountedPage> Counted(CountedQuery query, CancellationToken stop = default)
    {
        actor.Must(Permission.Performance);
        await using var db = await sight.Open(stop);
        var names = await GroupNames.Read(db, await lists.Book(stop), [], stop);
        var (counted, cutoff) = await Items(db, query, names, stop);
        var rows = await CountedReader.Rows(db, query.Key, counted.Skip(query.Skip).Take(query.Take).ToList(), stop);
        return new(rows, counted.Count, cutoff, names);
    }

    /// <summary>All of them for a workbook, without pages.</summary>
    public async Task<Result<CountedRows>> TakeOut(CountedQuery query, CancellationToken stop = default)
    {
        actor.Must(Permission.Performance);
        actor.Must(Permission.Export);
        await using var db = await sight.Open(stop);
        var names = await GroupNames.Read(db, await lists.Book(stop), [], stop);
        var (counted, cutoff) = await Items(db, query, names, stop);
        if (counted.Count > ListSheet.MostRows)
        {
            return new Problem("Listings.TooMany", null, ListSheet.MostRows);
        }

        await trail.Note("performance", query.Words, counted.Count, stop);
        return new CountedRows(Rows(query.Key, counted, stop), cutoff, names);
    }

    private async IAsyncEnumerable<CountedRow> Rows(FigureKey key, IReadOnlyList<Counted> counted, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var db = await sight.Open(stop);
        foreach (var some in counted.Chunk(Batch))
        {
            foreach (var row in await CountedReader.Rows(db, key, some, stop))
            {
                yield return row;
            }
        }
    }

    private async Task<(IReadOnlyList<Counted> Items, DateTimeOffset Cutoff)> Items(AfterSalesDb db, CountedQuery query, GroupNames names, CancellationToken stop)
    {
        var card = await PeriodReader.Score(db, query.Period, clock.Zone, clock.Now, stop);
        return ([.. InOrder(query, card.By.Cutoff, names, (await card.Count(query.Key, stop))
            .Where(c => query.Set switch { CountedSet.Hit => c.Amount > 0 || query.Key.IsDuration(), CountedSet.Miss => c.Amount == 0 && !query.Key.IsDuration(), _ => true })
            .Where(c => query.Dimension is not { } dimension || c.Of(dimension) == query.Group))], card.By.Cutoff);
    }

    /// <summary>What the row's result is ordered by: a score, a duration, how late it was, of callbacks none before late, else no before yes.</summary>
    private static double Result(FigureKey key, Counted item, DateTimeOffset cutoff) => key switch
    {
        FigureKey.K1 => item.Answer!.Score,
        FigureKey.K5 or FigureKey.K6 or FigureKey.K7 when item.Amount == 0 && CountedReader.Moments(key, item.Case!) is ({ } due, var given) => -((given ?? cutoff) - due).TotalMinutes,
        FigureKey.K8 when item.Window!.AnsweredAt is null => -1,
        _ => item.Amount,
    };

    /// <summary>What has no area comes last, whichever way it runs.</summary>
    private static IEnumerable<Counted> InOrder(CountedQuery query, DateTimeOffset cutoff, GroupNames names, IEnumerable<Counted> items)
    {
        var ordered = (query.Order switch
        {
            CountedOrder.Area => names.Sorted(Dimension.Area, items, c => c.Of(Dimension.Area)),
            CountedOrder.Amount => items.OrderBy(c => Result(query.Key, c, cutoff)),
            _ => items.OrderBy(_ => 0),
        }).ThenBy(c => c.Case?.OpenedAt).ThenBy(c => c.Customer?.FirstContactOn).ThenBy(c => c.Id);
        return query.Down ? ordered.Reverse().OrderBy(c => query.Order == CountedOrder.Area && c.Of(Dimension.Area) is null) : ordered;
    }

    /// <summary>The page's view of a scorecard.</summary>
    internal static async Task<PerformanceView> View(AfterSalesDb db, Scorecard card, Dimension dimension, ListBook book, CancellationToken stop)
    {
        var targets = await db.Targets.AsNoTracking().ToListAsync(stop);
        var sums = await card.Sum(dimension, stop);
        var (areas, groups, lines) = (sums.Areas, sums.Groups(), new List<FigureLine>());
        foreach (var figure in sums.Figures)
        {
            var (key, target) = (figure.Key, targets.Of(figure.Key, card.By));
            lines.Add(new(figure, await card.Asides(key, stop), target, TargetRule.State(figure.Value, target), TargetRule.Worst(areas, key, target?.HigherIsBetter ?? key.HigherIsBetter())));
        }

        var names = await GroupNames.Read(db, book, dimension == Dimension.Dealer ? groups.Select(g => g.Key).OfType<string>().Select(k => long.Parse(k, CultureInfo.InvariantCulture)) : [], stop);
        return new(card.By.Period, card.By.From, card.By.To, card.By.Cutoff, lines, dimension, names.Sorted(dimension, groups), names);
    }

    private async Task<PeriodFigures> Figures(AfterSalesDb db, Period period, CancellationToken stop) =>
        new(period, (await (await PeriodReader.Score(db, period, clock.Zone, clock.Now, stop)).Sum(null, stop)).Figures);
}
