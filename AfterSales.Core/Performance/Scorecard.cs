using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;

namespace AfterSales.Core.Performance;

/// <summary>
/// 绩效评价: the key figures of a period (DOMAIN 4). A pure calculation over narrow rows; every figure is the list of
/// what it counted, so that a number opens exactly its cases and groups sum up to the whole. The formulas stand in
/// Scorecard.Formulas.cs. Cancelled cases count nowhere.
/// </summary>
public sealed partial class Scorecard
{
    private readonly PeriodRows rows;
    private readonly Evaluation by;
    private readonly Dictionary<long, CaseFacts> cases;
    private readonly ILookup<(long?, string), CaseFacts> faults;
    private readonly Dictionary<FigureKey, IReadOnlyList<Counted>> counted = [];

    /// <summary>A scorecard over rows, judged by zone, policies and cut-off.</summary>
    public Scorecard(PeriodRows rows, Evaluation by)
    {
        (this.rows, this.by) = (rows, by);
        cases = rows.Cases.Where(c => !c.Cancelled).ToDictionary(c => c.CaseId);
        faults = rows.Faults.Where(c => !c.Cancelled && IsFault(c.Type) && c.AssetId is not null && c.SymptomKey.Length > 0)
            .DistinctBy(c => c.CaseId).ToLookup(c => (c.AssetId, c.SymptomKey));
    }

    /// <summary>What it was judged by.</summary>
    public Evaluation By => by;

    /// <summary>The cases that count, by their key.</summary>
    public IReadOnlyDictionary<long, CaseFacts> Cases => cases;

    /// <summary>The callbacks of the period, by their key.</summary>
    internal IReadOnlyDictionary<long, CallbackRow> Callbacks => rows.Callbacks.ToDictionary(c => c.Id);

    /// <summary>The score that K1 counted, by case.</summary>
    internal IReadOnlyDictionary<long, int> Scores
    {
        get
        {
            var counts = Count(FigureKey.K1).Select(c => c.Id).ToHashSet();
            return rows.Answers.Where(a => counts.Contains(a.Id)).ToDictionary(a => a.CaseId, a => a.Score);
        }
    }

    /// <summary>Every figure.</summary>
    public IReadOnlyList<Figure> Figures => [.. FigureKeys.All.Select(k => this[k])];

    /// <summary>One figure.</summary>
    public Figure this[FigureKey key] => Figure.Of(key, Count(key));

    /// <summary>Everything in the figure's denominator; the numerator is what carries an amount.</summary>
    public IReadOnlyList<Counted> Count(FigureKey key)
    {
        if (!counted.TryGetValue(key, out var list))
        {
            counted[key] = list = [.. Formula(key)];
        }

        return list;
    }

    /// <summary>What is told beside a figure.</summary>
    public IReadOnlyList<Aside> Asides(FigureKey key) => key switch
    {
        FigureKey.K1 => [Apart(AsideKind.Callbacks, AnswerSource.Callback), Apart(AsideKind.Forms, AnswerSource.Form)],
        FigureKey.K6 => [new(AsideKind.Exempt, Exempt().Count())],
        FigureKey.K8 => [new(AsideKind.Unreachable, Unreachable())],
        _ => [],
    };

    /// <summary>Every figure of every group, what has no value of the dimension last.</summary>
    public IReadOnlyList<FigureGroup> Groups(Dimension dimension)
    {
        var byKey = FigureKeys.All.ToDictionary(k => k, k => Count(k).ToLookup(c => c.Of(dimension)));
        return
        [
            .. byKey.Values.SelectMany(l => l.Select(g => g.Key)).Distinct()
                .OrderBy(k => k is null).ThenBy(k => k, StringComparer.Ordinal)
                .Select(group => new FigureGroup(group, [.. FigureKeys.All.Select(k => Figure.Of(k, [.. byKey[k][group]]))])),
        ];
    }

    /// <summary>K6: approved exemptions of the period, counted apart.</summary>
    public IEnumerable<CaseFacts> Exempt() => Opened.Where(c => c.ArrivalExempt);

    private static bool IsFault(CaseType type) => type is CaseType.Repair or CaseType.Complaint;

    private Aside Apart(AsideKind kind, AnswerSource source)
    {
        var answers = Answers(source);
        return new(kind, (int)answers.Sum(a => a.Amount), answers.Count);
    }

    private int Unreachable()
    {
        var ids = rows.Callbacks.Where(c => c.State == CallbackState.Unreachable).Select(c => c.Id).ToHashSet();
        return Count(FigureKey.K8).Count(c => ids.Contains(c.Id));
    }
}
