using AfterSales.Core.Callbacks;

namespace AfterSales.Core.Performance;

/// <summary>
/// 绩效评价: the key figures of a period (DOMAIN 4). Every figure is a query of what it counts over narrow rows
/// (Scorecard.Formulas.cs); summed up by the database for the numbers and read for the lists, so that a number opens exactly
/// its cases and groups sum up to the whole. Cancelled cases count nowhere.
/// </summary>
public sealed partial class Scorecard(PeriodRows rows, Evaluation by)
{
    /// <summary>Each of these goes over rows of its own.</summary>
    internal static readonly FigureKey[] Alone = [FigureKey.K1, FigureKey.K2, FigureKey.K3, FigureKey.K8];

    private readonly Dictionary<FigureKey, IReadOnlyList<Counted>> read = [];

    /// <summary>What it was judged by.</summary>
    public Evaluation By => by;

    /// <summary>Everything in the figure's denominator; the numerator is what carries an amount.</summary>
    public async Task<IReadOnlyList<Counted>> Count(FigureKey key, CancellationToken stop = default)
    {
        if (!read.TryGetValue(key, out var counted))
        {
            var corrections = (await Corrections(key, stop)).ToDictionary(c => c.Id, c => c.Amount);
            counted = key == FigureKey.K9 ? await Filed(stop) : await PeriodRows.Read(Formula(key), stop);
            read[key] = counted = [.. counted.Select(c => corrections.TryGetValue(c.Id, out var more) ? c with { Amount = c.Amount + more } : c)];
        }

        return counted;
    }

    /// <summary>Every figure, of the whole and of the groups of a dimension; without one, of the whole alone.</summary>
    public async Task<FigureSums> Sum(Dimension? dimension = null, CancellationToken stop = default)
    {
        var sums = new List<FigureSum>();
        foreach (var (keys, pass) in Passes(dimension))
        {
            foreach (var sum in await PeriodRows.Read(pass, stop))
            {
                sums.AddRange(keys.Select((key, i) => FigureSum.Of(key, sum.Cells, dimension, sum.Amounts[i], sum.Counts[i])));
            }
        }

        foreach (var key in Alone)
        {
            sums.AddRange((await PeriodRows.Read(Grouping.Sums(Formula(key), dimension), stop)).Select(s => FigureSum.Of(key, s.Cells, dimension, s.Amount, s.Count)));
        }

        sums.AddRange((await Filed(stop)).Select(c => FigureSum.Of(FigureKey.K9, c, dimension, 1)));
        foreach (var key in Corrected)
        {
            sums.AddRange((await Corrections(key, stop)).Select(c => FigureSum.Of(key, c, dimension, 0)));
        }

        return new(sums);
    }

    /// <summary>What is told beside a figure.</summary>
    public async Task<IReadOnlyList<Aside>> Asides(FigureKey key, CancellationToken stop = default) => key switch
    {
        FigureKey.K1 => await Apart(stop),
        FigureKey.K6 => [new(AsideKind.Exempt, (await Total(Opened.Where(c => c.ArrivalExempt).Select(c => new Counted { Id = c.CaseId, Case = c, Amount = 1 }), stop)).Count)],
        FigureKey.K8 => [new(AsideKind.Unreachable, (await Total(Windows().Where(c => c.Window!.State == CallbackState.Unreachable), stop)).Count)],
        _ => [],
    };

    /// <summary>The figures that share a range: over the cases opened, and over those resolved.</summary>
    internal IEnumerable<(IReadOnlyList<FigureKey> Keys, IQueryable<PassSum> Sums)> Passes(Dimension? dimension)
    {
        foreach (var (cases, figures) in new[] { (Opened, OfOpened), (Resolved, OfResolved) })
        {
            var (keys, amounts) = (figures.Select(f => f.Key).ToList(), figures.Select(f => f.Value).ToList());
            yield return (keys, Pass.Sums(cases, amounts, dimension));
        }
    }

    /// <summary>The symptoms of the cases opened, with how many.</summary>
    internal IQueryable<SymptomCount> Symptoms() =>
        Opened.Where(c => c.SymptomKey != "").GroupBy(c => c.SymptomKey).Select(g => new SymptomCount(g.Key, g.Count()));

    private async Task<IReadOnlyList<Counted>> Filed(CancellationToken stop) =>
        [.. Files(await PeriodRows.Read(Contacted(), stop))];

    private async Task<IReadOnlyList<Aside>> Apart(CancellationToken stop)
    {
        var sums = await PeriodRows.Read(Latest(apart: true).GroupBy(c => c.Answer!.Source).Select(g => new SourceSum { Source = g.Key, Amount = g.Sum(c => c.Amount), Count = g.Count() }), stop);
        Aside Of(AsideKind kind, AnswerSource source) => new(kind, (int)sums.Where(s => s.Source == source).Sum(s => s.Amount), sums.Where(s => s.Source == source).Sum(s => s.Count));
        return [Of(AsideKind.Callbacks, AnswerSource.Callback), Of(AsideKind.Forms, AnswerSource.Form)];
    }

    private static async Task<(long Amount, int Count)> Total(IQueryable<Counted> counted, CancellationToken stop)
    {
        var sums = await PeriodRows.Read(Grouping.Sums(counted, null), stop);
        return (sums.Sum(s => s.Amount), sums.Sum(s => s.Count));
    }

    private sealed class SourceSum
    {
        public AnswerSource Source { get; init; }

        public long Amount { get; init; }

        public int Count { get; init; }
    }
}
