using System.Globalization;
using System.Linq.Expressions;
using AfterSales.Core.Cases;

namespace AfterSales.Core.Performance;

/// <summary>Where a counted thing falls: the area, which every comparison of areas needs, and the group of another dimension as text or number.</summary>
internal sealed record GroupCells
{
    public string? Area { get; init; }

    public string? Text { get; init; }

    public long? Number { get; init; }
}

/// <summary>What a figure counted in one group.</summary>
internal sealed class CellSum
{
    public required GroupCells Cells { get; init; }

    public long Amount { get; init; }

    public int Count { get; init; }
}

/// <summary>The columns that dimensions group by: for the database to sum up, and for a single counted thing.</summary>
internal static class Grouping
{
    private static readonly Dictionary<Dimension, Expression<Func<Counted, GroupCells>>> Columns = new()
    {
        [Dimension.Area] = c => new GroupCells { Area = c.Case!.Area },
        [Dimension.Engineer] = c => new GroupCells { Area = c.Case!.Area, Number = c.Case.EngineerId },
        [Dimension.Agent] = c => new GroupCells { Area = c.Case!.Area, Number = c.Case.AgentId },
        [Dimension.Type] = c => new GroupCells { Area = c.Case!.Area, Number = (long)c.Case.Type },
        [Dimension.Line] = c => new GroupCells { Area = c.Case!.Area, Text = c.Case.ProductLine },
        [Dimension.Model] = c => new GroupCells { Area = c.Case!.Area, Text = c.Case.Model },
        [Dimension.Channel] = c => new GroupCells { Area = c.Case!.Area, Number = (long)c.Case.Channel },
        [Dimension.Dealer] = c => new GroupCells { Area = c.Case!.Area, Number = c.Case.DealerId },
    };

    private static readonly Expression<Func<Counted, GroupCells>> Whole = c => new GroupCells();

    private static readonly Dictionary<Dimension, Func<Counted, GroupCells>> Compiled = Columns.ToDictionary(c => c.Key, c => c.Value.Compile());

    /// <summary>Sums by area and group.</summary>
    public static IQueryable<CellSum> Sums(IQueryable<Counted> counted, Dimension? dimension) =>
        counted.GroupBy(dimension is { } d ? Columns[d] : Whole)
            .Select(g => new CellSum { Cells = new GroupCells { Area = g.Key.Area, Text = g.Key.Text, Number = g.Key.Number }, Amount = g.Sum(c => c.Amount), Count = g.Count() });

    /// <summary>Where one counted thing falls. A customer (K9) has no dimension but the area.</summary>
    public static GroupCells Of(Counted counted, Dimension dimension) =>
        counted.Case is null ? new GroupCells { Area = counted.Customer?.Area } : Compiled[dimension](counted);

    /// <summary>The group's key: a code, an id or an enum's name; null is "—".</summary>
    public static string? Key(GroupCells cells, Dimension dimension) => dimension switch
    {
        Dimension.Area => Blank(cells.Area),
        Dimension.Type => cells.Number is { } type ? ((CaseType)type).ToString() : null,
        Dimension.Channel => cells.Number is { } channel ? ((Channel)channel).ToString() : null,
        _ => Blank(cells.Text) ?? cells.Number?.ToString(CultureInfo.InvariantCulture),
    };

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
