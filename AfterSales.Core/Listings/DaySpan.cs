using System.Linq.Expressions;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>Rows of some days, as a filter asks for them.</summary>
internal static class DaySpan
{
    /// <summary>Those whose instant lies on the company's days from the first to the last, both included; null is no bound.</summary>
    public static IQueryable<TEntity> Within<TEntity>(this IQueryable<TEntity> rows, BusinessClock clock, DateOnly? first, DateOnly? last, Expression<Func<TEntity, DateTimeOffset>> at)
    {
        rows = first is { } from ? rows.Where(Compared(Expression.GreaterThanOrEqual, at, clock.StartOf(from))) : rows;
        return last is { } to ? rows.Where(Compared(Expression.LessThan, at, clock.StartOf(to.AddDays(1)))) : rows;
    }

    private static Expression<Func<TEntity, bool>> Compared<TEntity>(Func<Expression, Expression, Expression> how, Expression<Func<TEntity, DateTimeOffset>> at, DateTimeOffset with) =>
        Expression.Lambda<Func<TEntity, bool>>(how(at.Body, Parameter.Of(with)), at.Parameters);
}
