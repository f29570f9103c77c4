using System.Globalization;
using System.Linq.Expressions;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>One order of a list, read by keyset: the key and, among equal ones, the row's number.</summary>
internal abstract class Sort<TEntity>(string name, bool down)
{
    public string Name => name;

    /// <summary>It runs from the greatest down unless it is turned around.</summary>
    public bool Down => down;

    /// <summary>The keys of the page after a row.</summary>
    public abstract Task<List<RowKey>> Keys(IQueryable<TEntity> found, RowKey? after, bool turned, int size, CancellationToken stop);
}

/// <inheritdoc cref="Sort{TEntity}"/>
internal sealed class Sort<TEntity, TKey>(string name, Expression<Func<TEntity, TKey>> key, bool descending) : Sort<TEntity>(name, descending)
{
    private static readonly bool MayLack = Nullable.GetUnderlyingType(typeof(TKey)) is not null;

    private readonly Expression id = Expression.Property(key.Parameters[0], "Id");

    /// <summary>Rows with a key in order, then those without one: two ranges of one index, alike on both databases.</summary>
    public override async Task<List<RowKey>> Keys(IQueryable<TEntity> found, RowKey? after, bool turned, int size, CancellationToken stop)
    {
        var keys = new List<RowKey>();
        var (last, down) = (Read(after?.Key), Down != turned);
        after = after is { Key: null } && !MayLack ? null : after;
        if (after is not { Key: null })
        {
            var ordered = last is null ? found : found.Where(Beyond(last, after!.Id, down));
            keys.AddRange(await Page(MayLack ? ordered.Where(Has(true)) : ordered, down, size, stop));
        }

        if (MayLack && keys.Count < size)
        {
            var none = found.Where(Has(false));
            none = after is { Key: null } ? none.Where(IdAfter(after.Id)) : none;
            keys.AddRange(await Page(none, false, size - keys.Count, stop));
        }

        return keys;
    }

    private async Task<IEnumerable<RowKey>> Page(IQueryable<TEntity> rows, bool down, int size, CancellationToken stop)
    {
        var number = Expression.Lambda<Func<TEntity, long>>(id, key.Parameters);
        var ordered = down ? rows.OrderByDescending(key).ThenByDescending(number) : rows.OrderBy(key).ThenBy(number);
        var at = Expression.Lambda<Func<TEntity, At>>(Expression.MemberInit(Expression.New(typeof(At)), Expression.Bind(At.OfKey, key.Body), Expression.Bind(At.OfId, id)), key.Parameters);
        return (await ordered.Select(at).Take(size).ToListAsync(stop)).Select(a => new RowKey(Word(a.Key), a.Id));
    }

    /// <summary>Said as a range of the index and what to leave out of it: databases read on from there.</summary>
    private Expression<Func<TEntity, bool>> Beyond(object last, long lastId, bool down)
    {
        var (value, row) = (Parameter.Of((TKey)last), Parameter.Of(lastId));
        Func<Expression, Expression, Expression> from = down ? Expression.LessThanOrEqual : Expression.GreaterThanOrEqual, past = down ? Expression.LessThan : Expression.GreaterThan;
        return Where(Expression.AndAlso(Compared(from, value), Expression.OrElse(Compared(past, value), past(id, row))));
    }

    private Expression Compared(Func<Expression, Expression, Expression> how, Expression value) => typeof(TKey) == typeof(string)
        ? how(Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, value), Expression.Constant(0))
        : how(key.Body, value);

    private Expression<Func<TEntity, bool>> Has(bool any)
    {
        var nothing = Expression.Constant(null, typeof(TKey));
        return Where(any ? Expression.NotEqual(key.Body, nothing) : Expression.Equal(key.Body, nothing));
    }

    private Expression<Func<TEntity, bool>> IdAfter(long lastId) => Where(Expression.GreaterThan(id, Parameter.Of(lastId)));

    private Expression<Func<TEntity, bool>> Where(Expression that) => Expression.Lambda<Func<TEntity, bool>>(that, key.Parameters);

    private static string? Word(object? value) => value switch
    {
        DateTimeOffset at => TextRule.Invariant(at.ToUnixTimeMilliseconds()),
        DateOnly day => Address.Word(day),
        null => null,
        _ => TextRule.Invariant(value),
    };

    /// <summary>A key as the address has it; what is none begins at the beginning.</summary>
    private static object? Read(string? word)
    {
        var type = Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey);
        return word is null ? null
            : type == typeof(string) ? word
            : type == typeof(DateOnly) ? Address.Day(word)
            : long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? type == typeof(long) ? number : Instant(number)
            : null;
    }

    private static DateTimeOffset? Instant(long ms) => ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    private sealed class At
    {
        public static readonly System.Reflection.PropertyInfo OfKey = typeof(At).GetProperty(nameof(Key))!, OfId = typeof(At).GetProperty(nameof(Id))!;

        public TKey Key { get; set; } = default!;

        public long Id { get; set; }
    }
}
