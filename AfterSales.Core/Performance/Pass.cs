using System.Linq.Expressions;

namespace AfterSales.Core.Performance;

/// <summary>What several figures counted in one group: an amount and a number each, in the order asked.</summary>
internal sealed class PassSum
{
    public required GroupCells Cells { get; init; }

    public required long[] Amounts { get; init; }

    public required int[] Counts { get; init; }
}

/// <summary>Figures that go over the same cases: each is what a case amounts to in it, null where it doesn't count the case.</summary>
internal static class Pass
{
    /// <summary>What one figure counts.</summary>
    public static IQueryable<Counted> Counted(IQueryable<CaseFacts> cases, Expression<Func<CaseFacts, long?>> amount)
    {
        var c = amount.Parameters[0];
        var judged = Expression.MemberInit(
            Expression.New(typeof(Judged)),
            Expression.Bind(typeof(Judged).GetProperty(nameof(Judged.Case))!, c), Expression.Bind(typeof(Judged).GetProperty(nameof(Judged.Amount))!, amount.Body));
        return cases.Select(Expression.Lambda<Func<CaseFacts, Judged>>(judged, c)).Where(j => j.Amount != null)
            .Select(j => new Counted { Id = j.Case.CaseId, Case = j.Case, Amount = j.Amount!.Value });
    }

    /// <summary>All of them in one go over the cases: four figures of one range would otherwise read it four times.</summary>
    public static IQueryable<PassSum> Sums(IQueryable<CaseFacts> cases, IReadOnlyCollection<Expression<Func<CaseFacts, long?>>> amounts, Dimension? dimension)
    {
        Expression<Func<IGrouping<GroupCells, CaseFacts>, GroupCells>> cells = g => new GroupCells { Area = g.Key.Area, Text = g.Key.Text, Number = g.Key.Number };
        var group = cells.Parameters[0];
        Expression Call(string method, LambdaExpression of) => Expression.Call(typeof(Enumerable), method, [typeof(CaseFacts)], group, of);
        Expression Sum(Expression<Func<CaseFacts, long?>> amount) => Expression.Coalesce(Call(nameof(Enumerable.Sum), amount), Expression.Constant(0L));
        Expression Count(Expression<Func<CaseFacts, long?>> amount) =>
            Call(nameof(Enumerable.Count), Expression.Lambda<Func<CaseFacts, bool>>(Expression.NotEqual(amount.Body, Expression.Constant(null, typeof(long?))), amount.Parameters));
        var sums = Expression.MemberInit(
            Expression.New(typeof(PassSum)),
            Expression.Bind(typeof(PassSum).GetProperty(nameof(PassSum.Cells))!, cells.Body),
            Expression.Bind(typeof(PassSum).GetProperty(nameof(PassSum.Amounts))!, Expression.NewArrayInit(typeof(long), amounts.Select(Sum))),
            Expression.Bind(typeof(PassSum).GetProperty(nameof(PassSum.Counts))!, Expression.NewArrayInit(typeof(int), amounts.Select(Count))));
        return cases.GroupBy(Grouping.By(dimension)).Select(Expression.Lambda<Func<IGrouping<GroupCells, CaseFacts>, PassSum>>(sums, group));
    }

    private sealed class Judged
    {
        public CaseFacts Case { get; init; } = null!;

        public long? Amount { get; init; }
    }
}
