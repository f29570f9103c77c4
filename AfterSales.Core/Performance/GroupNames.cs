using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Performance;

/// <summary>The shown name of any group: people and dealers by id, areas and lines by code, types by their text.</summary>
public sealed class GroupNames(ListBook book, IReadOnlyDictionary<long, string> people, IReadOnlyDictionary<long, string> dealers)
{
    /// <summary>What stands for a group without a value.</summary>
    public const string None = "—";

    /// <summary>The editable lists.</summary>
    public ListBook Book => book;

    /// <summary>A group's name in the texts' language.</summary>
    public string Of(Dimension dimension, string? key, Texts texts) => dimension switch
    {
        _ when key is null => None,
        Dimension.Area => book.Area(key, texts.Culture.Name),
        Dimension.Line => book.Line(key, texts.Culture.Name),
        Dimension.Engineer or Dimension.Agent => Find(people, key),
        Dimension.Dealer => Find(dealers, key),
        Dimension.Type => texts.Of(Enum.Parse<CaseType>(key)),
        Dimension.Channel => texts.Of(Enum.Parse<Channel>(key)),
        _ => key,
    };

    /// <summary>Groups as a person looks for them: areas and lines as listed, people by name, what has none last.</summary>
    public IReadOnlyList<FigureGroup> Sorted(Dimension dimension, IReadOnlyList<FigureGroup> groups) => [.. Sorted(dimension, groups, g => g.Key)];

    /// <summary>Anything by the group that it belongs to, in the same order.</summary>
    public IOrderedEnumerable<T> Sorted<T>(Dimension dimension, IEnumerable<T> items, Func<T, string?> key) =>
        items.OrderBy(i => key(i) is null).ThenBy(i => Rank(dimension, key(i)))
            .ThenBy(i => dimension is Dimension.Engineer or Dimension.Agent or Dimension.Dealer && key(i) is { } one ? Person(dimension, one) : key(i), StringComparer.Ordinal);

    /// <summary>Reads the names of people, and of the dealers among the groups.</summary>
    internal static async Task<GroupNames> Read(AfterSalesDb db, ListBook book, IEnumerable<long> dealers, CancellationToken stop)
    {
        var ids = dealers.Distinct().ToList();
        var people = await db.Users.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var names = ids.Count == 0 ? [] : await db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, stop);
        return new(book, people, names);
    }

    private string Person(Dimension dimension, string key) => Find(dimension == Dimension.Dealer ? dealers : people, key);

    private int Rank(Dimension dimension, string? key) => dimension switch
    {
        _ when key is null => 0,
        Dimension.Area => book.AreaOf(key)?.Sort ?? int.MaxValue,
        Dimension.Line => book.LineOf(key)?.Sort ?? int.MaxValue,
        Dimension.Type => (int)Enum.Parse<CaseType>(key),
        Dimension.Channel => (int)Enum.Parse<Channel>(key),
        _ => 0,
    };

    private static string Find(IReadOnlyDictionary<long, string> names, string key) =>
        names.GetValueOrDefault(long.Parse(key, CultureInfo.InvariantCulture), key);
}
