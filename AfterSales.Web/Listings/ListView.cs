using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Listings;

/// <summary>What the parts of a list's frame know of it: the words of its address, and how one is changed.</summary>
public abstract class ListView : ComponentBase
{
    /// <summary>A word of what is shown; null where the address doesn't say it.</summary>
    public abstract string? Word(string name);

    /// <summary>How many words narrow it besides the text that is searched.</summary>
    public virtual int Narrowing => 0;

    /// <summary>The address of what is shown, from the first page.</summary>
    public abstract string First { get; }

    /// <summary>The address with one word changed, from the first page.</summary>
    public abstract string With(string name, string? value);

    /// <summary>Goes there.</summary>
    public abstract void Set(string name, string? value);

    /// <summary>What shows which way an order runs.</summary>
    public static string Arrow(bool down) => down ? "↓" : "↑";

    /// <summary>The order that holds and whether it runs down; null where there is none.</summary>
    public (ListOrder Order, bool Down)? Holding(IReadOnlyList<ListOrder> orders)
    {
        var asked = Word("order");
        var named = orders.FirstOrDefault(o => o.Name == asked?.TrimStart('-'));
        return (named ?? (orders.Count > 0 ? orders[0] : null)) is { } order ? (order, order.Down != (named is not null && asked!.StartsWith('-'))) : null;
    }

    /// <summary>The address in an order; the first goes without saying.</summary>
    public string Ordered(IReadOnlyList<ListOrder> orders, ListOrder order, bool down) => With("order", order.Word(down) is var word && word == orders[0].Name ? null : word);
}
