using AfterSales.Core.Shared;

namespace AfterSales.Core.Listings;

/// <summary>
/// What a list shows, as its address says it: each property marked as a <see cref="WordAttribute"/> is a word of it, and
/// what is null or as at first doesn't filter.
/// </summary>
public abstract record ListFilter
{
    /// <summary>The order's name, with a dash before it turned around; null is the list's first.</summary>
    [Word(Shelf = true)]
    public string? Order { get; init; }

    /// <summary>The row after which the page begins; null is the first page.</summary>
    [Word(Most = 300, Shelf = true)]
    public RowKey? After { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = 50;

    /// <summary>True when the order asked for runs the other way.</summary>
    internal bool Turned => Order?.StartsWith('-') == true;

    /// <summary>What holds of all this together; <paramref name="said"/> are the words that the address said.</summary>
    protected internal virtual ListFilter Sensible(IReadOnlySet<string> said) => this;
}

/// <summary>A property of a filter that stands in the address, under its own name in lower case unless said otherwise.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordAttribute(string? name = null) : Attribute
{
    /// <summary>Its name in the address.</summary>
    public string? Name => name;

    /// <summary>It says which part of a list is looked at, and narrows nothing within it.</summary>
    public bool Shelf { get; init; }

    /// <summary>So much of a text is read.</summary>
    public int Most { get; init; } = 100;
}
