using System.Collections.Concurrent;
using System.Reflection;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>
/// A filter as the words of an address and back: texts, members, days, yes, and people, of whom "me" is the one who looks.
/// Nonsense is as if it weren't there; of codes and people the list knows which are (<see cref="Page{T}.Unknown"/>).
/// </summary>
public static class FilterWords
{
    private const string Me = "me";
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, int Most, PropertyInfo Property)>> Known = new();

    /// <summary>Reads the words.</summary>
    public static TFilter Read<TFilter>(Func<string, string?> word, long? me) where TFilter : ListFilter, new()
    {
        var (filter, said) = (new TFilter(), new HashSet<string>());
        foreach (var (name, most, property) in Of(typeof(TFilter)))
        {
            if (Value(property.PropertyType, Address.Text(word(name), most), me) is { } value)
            {
                property.SetValue(filter, value);
                said.Add(name);
            }
        }

        return (TFilter)filter.Sensible(said);
    }

    /// <summary>The words of which nothing can be read: no day, no member, no key.</summary>
    public static IEnumerable<string> Unread<TFilter>(Func<string, string?> word, long? me) where TFilter : ListFilter, new() =>
        Of(typeof(TFilter)).Where(w => w.Property.PropertyType != typeof(RowKey) && TextRule.Kept(word(w.Name)) is { } said && Value(w.Property.PropertyType, Address.Text(said, w.Most), me) is null).Select(w => w.Name);

    /// <summary>The words that say the filter; what goes without saying is left out.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Of<TFilter>(TFilter filter, long? me) where TFilter : ListFilter, new() =>
        [.. Said(filter).Select(s => (s.Name, (string?)Word(s.Value, me)))];

    /// <summary>The words that ask for something within the shelf that it looks at.</summary>
    public static IEnumerable<string> Narrowing<TFilter>(TFilter filter) where TFilter : ListFilter, new() =>
        Said(filter).Select(s => s.Name).Except(Of(typeof(TFilter)).Where(w => IsShelf(w.Property)).Select(w => w.Name));

    /// <summary>The filter of the whole shelf, from its first page.</summary>
    public static TFilter Whole<TFilter>(TFilter filter) where TFilter : ListFilter, new()
    {
        var whole = new TFilter();
        foreach (var (_, _, property) in Of(typeof(TFilter)).Where(w => IsShelf(w.Property)))
        {
            property.SetValue(whole, property.GetValue(filter));
        }

        return whole with { Order = null, After = null };
    }

    /// <summary>The filter without some of its words.</summary>
    public static TFilter Without<TFilter>(TFilter filter, IReadOnlyCollection<string> words) where TFilter : ListFilter, new()
    {
        var (first, rest) = (new TFilter(), filter with { });
        foreach (var (_, _, property) in Of(typeof(TFilter)).Where(w => words.Contains(w.Name)))
        {
            property.SetValue(rest, property.GetValue(first));
        }

        return rest;
    }

    /// <summary>The same with their values; where asked for, the first shelf too, which an address leaves unsaid.</summary>
    internal static IReadOnlyList<(string Name, object Value)> Said<TFilter>(TFilter filter, bool shelves = false) where TFilter : ListFilter, new()
    {
        var first = new TFilter();
        return
        [
            .. from known in Of(typeof(TFilter))
               let value = known.Property.GetValue(filter)
               where value is not null && (!Equals(value, known.Property.GetValue(first)) || (shelves && value is Enum && IsShelf(known.Property)))
               select (known.Name, value),
        ];
    }

    /// <summary>The names of all words that narrow any list.</summary>
    internal static IEnumerable<string> Names(IEnumerable<Type> filters) => filters.SelectMany(Of).Select(w => w.Name).Distinct().Except(["order", "after"]);

    /// <summary>The address that shows it.</summary>
    public static string Href<TFilter>(string page, TFilter filter, long? me = null) where TFilter : ListFilter, new() => Address.Of(page, [.. Of(filter, me)]);

    private static IReadOnlyList<(string Name, int Most, PropertyInfo Property)> Of(Type filter) => Known.GetOrAdd(filter, type =>
    [
        .. from property in type.GetProperties()
           let word = property.GetCustomAttribute<WordAttribute>()
           where word is not null
           orderby property.DeclaringType == typeof(ListFilter)
           select (word.Name ?? property.Name.ToLowerInvariant(), word.Most, property),
    ]);

    private static bool IsShelf(PropertyInfo property) => property.GetCustomAttribute<WordAttribute>()!.Shelf;

    private static string Word(object value, long? me) => value switch
    {
        Enum member => member.ToString().ToLowerInvariant(),
        bool => "true",
        DateOnly day => Address.Word(day)!,
        long id => id == me ? Me : Address.Word(id)!,
        _ => value.ToString()!,
    };

    private static object? Value(Type type, string? word, long? me)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return word is null ? null
            : type == typeof(string) ? word
            : type == typeof(bool) ? (word is "true" or "1" ? true : null)
            : type == typeof(DateOnly) ? Address.Day(word)
            : type == typeof(long) ? (word == Me ? me : Address.Key(word))
            : type == typeof(RowKey) ? RowKey.Parse(word)
            : Array.Find(Enum.GetNames(type), n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name)
            : null;
    }
}
