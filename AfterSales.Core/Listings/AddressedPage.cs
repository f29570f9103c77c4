namespace AfterSales.Core.Listings;

/// <summary>A page whose address says what it shows, so that it can be kept under a name (<see cref="SavedViews"/>).</summary>
public abstract class AddressedPage
{
    private protected AddressedPage()
    {
    }

    /// <summary>Its address without words.</summary>
    public abstract string Name { get; }

    /// <summary>Throws unless the actor may see it.</summary>
    internal abstract void MustSee();

    /// <summary>The words of an address that are its own, written as an address writes them; where the page begins is none.</summary>
    internal abstract string Words(IReadOnlyDictionary<string, string?> query);
}
