using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>A list of the house, whatever it lists.</summary>
public abstract class Listing
{
    private protected Listing()
    {
    }

    /// <summary>The address of its page.</summary>
    public abstract string Name { get; }

    /// <summary>The key of what it is called.</summary>
    public abstract string Title { get; }
}

/// <summary>A row of a list.</summary>
public interface IListRow
{
    /// <summary>The key of what it shows.</summary>
    long Id { get; }
}

/// <summary>
/// One list, said once: what a filter finds and in which orders, what its rows show in which columns. A page's keys are
/// found in one index; only its rows are then read whole.
/// </summary>
public abstract class Listing<TFilter, TRow>(IDbContextFactory<AfterSalesDb> factory, Actor actor) : Listing
    where TFilter : ListFilter, new()
    where TRow : IListRow
{
    /// <summary>What its rows show.</summary>
    public abstract Columns<TRow> Columns { get; }

    /// <summary>Who looks.</summary>
    protected Actor Actor => actor;

    /// <summary>One page by keyset, and the count up to its cap.</summary>
    public async Task<Page<TRow>> Find(TFilter filter, CancellationToken stop = default)
    {
        Permit();
        await using var db = await factory.CreateDbContextAsync(stop);
        var found = Found(db, filter);
        var keys = await found.Keys(filter, stop);
        return new(await InOrder(db, keys, stop), await found.Count(Page<TRow>.CountCap + 1, stop), keys.Count == filter.Size ? keys[^1] : null) { Orders = found.Orders };
    }

    /// <summary>Throws unless the actor may see the list.</summary>
    protected abstract void Permit();

    /// <summary>What the filter finds.</summary>
    protected abstract Finding Found(AfterSalesDb db, TFilter filter);

    /// <summary>The rows of some keys, in any order; personal data as the actor may see them.</summary>
    protected abstract Task<IReadOnlyList<TRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop);

    /// <summary>What is gone between the two looks is left out.</summary>
    private async Task<IReadOnlyList<TRow>> InOrder(AfterSalesDb db, List<RowKey> keys, CancellationToken stop)
    {
        var rows = (keys.Count == 0 ? [] : await Rows(db, [.. keys.Select(k => k.Id)], stop)).ToDictionary(r => r.Id);
        return [.. keys.Where(k => rows.ContainsKey(k.Id)).Select(k => rows[k.Id])];
    }
}
