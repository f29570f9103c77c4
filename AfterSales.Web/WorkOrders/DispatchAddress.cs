using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Shared;

namespace AfterSales.Web.WorkOrders;

/// <summary>What the board shows, as its address says: a link is a view.</summary>
public sealed record DispatchAddress(DispatchShelf Shelf, string? Area, DateOnly? Day, string? Case, string? Order, bool All = false)
{
    private const int Longest = 60;

    /// <summary>A shelf, of all areas and today.</summary>
    public static DispatchAddress At(DispatchShelf shelf) => new(shelf, null, null, null, null);

    /// <summary>How many rows of each list it asks for.</summary>
    public int Rows => All ? DispatchBoard.Most : DispatchBoard.Cap;

    /// <summary>The same with the rest of the lists; null where that is all that may be asked.</summary>
    public string? Rest => All ? null : (this with { All = true }).ToString();

    /// <summary>Read from the query's texts.</summary>
    public static DispatchAddress Of(string? shelf, string? area, string? day, string? number, string? order, bool? all = null) => new(
        Address.Member<DispatchShelf>(shelf) ?? DispatchShelf.Undispatched, Address.Text(area, Longest), Address.Day(day), Address.Text(number, Longest), Address.Text(order, Longest), all == true);

    /// <summary>The address.</summary>
    public override string ToString() => Address.Of(
        "dispatch", ("shelf", Shelf == DispatchShelf.Undispatched ? null : Shelf.ToString()), ("area", Area), ("day", Address.Word(Day)), ("case", Case), ("order", Order), ("all", All ? "true" : null));
}
