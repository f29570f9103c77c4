using System.Globalization;
using System.Linq.Expressions;
using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore.Query;

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
    private static readonly Dictionary<Dimension, Expression<Func<CaseFacts, GroupCells>>> Columns = new()
    {
        [Dimension.Area] = c => new GroupCells { Area = c.Area },
        [Dimension.Engineer] = c => new GroupCells { Area = c.Area, Number = c.EngineerId },
        [Dimension.Agent] = c => new GroupCells { Area = c.Area, Number = c.AgentId },
        [Dimension.Type] = c => new GroupCells { Area = c.Area, Number = (long)c.Type },
        [Dimension.Line] = c => new GroupCells { Area = c.Area, Text = c.ProductLine },
        [Dimension.Model] = c => new GroupCells { Area = c.Area, Text = c.Model },
        [Dimension.Channel] = c => new GroupCells { Area = c.Area, Number = (long)c.Channel },
        [Dimension.Dealer] = c => new GroupCells { Area = c.Area, Number = c.DealerId },
    };

    private static readonly Expression<Func<CaseFacts, GroupCells>> Whole = c => new GroupCells();

    private static readonly Dictionary<Dimension, Func<CaseFacts, GroupCells>> Compiled = Columns.ToDictionary(c => c.Key, c => c.Value.Compile());

    /// <summary>Sums by area and group.</summary>
    public static IQueryable<CellSum> Sums(IQueryable<Counted> counted, Dimension? dimension)
    {
        var c = Expression.Parameter(typeof(Counted), "c");
        var by = By(dimension);
        return counted.GroupBy(Expression.Lambda<Func<Counted, GroupCells>>(ReplacingExpressionVisitor.Replace(by.Parameters[0], Expression.Property(c, nameof(Counted.Case)), by.Body), c))
            .Select(g => new CellSum { Cells = new GroupCells { Area = g.Key.Area, Text = g.Key.Text, Number = g.Key.Number }, Amount = g.Sum(c => c.Amount), Count = g.Count() });
    }

    /// <summary>The columns of a dimension; without one all falls into one group.</summary>
    public static Expression<Func<CaseFacts, GroupCells>> By(Dimension? dimension) => dimension is { } d ? Columns[d] : Whole;

    /// <summary>Where one counted thing falls. A customer (K9) has no dimension but the area.</summary>
    public static GroupCells Of(Counted counted, Dimension dimension) =>
        counted.Case is { } c ? Compiled[dimension](c) : new GroupCells { Area = counted.Customer?.Area };

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
