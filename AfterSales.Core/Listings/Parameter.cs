using System.Linq.Expressions;

namespace AfterSales.Core.Listings;

/// <summary>A value in an expression made by hand that becomes a query's parameter, so that each page is the same statement.</summary>
internal static class Parameter
{
    public static MemberExpression Of<T>(T value) => Expression.Field(Expression.Constant(new Box<T>(value)), nameof(Box<>.Value));

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }
}
