using System.Linq.Expressions;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>What a filter finds, and the orders in which an index serves it; the first holds unless another is asked for.</summary>
public abstract class Finding
{
    private protected Finding()
    {
    }

    /// <summary>The orders that can be asked for.</summary>
    internal abstract IReadOnlyList<ListOrder> Orders { get; }

    /// <summary>Rows of a query; their key is the property Id.</summary>
    public static Finding<TEntity> In<TEntity>(IQueryable<TEntity> found) => new(found);

    /// <summary>The keys of the page, as the filter orders and begins it.</summary>
    internal abstract Task<List<RowKey>> Keys(ListFilter filter, CancellationToken stop);

    /// <summary>How many there are, counted so far.</summary>
    internal abstract Task<int> Count(int most, CancellationToken stop);
}

/// <inheritdoc cref="Finding"/>
public sealed class Finding<TEntity> : Finding
{
    private readonly IQueryable<TEntity> found;
    private readonly List<Sort<TEntity>> sorts = [];

    internal Finding(IQueryable<TEntity> found) => this.found = found;

    /// <inheritdoc/>
    internal override IReadOnlyList<ListOrder> Orders => [.. sorts.Select(s => new ListOrder(s.Name, s.Down))];

    /// <summary>An order; rows that have no key come last, whichever way it runs.</summary>
    public Finding<TEntity> By<TKey>(string name, Expression<Func<TEntity, TKey>> key, bool descending = false)
    {
        sorts.Add(new Sort<TEntity, TKey>(name, key, descending));
        return this;
    }

    /// <inheritdoc/>
    internal override Task<List<RowKey>> Keys(ListFilter filter, CancellationToken stop)
    {
        var named = sorts.Find(s => s.Name == filter.Order?.TrimStart('-'));
        return (named ?? sorts[0]).Keys(found, filter.After, named is not null && filter.Turned, filter.Size, stop);
    }

    /// <inheritdoc/>
    internal override Task<int> Count(int most, CancellationToken stop) => found.Take(most).CountAsync(stop);
}
