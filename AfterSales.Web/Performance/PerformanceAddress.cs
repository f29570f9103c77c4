using System.Globalization;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Performance;

/// <summary>What the page shows, as its address says it: a link is a view. No group means the whole; an empty one is "—".</summary>
public sealed record PerformanceAddress(Period Period, Dimension By = Dimension.Area, FigureKey? Figure = null, CountedSet Set = CountedSet.All, string? Group = null, int Page = 1)
{
    /// <summary>Rows of a page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>The groupings that the page offers.</summary>
    public static IReadOnlyList<Dimension> Offered { get; } = [Dimension.Area, Dimension.Engineer, Dimension.Agent, Dimension.Type];

    /// <summary>The orders of the opened list, by intake first.</summary>
    public static IReadOnlyList<ListOrder> Orders { get; } = [.. Enum.GetValues<CountedOrder>().Select(o => new ListOrder(Address.Word(o), false))];

    /// <summary>The order of the opened list.</summary>
    public CountedOrder Order { get; init; } = CountedOrder.Began;

    /// <summary>That order turned around.</summary>
    public bool Down { get; init; }

    /// <summary>The word that asks for the order; null asks for the first.</summary>
    public string? OrderWord => (Order, Down) == (CountedOrder.Began, false) ? null : (Down ? "-" : "") + Address.Word(Order);

    /// <summary>The address.</summary>
    public string Href => At("performance");

    /// <summary>What the opened list is called: its figure, and the group where it is one's.</summary>
    public string Title(FigureShown figures, GroupNames names, Texts texts) =>
        figures.Name(Figure!.Value) + (Group is { } group ? " · " + names.Of(By, group.Length == 0 ? null : group, texts) : "");

    /// <summary>The opened list as a workbook or print view.</summary>
    public string Counted(string ending) => (this with { Page = 1 }).At("performance/counted" + ending);

    private string At(string page) => Address.Of(
        page, (EvaluationWords.Period, Period.Name), (EvaluationWords.By, Address.Word(By)), (EvaluationWords.Figure, Figure?.ToString()),
        (EvaluationWords.Set, Figure is null ? null : Address.Word(Set)), (EvaluationWords.Group, Group), (EvaluationWords.Order, Figure is null ? null : OrderWord),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>The list's question; null when no figure is opened.</summary>
    public CountedQuery? Query => Figure is not { } figure ? null
        : new(Period, figure, Set, Group is null ? null : By, Group is { Length: > 0 } ? Group : null, (Page - 1) * PageSize, PageSize) { Order = Order, Down = Down };

    /// <summary>The list in an order, from its first page.</summary>
    public PerformanceAddress In(string? order) => this with { Order = Ordered(order), Down = order?.StartsWith('-') == true, Page = 1 };

    /// <summary>The list of a figure, of the whole or of one group.</summary>
    public PerformanceAddress Open(FigureKey figure, CountedSet set, string? group = null) => this with { Figure = figure, Set = set, Group = group, Page = 1 };

    /// <summary>Reads the address; what it does not say is the current month by area. Nonsense gives null.</summary>
    public static PerformanceAddress? Read(string? period, string? by, string? figure, string? set, string? group, string? order, int? page, DateOnly today)
    {
        var when = period is null ? Period.Of(today, PeriodKind.Month) : Period.Parse(period);
        var (dimension, key, part) = (Member<Dimension>(by, Dimension.Area), Member<FigureKey>(figure, null), Member<CountedSet>(set, CountedSet.All));
        var wrong = when is null || dimension is not { } d || !Offered.Contains(d) || (figure is not null && key is null) || part is null || page is < 1 or > 1_000_000;
        return wrong ? null : new(when!, dimension!.Value, key, part!.Value, group, page ?? 1) { Order = Ordered(order), Down = order?.StartsWith('-') == true };
    }

    /// <summary>Nonsense is the first order.</summary>
    private static CountedOrder Ordered(string? order) => Member<CountedOrder>(order?.TrimStart('-'), CountedOrder.Began) ?? CountedOrder.Began;

    /// <summary>An enum member by its name, in any case; a number is none.</summary>
    public static T? Member<T>(string? name, T? otherwise) where T : struct, Enum =>
        name is null ? otherwise : Address.Member<T>(name);
}
