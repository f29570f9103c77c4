using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Listings;

/// <summary>What the parts of a list's frame know of it: the words of its address, and how one is changed.</summary>
public abstract class ListView : ComponentBase
{
    /// <summary>A word of what is shown; null where the address doesn't say it.</summary>
    public abstract string? Word(string name);

    /// <summary>The address of what is shown, from the first page.</summary>
    public abstract string First { get; }

    /// <summary>The address with one word changed, from the first page.</summary>
    public abstract string With(string name, string? value);

    /// <summary>Goes there.</summary>
    public abstract void Set(string name, string? value);
}
