using System.Runtime.CompilerServices;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>A list of the house, whatever it lists.</summary>
public abstract class Listing : AddressedPage
{
    private protected Listing()
    {
    }

    /// <summary>The key of what it is called.</summary>
    public abstract string Title { get; }

    /// <summary>Its columns.</summary>
    internal abstract IReadOnlyList<Column> Heads { get; }

    /// <summary>The words of an address without those whose values nobody knows.</summary>
    internal abstract Task<IReadOnlyDictionary<string, string?>> WithoutUnknown(IReadOnlyDictionary<string, string?> query, CancellationToken stop);

    /// <summary>What the words of an address narrow it by, people by their names.</summary>
    internal abstract Task<IReadOnlyList<(string Word, object Value)>> Said(IReadOnlyDictionary<string, string?> query, CancellationToken stop);

    /// <summary>How many rows the words of an address find.</summary>
    internal abstract Task<int> Count(IReadOnlyDictionary<string, string?> query, CancellationToken stop);

    /// <summary>The cells of all of them, from the first page on; what is changed meanwhile may be among them or not.</summary>
    internal abstract IAsyncEnumerable<object?[]> Cells(IReadOnlyDictionary<string, string?> query, ListWords words, CancellationToken stop, int most = int.MaxValue);
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
public abstract class Listing<TFilter, TRow>(Sight sight, Actor actor) : Listing
    where TFilter : ListFilter, new()
    where TRow : IListRow
{
    /// <summary>Rows that are read at once where all are.</summary>
    private const int Batch = 1_000;

    /// <summary>What its rows show.</summary>
    public abstract Columns<TRow> Columns { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<Column> Heads => Columns;

    /// <inheritdoc/>
    internal override void MustSee() => Permit();

    /// <summary>How many of what a text finds are gathered.</summary>
    internal TypedText.Limits Few { get; set; } = TypedText.Limits.Usual;

    /// <summary>Who looks.</summary>
    protected Actor Actor => actor;

    /// <summary>One page by keyset, and the count up to its cap; what the filter asks for and nobody knows is left out, and told.</summary>
    public async Task<Page<TRow>> Find(TFilter filter, CancellationToken stop = default)
    {
        Permit();
        await using var db = await Open(stop);
        var unknown = await KnownValues.Lacking(db, FilterWords.Said(filter), stop);
        filter = FilterWords.Without(filter, unknown);
        var text = await Typed(db, filter, stop);
        var found = Found(db, filter, text);
        var (keys, most) = (await found.Keys(filter, stop), FilterWords.Narrowing(filter).Any() ? Page<TRow>.MostOfSome : Page<TRow>.MostOfAll);
        return new(await InOrder(db, keys, stop), await Count(db, filter, text, keys.Count, most + 1, stop), keys.Count == filter.Size ? keys[^1] : null) { Orders = found.Orders, Most = most, Unknown = unknown };
    }

    /// <inheritdoc/>
    internal override async Task<IReadOnlyDictionary<string, string?>> WithoutUnknown(IReadOnlyDictionary<string, string?> query, CancellationToken stop)
    {
        Permit();
        await using var db = await Open(stop);
        var unknown = await KnownValues.Lacking(db, FilterWords.Said(Read(query)), stop);
        return query.Where(w => !unknown.Contains(w.Key)).ToDictionary(w => w.Key, w => w.Value);
    }

    /// <inheritdoc/>
    internal override string Words(IReadOnlyDictionary<string, string?> query) => FilterWords.Href("", Read(query) with { After = null }, Actor.Id);

    /// <inheritdoc/>
    internal override async Task<IReadOnlyList<(string Word, object Value)>> Said(IReadOnlyDictionary<string, string?> query, CancellationToken stop)
    {
        var said = FilterWords.Said(Read(query) with { After = null, Order = null }, shelves: true);
        var people = said.Select(s => s.Value).OfType<long>().ToList();
        await using var db = await Open(stop);
        var names = people.Count == 0 ? [] : await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return [.. said.Select(s => (s.Name, s.Value is long id ? names.GetValueOrDefault(id, "—") : s.Value))];
    }

    /// <inheritdoc/>
    internal override async Task<int> Count(IReadOnlyDictionary<string, string?> query, CancellationToken stop)
    {
        Permit();
        await using var db = await Open(stop);
        var filter = Read(query);
        var text = await Typed(db, filter, stop);
        return await Found(db, filter, text).Count(int.MaxValue, stop);
    }

    /// <inheritdoc/>
    internal override async IAsyncEnumerable<object?[]> Cells(IReadOnlyDictionary<string, string?> query, ListWords words, [EnumeratorCancellation] CancellationToken stop, int most = int.MaxValue)
    {
        Permit();
        await using var db = await Open(stop);
        var filter = Read(query) with { After = null, Size = Batch };
        var text = await Typed(db, filter, stop);
        var coming = Ahead(db, filter, text, stop);
        try
        {
            for (var wanted = most; ;)
            {
                var (rows, last) = await coming;
                wanted -= rows.Count;
                if (last is not null && wanted > 0)
                {
                    filter = filter with { After = last };
                    coming = Ahead(db, filter, text, stop);
                }

                foreach (var row in rows.Take(rows.Count + Math.Min(wanted, 0)))
                {
                    yield return [.. Columns.Select(c => c.Value(row, words))];
                }

                if (last is null || wanted <= 0)
                {
                    yield break;
                }
            }
        }
        finally
        {
            // Who stops half way leaves a reading behind, and it has the context.
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A context for one look.</summary>
    protected Task<AfterSalesDb> Open(CancellationToken stop) => sight.Open(stop);

    /// <summary>Throws unless the actor may see the list.</summary>
    protected abstract void Permit();

    /// <summary>What the filter finds; <paramref name="text"/> is what its typed text means.</summary>
    private protected abstract Finding Found(AfterSalesDb db, TFilter filter, TypedText? text);

    /// <summary>What the filter's typed text means; null where it has none.</summary>
    private protected virtual Task<TypedText?> Typed(AfterSalesDb db, TFilter filter, CancellationToken stop) => Task.FromResult<TypedText?>(null);

    /// <summary>The rows of some keys, in any order; personal data as the actor may see them.</summary>
    protected abstract Task<IReadOnlyList<TRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop);

    /// <summary>The next rows, read while those before them are written; SQLite works on the thread that asks it, so it is given another. Null is the end.</summary>
    private Task<(IReadOnlyList<TRow> Rows, RowKey? Last)> Ahead(AfterSalesDb db, TFilter filter, TypedText? text, CancellationToken stop) => Task.Run(async () =>
    {
        var keys = await Found(db, filter, text).Keys(filter, stop);
        return (await InOrder(db, keys, stop), keys.Count < Batch ? null : keys[^1]);
    }, stop);

    /// <summary>A first page that is not full has told it; where the first few of what a text finds are as many as are counted, the others are not looked at.</summary>
    private async Task<int> Count(AfterSalesDb db, TFilter filter, TypedText? text, int found, int most, CancellationToken stop)
    {
        if (filter.After is null && found < filter.Size)
        {
            return found;
        }

        foreach (var part in text?.Parts ?? [])
        {
            if (await Found(db, filter, part).Count(most, stop) == most)
            {
                return most;
            }
        }

        return await Found(db, filter, text).Count(most, stop);
    }

    private TFilter Read(IReadOnlyDictionary<string, string?> query) => FilterWords.Read<TFilter>(query.GetValueOrDefault, Actor.Id);

    /// <summary>What is gone between the two looks is left out.</summary>
    private async Task<IReadOnlyList<TRow>> InOrder(AfterSalesDb db, List<RowKey> keys, CancellationToken stop)
    {
        var rows = (keys.Count == 0 ? [] : await Rows(db, [.. keys.Select(k => k.Id)], stop)).ToDictionary(r => r.Id);
        return [.. keys.Where(k => rows.ContainsKey(k.Id)).Select(k => rows[k.Id])];
    }
}
